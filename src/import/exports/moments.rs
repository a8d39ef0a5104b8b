//! Days and times as exports write them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::bundle::Moment;
use crate::content::Date;

/// A local time, `2023-01-16 07:08:31`, with the offset that the same time in UTC tells. WordPress writes zeros for a
/// time that is not known.
pub(super) fn local(written: &str, utc: &str) -> Option<Moment> {
    let local = civil(written)?;
    let seconds = civil(utc).and_then(|utc| i32::try_from(local.duration_since(utc).as_secs()).ok());
    let offset = seconds.and_then(|seconds| Offset::from_seconds(seconds).ok());
    let day = day(local)?;
    match offset {
        Some(offset) => Moment::with_offset(day, local.time(), offset, None),
        None => Some(Moment::local(day, local.time(), None)),
    }
}

/// An instant as in `2023-01-16T07:08:31.000Z`.
pub(super) fn instant(written: &str) -> Option<Moment> {
    let utc = Offset::UTC.to_datetime(written.parse::<Timestamp>().ok()?);
    Moment::with_offset(day(utc)?, utc.time(), Offset::UTC, None)
}

fn civil(written: &str) -> Option<DateTime> {
    let written = written.trim();
    if written.starts_with("0000") { None } else { DateTime::strptime("%Y-%m-%d %H:%M:%S", written).ok() }
}

fn day(time: DateTime) -> Option<Date> {
    Date::new(u16::try_from(time.year()).ok()?, u8::try_from(time.month()).ok()?, u8::try_from(time.day()).ok()?)
}
