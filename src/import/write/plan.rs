//! The new place of each text: its slug, its file, and the old addresses that lead to it.

pub(super) mod addresses;
pub(super) mod permalinks;
mod slugs;
mod terms;

use std::collections::{BTreeSet, HashMap};

use crate::bundle::input::config::permalink::Permalink;
use crate::bundle::taxonomy::Taxonomy;
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
    /// The texts of an export by their numbers.
    pub(super) by_number: HashMap<String, usize>,
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
    /// The name of its file, without an ending.
    pub(super) file: Slug,
    pub(super) aliases: Vec<String>,
    /// What has to be said about it.
    pub(super) open: Vec<Open>,
}

impl Plan {
    /// Gives each text a slug, a tag or a category its most common spelling, and each old address a text. `taken` are the
    /// pages of the new site that are not from an import; `old_base` and `base` are the paths of the old and the new site.
    pub(super) fn new(
        site: &mut OldSite,
        taken: &BTreeSet<Route>,
        permalink: &Permalink,
        old_base: &str,
        base: &str,
    ) -> Self {
        let mut notes: Vec<Vec<Open>> = site.texts.iter().map(|_| Vec::new()).collect();
        for text in site.texts.iter_mut().filter(|text| text.title.trim().is_empty()) {
            let words =
                text.slug.as_deref().map(|slug| slug.replace('-', " ")).filter(|words| !words.trim().is_empty());
            text.title = words.unwrap_or_else(|| "Untitled".to_owned());
        }
        for taxonomy in Taxonomy::ALL {
            terms::unify(taxonomy, &mut site.texts, &mut notes);
        }
        let slugs = slugs::of(&site.texts, taken, permalink, &mut notes);
        let place = |((slug, route, file), open)| Place { slug, route, file, aliases: Vec::new(), open };
        let places = slugs.into_iter().zip(notes).map(place);
        let mut plan = Self { texts: places.collect(), ..Self::default() };
        plan.keep_addresses(site, taken, old_base, base);
        plan
    }
}
