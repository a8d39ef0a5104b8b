//! Parses dates as authors and other engines write them.

use jiff::civil::{self, Time};
use jiff::tz::{Offset, TimeZone};

use super::{calendar_day, clock};
use crate::bundle::time::moment::Moment;
use crate::content::Date;

/// The part of a date that cannot be parsed.
pub(crate) enum Unreadable {
    Day,
    Time,
}

/// In hours. No place was ever as far from UTC: Alaska was 15:13 ahead, Manila 15:56 behind (tz database).
const FARTHEST: i32 = 16;

/// Parses `2025-03-01`, `March 1, 2025`, `2025-01-29 18:15`, `2025-01-29 18:15:32 +0530`, `2025-01-29T18:15:32Z` or
/// `Wed, 29 Jan 2025 18:15:32 +0530`, for a site whose time zone may be unknown.
pub(crate) fn read(text: &str, zone: Option<&TimeZone>) -> Result<Moment, Unreadable> {
    let (day, rest) = day(text).ok_or(Unreadable::Day)?;
    if rest.is_empty() {
        return Ok(Moment::of_day(day));
    }
    let rest = rest.strip_prefix(['T', 't', ' ']).ok_or(Unreadable::Day)?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && !":.,".contains(c)).unwrap_or(rest.len());
    let (time, offset) = (time(&rest[..end]), rest[end..].trim_start());
    let moment = match (time, offset) {
        (None, _) => None,
        (Some(time), "") => Some(Moment::local(day, time, zone)),
        (Some(time), offset) => offset_of(offset).and_then(|offset| Moment::with_offset(day, time, offset, zone)),
    };
    moment.ok_or(Unreadable::Time)
}

/// The day that a text begins with, and the rest of the text.
pub(crate) fn day(text: &str) -> Option<(Date, &str)> {
    calendar_day::parse(text)
}

/// Parses hours, of one digit or two, and minutes; seconds and their fraction may follow.
pub(crate) fn time(text: &str) -> Option<Time> {
    match text.split_once(':')? {
        // ISO 8601 allows 24:00 for the end of a day. It is still that day.
        ("24", "00" | "00:00") => Some(civil::time(23, 59, 59, 0)),
        (hours, _) if hours.len() == 1 => clock::time(&format!("0{text}")),
        _ => clock::time(text),
    }
}

/// Parses `Z`, `UTC`, `GMT`, `+05:30`, `+0530` or `+05`. The name of a zone in brackets may follow (RFC 9557).
pub(crate) fn offset_of(text: &str) -> Option<Offset> {
    if ["UTC", "GMT"].iter().any(|name| name.eq_ignore_ascii_case(text)) {
        return Some(Offset::UTC);
    }
    clock::offset(text).filter(|offset| offset.seconds().abs() < FARTHEST * 3600)
}

/// Whether a text is written as an offset from UTC, but is too far from it.
pub(crate) fn is_impossible(text: &str) -> bool {
    let hours = text.strip_prefix(['+', '-']).and_then(|digits| digits.get(..2)?.parse().ok());
    hours.is_some_and(|hours: i32| hours >= FARTHEST)
}

/// Splits the date off the front of a name: `2025-03-01-hello` is `hello`, and `2025-03-01` keeps its name.
pub(crate) fn of_name(name: &str) -> (Option<Date>, &str) {
    let dated = name.split_at_checked(10).and_then(|(date, rest)| Some((date.parse().ok()?, rest)));
    match dated {
        Some((date, "")) => (Some(date), name),
        Some((date, rest)) => match rest.strip_prefix(['-', '_']) {
            Some("") => (Some(date), name),
            Some(rest) => (Some(date), rest),
            None => (None, name),
        },
        None => (None, name),
    }
}
