//! The locations of the values of a front matter, for findings about them.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::diagnostics::location::Location;

/// The locations of values and of the items in lists, by our name of their key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Locations {
    values: BTreeMap<&'static str, Location>,
    items: BTreeMap<(&'static str, String), Location>,
    /// The keys that are written in another engine's form.
    foreign: BTreeSet<&'static str>,
}

impl Locations {
    /// Records a value. The first of a key stays.
    pub(super) fn note(&mut self, key: &'static str, at: Location) {
        self.values.entry(key).or_insert(at);
    }

    /// Records that a key is written in another engine's form, unless it is recorded already.
    pub(super) fn note_foreign(&mut self, key: &'static str) {
        if !self.has(key) {
            self.foreign.insert(key);
        }
    }

    /// Records the items of a list, and returns them without their locations.
    pub(super) fn note_items(&mut self, key: &'static str, items: Vec<(String, Location)>) -> Vec<String> {
        for (item, at) in &items {
            self.items.entry((key, item.clone())).or_insert(*at);
        }
        items.into_iter().map(|(item, _)| item).collect()
    }

    /// Whether a key is written.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Whether a key is written in another engine's form.
    pub(crate) fn is_foreign(&self, key: &str) -> bool {
        self.foreign.contains(key)
    }

    /// Where the value of a key is; the whole file if it is not written.
    pub(crate) fn of(&self, key: &str) -> Location {
        self.values.get(key).copied().unwrap_or_default()
    }

    /// Where an item of a list is; the value of the key if the list has no such item.
    pub(crate) fn of_item(&self, key: &'static str, item: &str) -> Location {
        self.items.get(&(key, item.to_owned())).copied().unwrap_or_else(|| self.of(key))
    }
}
