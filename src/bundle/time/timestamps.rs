//! Formats moments for other programs (RFC 3339, W3C, RFC 822). A day without a time begins at midnight UTC.

use std::fmt;

use jiff::civil::{DateTime, Weekday};
use jiff::tz::Offset;

use super::moment::{Moment, civil_date};

impl fmt::Display for Moment {
    /// Writes `2025-03-01`, followed by the time if it is known: `2025-03-01T18:15:00+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.exact, self.clock) {
            (Some(_), _) => f.write_str(&rfc3339(self)),
            (None, Some(clock)) => f.write_str(&seconds(Offset::UTC.to_datetime(clock))),
            (None, None) => self.day.fmt(f),
        }
    }
}

/// `2025-03-01T18:15:32+01:00`, or `2025-03-01T00:00:00Z` (RFC 3339).
pub(crate) fn rfc3339(moment: &Moment) -> String {
    let Some((written, offset)) = exact(moment) else { return format!("{}T00:00:00Z", moment.day) };
    format!("{}{}", seconds(written), minutes(offset, ":", "Z"))
}

/// `2025-03-01T18:15:32+01:00`, or the day alone (W3C Date and Time Formats, which sitemaps have).
pub(crate) fn w3c(moment: &Moment) -> String {
    moment.exact().map_or_else(|| moment.day.to_string(), |_| rfc3339(moment))
}

/// `Sat, 01 Mar 2025 18:15:32 +0100` or `Sat, 01 Mar 2025 00:00:00 GMT` (RFC 822, with a year of four digits, as RSS
/// asks for).
pub(crate) fn rfc822(moment: &Moment) -> String {
    let midnight = || (civil_date(moment.day).at(0, 0, 0, 0), Offset::UTC);
    let (written, offset) = exact(moment).unwrap_or_else(midnight);
    let day = match written.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    let month = MONTHS[usize::from(written.month().unsigned_abs()) - 1];
    let date = format!("{day}, {:02} {month} {:04}", written.day(), written.year());
    format!("{date} {} {}", clock(written), minutes(offset, "", "GMT"))
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A known instant as it is written at its offset. The formats have no seconds in an offset, as local mean times had
/// them: such an instant is written in UTC.
fn exact(moment: &Moment) -> Option<(DateTime, Offset)> {
    let (moment, offset) = moment.exact()?;
    let offset = if offset.seconds() % 60 == 0 { offset } else { Offset::UTC };
    Some((offset.to_datetime(moment), offset))
}

/// `2025-03-01T18:15:32`. Without the formats of the library, which are a twentieth of the editor.
fn seconds(written: DateTime) -> String {
    format!("{:04}-{:02}-{:02}T{}", written.year(), written.month(), written.day(), clock(written))
}

/// `18:15:32`.
pub(crate) fn clock(written: DateTime) -> String {
    format!("{:02}:{:02}:{:02}", written.hour(), written.minute(), written.second())
}

/// `+01:00` with a separator, or `utc`.
fn minutes(offset: Offset, separator: &str, utc: &str) -> String {
    if offset.is_zero() {
        return utc.to_owned();
    }
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{separator}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
