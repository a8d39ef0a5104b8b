//! The dates of a résumé: a day, a month or a year.

use crate::content::Date;

/// A day, a month or a year of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PartialDate {
    pub(crate) year: u16,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl PartialDate {
    /// Parses `2014-02-28`, `2014-02` or `2014`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        let date: Date = whole.parse().ok()?;
        let (month, day) = ((text.len() > 4).then(|| date.month()), (text.len() > 7).then(|| date.day()));
        Some(Self { year: date.year(), month, day })
    }

    /// Whether all of it is before the beginning of another.
    pub(super) fn is_before(self, other: Self) -> bool {
        let known = |one: Option<u8>, other: Option<u8>| one.zip(other);
        match (self.year.cmp(&other.year), known(self.month, other.month), known(self.day, other.day)) {
            (std::cmp::Ordering::Equal, Some((one, two)), days) if one == two => {
                days.is_some_and(|(one, two)| one < two)
            }
            (std::cmp::Ordering::Equal, months, _) => months.is_some_and(|(one, two)| one < two),
            (order, ..) => order.is_lt(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn a_date_is_a_day_a_month_or_a_year() {
        for text in ["2014-02-28", "2014-02", "2014"] {
            assert!(PartialDate::parse(text).is_some(), "{text}");
        }
        for text in ["2014-02-30", "2014-13", "14", "2014-2", "Feb 2014", "2014-02-", "2014-02-28T10:00", "２０１４"]
        {
            assert!(PartialDate::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn dates_are_compared_as_far_as_both_are_known() {
        let is_before =
            |one, other| PartialDate::parse(one).zip(PartialDate::parse(other)).map(|(a, b)| a.is_before(b));
        for (one, other, before) in [
            ("2013", "2014-02", true),
            ("2014", "2014-02", false),
            ("2014-01", "2014-02-28", true),
            ("2014-02", "2014-02-28", false),
            ("2014-02-27", "2014-02-28", true),
            ("2014-03-01", "2014-02-28", false),
        ] {
            assert_eq!(is_before(one, other), Some(before), "{one} and {other}");
        }
    }
}
