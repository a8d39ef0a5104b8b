//! Today's date: read here once, and handed to everything else.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::content::Date;

/// The day it is in UTC.
pub(super) fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    date_of(seconds / 86_400)
}

/// The date so many days after 1970-01-01. It counts in years that begin in March, so that the leap day is the last.
fn date_of(days: u64) -> Date {
    let days = days + 719_468; // since 0000-03-01
    let (era, day) = (days / 146_097, days % 146_097); // 400 years
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153; // 0 is March
    let day_of_month = day - (153 * month + 2) / 5 + 1;
    let (month, next_year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = u16::try_from(era * 400 + year + next_year).ok();
    let small = |n: u64| u8::try_from(n).ok();
    let date = || Date::new(year?, small(month)?, small(day_of_month)?);
    date().expect("the clock shows a year before 10000")
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn days_since_1970_are_dates() {
        for (days, date) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01"), (20_148, "2025-03-01")]
        {
            assert_eq!(date_of(days).to_string(), date);
        }
    }
}
