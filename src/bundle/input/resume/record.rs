//! The checked values of a résumé.

use std::collections::BTreeMap;

use crate::bundle::diagnostics::location::Location;

/// A table of a résumé: its values by key, of which none is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(super) texts: BTreeMap<&'static str, String>,
    pub(super) lists: BTreeMap<&'static str, Vec<String>>,
    pub(super) parts: BTreeMap<&'static str, Vec<Record>>,
    /// Where those of the texts are that are addresses.
    pub(super) addresses: BTreeMap<&'static str, Location>,
}

impl Record {
    /// A text. Empty if there is none.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// The texts of a list.
    pub(crate) fn list(&self, key: &str) -> &[String] {
        self.lists.get(key).map_or(&[], Vec::as_slice)
    }

    /// The tables of a list.
    pub(crate) fn parts(&self, key: &str) -> &[Self] {
        self.parts.get(key).map_or(&[], Vec::as_slice)
    }

    /// A table. An empty one if there is none.
    pub(crate) fn part(&self, key: &str) -> &Self {
        static NONE: Record = Record {
            texts: BTreeMap::new(),
            lists: BTreeMap::new(),
            parts: BTreeMap::new(),
            addresses: BTreeMap::new(),
        };
        self.parts(key).first().unwrap_or(&NONE)
    }

    /// All addresses in it and in its tables, with their locations. The depth is that of the schema.
    pub(crate) fn addresses(&self) -> Vec<(Location, &str)> {
        let own = self.addresses.iter().map(|(key, at)| (*at, self.text(key)));
        own.chain(self.parts.values().flatten().flat_map(Self::addresses)).collect()
    }
}
