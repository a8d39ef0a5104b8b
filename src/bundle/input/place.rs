//! What the folder and the name of a file say of its text.

use std::borrow::Cow;

use jiff::civil::Time;

use super::config::Config;
use super::config::collections::{Collection, View};
use super::config::permalink::Permalink;
use super::fields::date::of_name;
use crate::bundle::time::moment::Moment;

/// What the folder and the name of a file say of its text.
pub(super) struct Place<'a> {
    /// The collection whose folder it is in.
    pub(super) collection: Option<&'a Collection>,
    /// The form of its address.
    pub(super) permalink: Cow<'a, Permalink>,
    /// The date that its name begins with.
    pub(super) date: Option<Moment>,
    /// The name that its address is made of.
    pub(super) name: &'a str,
}

impl<'a> Place<'a> {
    /// That of a file of a `name`, in a folder of the site.
    pub(super) fn of(top: &str, name: &'a str, config: &'a Config) -> Self {
        let collection = config.collections.get(top);
        let (day, rest) = of_name(name);
        let in_stream = collection.is_some_and(|collection| collection.view == View::Stream);
        let date = day.map(|day| match time(rest).filter(|_| in_stream) {
            Some(time) => Moment::local(day, time, config.timezone.as_ref()),
            None => Moment::of_day(day),
        });
        // Of texts without titles, the date may be all that tells them apart.
        let name = if in_stream { name } else { rest };
        Self { collection, permalink: config.permalink_in(top), date, name }
    }

    /// Whether the text needs no title.
    pub(super) fn may_be_untitled(&self) -> bool {
        self.collection.is_some_and(|collection| collection.view == View::Stream)
    }
}

/// The time in the name of a file, in hours and minutes: `1815`.
fn time(name: &str) -> Option<Time> {
    let (hours, minutes) = name.split_at_checked(2)?;
    let digits = name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok())?
}
