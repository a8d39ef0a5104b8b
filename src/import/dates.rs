//! Dates as people write them.

use jiff::civil::Date as CivilDate;
use jiff::fmt::rfc2822;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

use crate::bundle::Moment;
use crate::bundle::input::fields::{date, date_remedy};

/// Forms of a day, besides those that the site reads itself. A number alone is no day: which part is the month is not
/// known.
const DAYS: [&str; 11] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%b. %d, %Y",
    "%Y年%m月%d日",
];

/// Reads a date. Times without an offset are in `zone`.
pub(super) fn read(text: &str, zone: Option<&TimeZone>) -> Option<Moment> {
    let text = text.trim();
    date::read(text, zone).ok().or_else(|| other(text, zone))
}

fn other(text: &str, zone: Option<&TimeZone>) -> Option<Moment> {
    if let Ok(moment) = rfc2822::parse(text) {
        return date::read(&moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), zone).ok();
    }
    // A day, and behind it a time with a word such as PM or CET.
    if date::day(text).is_some() {
        return date::read(&date_remedy::nearest(text), zone).ok();
    }
    let whole = DAYS.iter().find_map(|form| day(form, text));
    let (day, time) = match whole {
        Some(day) => (day, ""),
        // `2025-3-1 9:05`, `March 1, 2025 9:05`
        None => text.rsplit_once(' ').and_then(|(before, time)| {
            DAYS.iter().find_map(|form| day(form, before.trim_end_matches([',', 'T']))).map(|day| (day, time))
        })?,
    };
    let time = date::time(time).map_or(String::new(), |time| time.strftime("T%H:%M:%S").to_string());
    date::read(&format!("{}{time}", day.strftime("%Y-%m-%d")), zone).ok()
}

fn day(form: &str, text: &str) -> Option<CivilDate> {
    strtime::parse(form, text).ok()?.to_date().ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, date) in [
            ("2025-03-01", "2025-03-01"),
            ("2025-3-1", "2025-03-01"),
            ("2025/3/1 09:05", "2025-03-01T09:05:00"),
            ("March 1, 2025", "2025-03-01"),
            ("1 Mar 2025", "2025-03-01"),
            ("Jul 08 2022", "2022-07-08"),
            ("2025-03-01 06:15 PM", "2025-03-01T18:15:00"),
            ("Sat, 01 Mar 2025 18:15:32 +0100", "2025-03-01T18:15:32+01:00"),
        ] {
            assert_eq!(read(text, None).map(|moment| moment.to_string()).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "soon", "1/3/2025", "2025", "2025-13-01", "{{ date }}"] {
            assert!(read(text, None).is_none(), "{text}");
        }
    }
}
