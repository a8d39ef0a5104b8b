//! The patterns of old addresses: `/:year/:month/:slug/`.

use unicode_normalization::char::is_combining_mark;

use crate::bundle::Moment;
use crate::bundle::slugify;
use crate::bundle::time::moment::civil_date;

/// The values of a pattern, by name.
#[derive(Clone, Copy)]
pub(super) struct Values<'v> {
    /// The day that the address has, if the text has one.
    pub(super) date: Option<Moment>,
    /// The values that are not parts of the date. A name without a value stays in the pattern.
    pub(super) other: &'v dyn Fn(&str) -> Option<String>,
}

impl Values<'_> {
    /// The address of a pattern, with a slash at its start. `None` if it has a name without a value: the pattern is not
    /// understood, or the text has no date.
    pub(super) fn address(&self, pattern: &str) -> Option<String> {
        let mut address = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once(':') {
            address.push_str(before);
            // `:sections[1:]` has a range.
            let mut end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            if after[end..].starts_with('[') {
                end += after[end..].find(']').map_or(0, |close| close + 1);
            }
            address.push_str(&self.value(&after[..end])?);
            rest = &after[end..];
        }
        address.push_str(rest);
        Some(single_slashes(&address))
    }

    fn value(&self, name: &str) -> Option<String> {
        (self.other)(name).or_else(|| part_of_date(name, &self.date?))
    }
}

/// A part of a date, by its names in Jekyll, Hugo, Hexo and WordPress.
fn part_of_date(name: &str, moment: &Moment) -> Option<String> {
    let form = match name {
        "year" | "2006" => "%Y",
        "short_year" | "06" => "%y",
        "month" | "monthnum" | "01" => "%m",
        "i_month" | "1" => "%-m",
        "monthname" | "long_month" | "January" => "%B",
        "short_month" | "Jan" => "%b",
        "day" | "02" => "%d",
        "i_day" | "2" => "%-d",
        "y_day" => "%j",
        "yearday" => "%-j",
        "week" => "%V",
        "w_year" => "%G",
        "w_day" => "%u",
        "weekday" => "%w",
        "weekdayname" | "long_day" => "%A",
        "short_day" => "%a",
        _ => return time_of_day(name, moment),
    };
    let part = civil_date(moment.day).strftime(form).to_string();
    // Hugo writes names in the case of its paths.
    Some(if matches!(name, "monthname" | "weekdayname" | "January" | "Jan") { part.to_lowercase() } else { part })
}

fn time_of_day(name: &str, moment: &Moment) -> Option<String> {
    let form = match name {
        "hour" => "%H",
        "minute" => "%M",
        "second" => "%S",
        _ => return None,
    };
    let written = moment.to_string();
    let time = crate::bundle::input::fields::date::time(
        written.split_once('T').map_or("00:00", |(_, time)| &time[..8.min(time.len())]),
    );
    time.map(|time| time.strftime(form).to_string())
}

/// An address with single slashes, and one at its start.
pub(super) fn single_slashes(address: &str) -> String {
    let mut single = String::from("/");
    for c in address.chars() {
        if c != '/' || !single.ends_with('/') {
            single.push(c);
        }
    }
    single
}

/// The last part of an address, without `.html`.
pub(super) fn last_of(address: &str) -> Option<String> {
    let last = address.trim_end_matches('/').rsplit('/').next()?;
    let last = last.trim_end_matches(".html").trim_end_matches(".htm").trim_end_matches(".php");
    (!last.is_empty() && last != "index").then(|| last.to_owned())
}

/// The slug of some words, or the words if there is none.
pub(super) fn slug(words: &str) -> String {
    slugify(words).map_or_else(|| words.to_owned(), |slug| slug.as_str().to_owned())
}

/// Words as Hugo puts them into paths, in their case: `-` for spaces, without what is neither letter nor digit, except
/// `_`, `.` and the like.
pub(super) fn path_of(words: &str) -> String {
    let mut path = String::with_capacity(words.len());
    let (mut space, mut hyphen) = (false, false);
    for c in words.chars() {
        if c.is_alphanumeric() || is_combining_mark(c) || "_./-+~@#".contains(c) {
            // A hyphen that is written is enough.
            if std::mem::take(&mut space) && c != '-' {
                path.push('-');
            }
            hyphen = c == '-';
            path.push(c);
        } else if c.is_whitespace() && !path.is_empty() && !hyphen {
            space = true;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{Values, path_of};
    use crate::import::dates;

    #[test]
    fn a_pattern_takes_the_parts_of_the_date_and_the_values() {
        let date = dates::read("2024-05-01T09:07:00", None);
        let other = |name: &str| (name == "slug").then(|| "hello".to_owned());
        let values = Values { date, other: &other };
        for (pattern, address) in [
            ("/:year/:month/:day/:slug/", Some("/2024/05/01/hello/")),
            (":year/:i_month/:i_day/:slug.html", Some("/2024/5/1/hello.html")),
            ("/:year/:y_day/:hour:minute:slug", Some("/2024/122/0907hello")),
            ("/blog//:slug", Some("/blog/hello")),
            ("/:filename/", None),
        ] {
            assert_eq!(values.address(pattern).as_deref(), address, "{pattern}");
        }
    }

    #[test]
    fn words_become_paths_as_hugo_makes_them() {
        for (words, path) in [
            ("Big Day", "big-day"),
            ("A - B", "a-b"),
            ("What's new? (2024)", "whats-new-2024"),
            ("v1.2_x / y", "v1.2_x-/-y"),
            ("Éa ", "éa"),
        ] {
            assert_eq!(path_of(words).to_lowercase(), path);
        }
    }
}
