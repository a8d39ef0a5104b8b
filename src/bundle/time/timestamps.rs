//! Formats moments for other programs (RFC 3339, W3C, RFC 822). A day without a time begins at midnight UTC.

use std::fmt;

use super::moment::{Moment, civil_date};

impl fmt::Display for Moment {
    /// Writes `2025-03-01`, followed by the time if it is known: `2025-03-01T18:15:00+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.exact, self.clock) {
            (Some(_), _) => f.write_str(&rfc3339(self)),
            (None, Some(clock)) => write!(f, "{}", clock.strftime("%Y-%m-%dT%H:%M:%S")),
            (None, None) => self.day.fmt(f),
        }
    }
}

/// `2025-03-01T18:15:32+01:00`, or `2025-03-01T00:00:00Z` (RFC 3339).
pub(crate) fn rfc3339(moment: &Moment) -> String {
    exact(moment, "%Y-%m-%dT%H:%M:%S", "%:z", "Z").unwrap_or_else(|| format!("{}T00:00:00Z", moment.day))
}

/// `2025-03-01T18:15:32+01:00`, or the day alone (W3C Date and Time Formats, which sitemaps have).
pub(crate) fn w3c(moment: &Moment) -> String {
    moment.exact().map_or_else(|| moment.day.to_string(), |_| rfc3339(moment))
}

/// `Sat, 01 Mar 2025 18:15:32 +0100` or `Sat, 01 Mar 2025 00:00:00 GMT` (RFC 822, with a year of four digits, as RSS
/// asks for).
pub(crate) fn rfc822(moment: &Moment) -> String {
    exact(moment, "%a, %d %b %Y %H:%M:%S ", "%z", "GMT")
        .unwrap_or_else(|| civil_date(moment.day).strftime("%a, %d %b %Y 00:00:00 GMT").to_string())
}

/// A known instant in a format, followed by its offset in another, or by `utc` if it is written in UTC.
fn exact(moment: &Moment, form: &str, offset_form: &str, utc: &str) -> Option<String> {
    let (moment, offset) = moment.exact()?;
    // These formats have no seconds in an offset, as local mean times had them: such an instant is written in UTC.
    Some(if offset.is_zero() || offset.seconds() % 60 != 0 {
        format!("{}{utc}", moment.strftime(form))
    } else {
        moment.to_zoned_datetime(offset.to_time_zone()).strftime(&format!("{form}{offset_form}")).to_string()
    })
}
