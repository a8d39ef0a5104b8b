//! The clock of the device.

use js_sys::Date;

/// The day where the author is: `2025-03-01`.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The hour and the minute there: `1815`.
pub(crate) fn time() -> String {
    let now = Date::new_0();
    format!("{:02}{:02}", now.get_hours(), now.get_minutes())
}
