//! Posts without a date.

use std::path::Path;

use crate::bundle::{Moment, day_at};
use crate::import::notes::Open;
use crate::import::site::OldSite;

/// Gives posts without a date that of the last change of their file, with a note for each.
pub(super) fn date(site: &mut OldSite, root: &Path) {
    for text in site.texts.iter_mut().filter(|text| text.date.is_none() && !text.page) {
        text.date = modified(&root.join(&text.source));
        let day = text.date.map_or_else(String::new, |date| date.to_string());
        let message = format!("it has no date: that of the last change of its file is taken, {day}");
        let remedy = "correct date in the new file".to_owned();
        site.open.push((text.source.clone(), Open { line: 1, message, remedy }));
    }
}

/// The day of the last change of a file, in UTC; a fixed day if the system does not know it.
fn modified(file: &Path) -> Option<Moment> {
    let time = file.metadata().and_then(|data| data.modified()).ok();
    let time = time.and_then(|time| jiff::Timestamp::try_from(time).ok()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    day_at(time, &jiff::tz::TimeZone::UTC).map(Moment::of_day)
}
