//! When a post was published or changed: a day, with a time if its author wrote one.

use jiff::Timestamp;
use jiff::civil::{self, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

use crate::content::Date;

/// A day in the site's time zone, and the time of that day as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day that pages show.
    pub day: Date,
    /// The day as it is written, whatever the time zone, so that what is derived from it stays the same.
    pub(crate) written: Date,
    /// Orders the posts of one day. If the site has no time zone, it is the written time, taken as UTC.
    pub(super) clock: Option<Timestamp>,
    /// The instant and its offset from UTC, if both are known.
    pub(super) exact: Option<(Timestamp, Offset)>,
}

impl Moment {
    /// A day without a time.
    pub(crate) fn of_day(day: Date) -> Self {
        Self { day, written: day, clock: None, exact: None }
    }

    /// A local time of the site, in its time zone if that is known. A time that the clock skips is moved forward by as
    /// much: 02:30 is 03:30. Of a time that the clock shows twice, it is the first.
    pub(crate) fn local(day: Date, time: Time, zone: Option<&TimeZone>) -> Self {
        let written = civil_date(day).to_datetime(time);
        let exact = zone.and_then(|zone| {
            let moment = zone.to_timestamp(written).ok()?;
            Some((moment, zone.to_offset(moment)))
        });
        Self { clock: exact.map(|(moment, _)| moment).or(in_utc(written)), exact, ..Self::of_day(day) }
    }

    /// A time with an `offset` from UTC: on its day in the site's time zone if that is known, else on the day as
    /// written. `None` if the instant is out of range.
    pub(crate) fn with_offset(day: Date, time: Time, offset: Offset, zone: Option<&TimeZone>) -> Option<Self> {
        let written = civil_date(day).to_datetime(time);
        let moment = offset.to_timestamp(written).ok()?;
        Some(match zone {
            Some(zone) => Self {
                day: day_at(moment, zone)?,
                written: day,
                clock: Some(moment),
                exact: Some((moment, zone.to_offset(moment))),
            },
            None => Self { clock: in_utc(written), exact: Some((moment, offset)), ..Self::of_day(day) },
        })
    }

    /// The instant and its offset from UTC, if both are known.
    pub(crate) fn exact(&self) -> Option<(Timestamp, Offset)> {
        self.exact
    }

    /// A sort key, from the past to the future. A day without a time comes before all times of that day.
    pub(crate) fn order(&self) -> (Date, Option<Timestamp>) {
        (self.day, self.clock)
    }

    /// The instant; for a day without a known one, midnight UTC.
    pub(crate) fn instant(&self) -> Timestamp {
        let midnight = || in_utc(civil_date(self.day).to_datetime(Time::midnight()));
        self.exact.map(|(moment, _)| moment).or_else(midnight).unwrap_or(Timestamp::MAX)
    }

    /// Whether it is before another: by time if both have one that can be compared, else by day.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        match (self.exact, other.exact) {
            (Some((this, _)), Some((other, _))) => this < other,
            (None, None) if self.clock.is_some() && other.clock.is_some() => self.order() < other.order(),
            _ => self.day < other.day,
        }
    }
}

/// The day of an instant in a time zone. `None` before the year 0.
#[must_use]
pub fn day_at(moment: Timestamp, zone: &TimeZone) -> Option<Date> {
    let date = zone.to_datetime(moment).date();
    Date::new(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
}

pub(crate) fn civil_date(day: Date) -> civil::Date {
    civil::date(day.year().cast_signed(), day.month().cast_signed(), day.day().cast_signed())
}

/// A local time taken as UTC. `None` in the last hours of the year 9999, where timestamps end.
fn in_utc(written: DateTime) -> Option<Timestamp> {
    Offset::UTC.to_timestamp(written).ok()
}
