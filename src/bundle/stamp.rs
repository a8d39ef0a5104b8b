//! A day as machines want it: with a time, which is the midnight of Greenwich.

use crate::content::Date;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/// `2025-03-01T00:00:00Z` (RFC 3339).
pub(super) fn rfc3339(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// `Sat, 01 Mar 2025 00:00:00 GMT` (RFC 822, with the four digits of the year that RSS asks for).
pub(super) fn rfc822(date: Date) -> String {
    let month = MONTHS[usize::from(date.month()) - 1];
    format!("{}, {:02} {month} {:04} 00:00:00 GMT", DAYS[weekday(date)], date.day(), date.year())
}

/// The day of the week from Sunday, as Tomohiko Sakamoto counts it: January and February belong to the year before.
fn weekday(date: Date) -> usize {
    const SHIFTS: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    // The calendar repeats after 400 years; so there is a year before the year 0.
    let year = usize::from(date.year()) + 400 - usize::from(date.month() < 3);
    (year + year / 4 - year / 100 + year / 400 + SHIFTS[usize::from(date.month()) - 1] + usize::from(date.day())) % 7
}
