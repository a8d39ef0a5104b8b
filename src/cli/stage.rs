//! The site that is being written, as it stands: no file of it is made before somebody asks for it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::host::Files;
use crate::bundle::Made;
use crate::content::SEARCH;

/// Shared by the one who builds the site and all who look at it.
#[derive(Clone, Default)]
pub(super) struct Stage(Arc<RwLock<Option<Arc<Standing>>>>);

/// A site, and its search index once somebody has searched.
struct Standing {
    made: Made,
    index: OnceLock<BTreeMap<String, Vec<u8>>>,
}

impl Stage {
    /// Puts a site in the place of the former one.
    pub(super) fn show(&self, made: Made) {
        let standing = Some(Arc::new(Standing { made, index: OnceLock::new() }));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = standing;
    }

    fn standing(&self) -> Option<Arc<Standing>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Files for Stage {
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let standing = self.standing()?;
        let index = || standing.index().get(path).cloned();
        let made = standing.made.file(path).map(Into::into);
        made.or_else(|| path.starts_with(SEARCH).then(index).flatten())
    }

    fn is_folder(&self, path: &str) -> bool {
        self.standing().is_some_and(|standing| standing.made.is_folder(path))
    }
}

impl Standing {
    /// The index takes longer than an author waits who does not search.
    fn index(&self) -> &BTreeMap<String, Vec<u8>> {
        self.index.get_or_init(|| {
            println!("Somebody searches: the index is made.");
            self.made.index().unwrap_or_else(|error| {
                eprintln!("the search index: {error}");
                BTreeMap::new()
            })
        })
    }
}
