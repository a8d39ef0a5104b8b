//! Suggests a valid date for one that cannot be parsed.

use jiff::civil::{DateTime, Time};
use jiff::tz::Offset;

use super::date;
use crate::bundle::input::zone_abbreviations::of_abbreviation;
use crate::bundle::time::moment::civil_date;
use crate::bundle::time::timestamps::clock;

/// The suggestion if not even the day can be parsed.
const EXAMPLE: &str = "2025-03-01";

/// A valid date, with the day, the time and the offset from UTC of the author's, as far as they can be parsed.
pub(crate) fn nearest(text: &str) -> String {
    let Some((day, rest)) = date::day(text) else { return EXAMPLE.to_owned() };
    let rest = rest.trim_start_matches(['T', 't']);
    // An impossible offset is left to the author.
    let rest = impossible(rest).map_or(rest, |at| &rest[..at]);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let Some(time) = words.iter().find_map(|word| date::time(word)) else { return day.to_string() };
    let is_afternoon = words.iter().any(|word| word.eq_ignore_ascii_case("PM")) && time.hour() < 12;
    let time =
        if is_afternoon { Time::new(time.hour() + 12, time.minute(), time.second(), 0).unwrap_or(time) } else { time };
    let written = civil_date(day).to_datetime(time);
    let offset = words.iter().rev().find_map(|word| offset(word, written)).map(colons).unwrap_or_default();
    format!("{day}T{}{offset}", clock(written))
}

/// Where an impossible offset begins.
fn impossible(rest: &str) -> Option<usize> {
    rest.rfind(['+', '-']).filter(|at| date::is_impossible(&rest[*at..]))
}

/// The offset that a word is, or that of the first zone that it may abbreviate, at this time.
fn offset(word: &str, at: DateTime) -> Option<Offset> {
    date::offset_of(word).or_else(|| {
        let zone = of_abbreviation(word)?;
        Some(zone.to_offset(zone.to_timestamp(at).ok()?))
    })
}

/// Writes `-08:00`, as TOML and YAML have it.
fn colons(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// The end of a remedy, if its offset was found for an abbreviation.
pub(crate) fn note(text: &str) -> &'static str {
    let named = text.split_whitespace().last().is_some_and(|word| of_abbreviation(word).is_some());
    if named { ", with the intended offset from UTC" } else { "" }
}
