//! The clock of the device.

use js_sys::Date;

/// The day where the author is: `2025-03-01`.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The minute of that day, from 0.
pub(crate) fn minute() -> u32 {
    let now = Date::new_0();
    now.get_hours() * 60 + now.get_minutes()
}
