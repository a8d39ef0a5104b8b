//! Dates as people write them.

use std::borrow::Cow;

use jiff::tz::TimeZone;

use crate::bundle::Moment;
use crate::bundle::input::fields::{date, date_remedy};

/// Reads a date in the forms that the site reads, in some more, and with words behind its time, such as PM or CET. Times
/// without an offset are in `zone`.
pub(super) fn read(text: &str, zone: Option<&TimeZone>) -> Option<Moment> {
    let text = with_hyphens(text.trim());
    date::read(&text, zone).ok().or_else(|| {
        date::day(&text)?;
        date::read(&date_remedy::nearest(&text), zone).ok()
    })
}

/// `2025.3.1` and `2025年3月1日` as `2025-3-1`.
fn with_hyphens(text: &str) -> Cow<'_, str> {
    const SIGNS: [char; 4] = ['.', '年', '月', '日'];
    let end = text.find(|c: char| !c.is_ascii_digit() && !SIGNS.contains(&c)).unwrap_or(text.len());
    let (day, rest) = text.split_at(end);
    if day.len() < "2025.3.1".len() || !day.contains(SIGNS) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(day.trim_end_matches('日').replace(SIGNS, "-") + rest)
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
            ("2025.3.1 9:05", "2025-03-01T09:05:00"),
            ("2025年3月1日", "2025-03-01"),
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
