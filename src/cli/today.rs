//! Today's date. The only place that reads the clock for it; everything else gets it passed.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::bundle::{day_at, read_time_zone};
use crate::content::Date;

/// Today's date for the site in `root`: in its time zone, or in UTC if it names none.
pub(crate) fn today(root: &Path) -> Date {
    today_in(&read_time_zone(root).unwrap_or(TimeZone::UTC))
}

/// Today's date on this machine: in the time zone of the system.
pub(crate) fn local_today() -> Date {
    today_in(&TimeZone::system())
}

fn today_in(zone: &TimeZone) -> Date {
    day_at(Timestamp::now(), zone).expect("the clock shows a year from 0 on")
}
