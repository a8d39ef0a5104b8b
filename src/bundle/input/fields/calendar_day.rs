//! Parses the day that a text begins with, in the forms that people and other engines write.

use crate::content::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that a text begins with, and the rest of the text: `2025-03-01`, `2025/3/1`, `March 1, 2025`,
/// `1 March 2025`, or `Sat, 01 Mar 2025` (RFC 2822). A day such as `03/01/2025` has two meanings, and is none.
pub(super) fn parse(text: &str) -> Option<(Date, &str)> {
    let text = text.trim();
    numeric(text).or_else(|| in_words(text))
}

/// `2025-3-1` and `2025/03/01`.
fn numeric(text: &str) -> Option<(Date, &str)> {
    let (year, rest) = number(text, 4)?;
    let sign = rest.chars().next().filter(|sign| matches!(sign, '-' | '/'))?;
    let (month, rest) = number(&rest[1..], 2)?;
    let (day, rest) = number(rest.strip_prefix(sign)?, 2)?;
    let is_whole = text.find(['-', '/']) == Some(4) && !rest.starts_with(|c: char| c.is_ascii_digit());
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    is_whole.then_some((date, rest))
}

/// `March 1, 2025`, `1st March 2025`, and a day of the week before them.
fn in_words(text: &str) -> Option<(Date, &str)> {
    let text = without_weekday(text);
    let (month, day, rest) = match number(text, 2) {
        Some((day, rest)) => {
            let (month, rest) = month(ordinal(rest).trim_start())?;
            (month, day, rest)
        }
        None => {
            let (month, rest) = month(text)?;
            let (day, rest) = number(rest.trim_start(), 2)?;
            (month, day, ordinal(rest))
        }
    };
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let (year, rest) = number(rest.strip_prefix(' ')?.trim_start(), 4).filter(|(year, _)| *year > 999)?;
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    Some((Date::new(year, month, u8::try_from(day).ok()?)?, rest))
}

/// A number of at most so many digits at the beginning of a text, and the rest.
fn number(text: &str, most: usize) -> Option<(u16, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

/// A month by its English name or the first letters of it, and the rest.
fn month(text: &str) -> Option<(u8, &str)> {
    let (name, rest) = word(text);
    let name = name.to_ascii_lowercase();
    let is_name =
        |month: &&str| name.len() > 2 && (month.starts_with(&name) || name == "sept" && month.starts_with("sep"));
    let place = MONTHS.iter().position(is_name)?;
    Some((u8::try_from(place + 1).ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A text without the day of the week it begins with.
fn without_weekday(text: &str) -> &str {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let (name, rest) = word(text);
    let name = name.to_ascii_lowercase();
    let is_day = name.len() > 2 && DAYS.iter().any(|day| day.starts_with(&name));
    if is_day { rest.trim_start_matches(['.', ',']).trim_start() } else { text }
}

/// A text without the `st`, `nd`, `rd` or `th` of an ordinal.
fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_prefix(end)).unwrap_or(text)
}

/// The letters that a text begins with, and the rest.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len()))
}
