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

/// Today's date in the time zone of the system, and the name of that zone. In UTC if it has no name.
pub(crate) fn today_and_zone() -> (Date, Option<String>) {
    let zone = TimeZone::system();
    match zone.iana_name() {
        Some(name) => (today_in(&zone), Some(name.to_owned())),
        None => (today_in(&TimeZone::UTC), None),
    }
}

fn today_in(zone: &TimeZone) -> Date {
    day_at(Timestamp::now(), zone).expect("the clock shows a year from 0 on")
}
