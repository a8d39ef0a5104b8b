//! The new place of each text: its slug, its file, and the old addresses that lead to it.

mod addresses;
mod slugs;
mod tags;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::bundle::Moment;
use crate::bundle::day_at;
use crate::content::{Route, Slug};
use crate::import::notes::Open;
use crate::import::site::OldSite;

/// Where each text will be.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// One for each text of the old site.
    pub(super) texts: Vec<Place>,
    /// The texts by the keys of their old and new addresses.
    pub(super) by_address: HashMap<String, usize>,
    /// The texts by the keys of their aliases.
    owners: HashMap<String, usize>,
    /// How many old addresses answer.
    pub(super) answering: usize,
    /// Old addresses that do not, each with the reason.
    pub(super) lost: Vec<(String, String)>,
}

/// The place of a text.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) slug: Slug,
    pub(super) route: Route,
    pub(super) aliases: Vec<String>,
    /// What has to be said about it.
    pub(super) open: Vec<Open>,
}

impl Plan {
    /// Gives each text a slug, a tag its most common spelling, and each old address a text. `taken` are the pages of the
    /// new site that are not from an import; `old_base` and `base` are the paths of the old and the new site.
    pub(super) fn new(site: &mut OldSite, root: &Path, taken: &BTreeSet<Route>, old_base: &str, base: &str) -> Self {
        let mut notes: Vec<Vec<Open>> = site.texts.iter().map(|_| Vec::new()).collect();
        for (text, open) in site.texts.iter_mut().zip(&mut notes) {
            if text.date.is_none() && !text.page {
                text.date = modified(&root.join(&text.source));
                let day = text.date.map_or_else(String::new, |date| date.to_string());
                let message = format!("it has no date: that of the last change of its file is taken, {day}");
                open.push(Open { line: 1, message, remedy: "correct date in the new file".to_owned() });
            }
        }
        for text in site.texts.iter_mut().filter(|text| text.title.trim().is_empty()) {
            let words =
                text.slug.as_deref().map(|slug| slug.replace('-', " ")).filter(|words| !words.trim().is_empty());
            text.title = words.unwrap_or_else(|| "Untitled".to_owned());
        }
        tags::unify(&mut site.texts, &mut notes);
        let slugs = slugs::of(&site.texts, taken, &mut notes);
        let places =
            slugs.into_iter().zip(notes).map(|((slug, route), open)| Place { slug, route, aliases: Vec::new(), open });
        let mut plan = Self { texts: places.collect(), ..Self::default() };
        plan.keep_addresses(site, taken, old_base, base);
        plan
    }
}

/// The day of the last change of a file, in UTC; a fixed day if the system does not know it.
fn modified(file: &Path) -> Option<Moment> {
    let time = file.metadata().and_then(|data| data.modified()).ok();
    let time = time.and_then(|time| jiff::Timestamp::try_from(time).ok()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    day_at(time, &jiff::tz::TimeZone::UTC).map(Moment::of_day)
}
