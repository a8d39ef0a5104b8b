//! The syntect grammars for highlighting, and their names. The bundler has all; the editor loads those of a text.

use std::collections::BTreeMap;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::LazyLock;

use syntect::dumps::from_reader;
use syntect::parsing::{SyntaxReference, SyntaxSet};

use super::names::Names;
use crate::bundle::key::Key;

/// Grammars by their indices in the whole set.
pub(crate) struct Grammars {
    pub(super) names: Names,
    sets: Sets,
}

enum Sets {
    /// All in one.
    #[cfg(not(target_arch = "wasm32"))]
    All(SyntaxSet),
    /// Those that are loaded, each in a set with the grammars that it refers to.
    Loaded(BTreeMap<usize, SyntaxSet>),
}

impl Grammars {
    /// All grammars. They load in a few milliseconds; each is compiled when first used.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn all() -> &'static Self {
        static ALL: LazyLock<Grammars> = LazyLock::new(|| {
            let set = two_face::syntax::extra_newlines();
            Grammars { names: Names::of(&set), sets: Sets::All(set) }
        });
        &ALL
    }

    /// No grammars yet, only their names.
    pub(crate) fn named(names: Names) -> Self {
        Self { names, sets: Sets::Loaded(BTreeMap::new()) }
    }

    /// The names of all grammars.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// Adds a grammar from the bytes of its file. `false` if there is no grammar of this id, or if the bytes are not
    /// those of a file.
    pub(crate) fn add(&mut self, id: &str, bytes: &[u8]) -> bool {
        let index = id.rsplit_once('-').and_then(|(_, index)| index.parse().ok());
        let index = index.filter(|index| self.names.id(*index) == id);
        let set =
            from_reader::<SyntaxSet, _>(bytes).ok().filter(|set| set.syntaxes().len() == self.names.grammars.len());
        match (&mut self.sets, index, set) {
            (Sets::Loaded(loaded), Some(index), Some(set)) => {
                loaded.insert(index, set);
                true
            }
            _ => false,
        }
    }

    /// A grammar with the set that it is in, if it is loaded.
    pub(super) fn get(&self, index: usize) -> Option<(&SyntaxReference, &SyntaxSet)> {
        let set = match &self.sets {
            #[cfg(not(target_arch = "wasm32"))]
            Sets::All(set) => set,
            Sets::Loaded(loaded) => loaded.get(&index)?,
        };
        Some((set.syntaxes().get(index)?, set))
    }

    /// The key of what is made with these grammars.
    pub(super) fn key(&self, maker: &Key) -> Key {
        match &self.sets {
            #[cfg(not(target_arch = "wasm32"))]
            Sets::All(_) => maker.clone(),
            Sets::Loaded(loaded) => maker.part(&format!("{:?}", loaded.keys())),
        }
    }
}
