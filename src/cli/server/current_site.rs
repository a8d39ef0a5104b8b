//! The site that is being written, as it stands: a file of it is made when somebody asks for it.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::host::Files;
use crate::bundle::BuiltSite;
use crate::content::SEARCH;

/// Shared by the one who builds the site and all who look at it.
#[derive(Clone, Default)]
pub(crate) struct CurrentSite(Arc<RwLock<Option<Arc<Standing>>>>);

/// The files of a search index, by their paths.
type Index = BTreeMap<String, Vec<u8>>;

/// A site, and its search index once somebody has reached for the search.
struct Standing {
    made: BuiltSite,
    index: Mutex<Option<Arc<Index>>>,
}

impl CurrentSite {
    /// Puts a site in the place of the former one.
    pub(crate) fn show(&self, made: BuiltSite) {
        let standing = Some(Arc::new(Standing { made, index: Mutex::default() }));
        // Taken down when nobody waits for the lock any more.
        let _former = mem::replace(&mut *self.0.write().unwrap_or_else(PoisonError::into_inner), standing);
    }

    fn standing(&self) -> Option<Arc<Standing>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Files for CurrentSite {
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let standing = self.standing()?;
        let index = || standing.index()?.get(path).cloned();
        let made = standing.made.file(path).map(Into::into);
        made.or_else(|| path.starts_with(SEARCH).then(index).flatten())
    }

    fn is_folder(&self, path: &str) -> bool {
        self.standing().is_some_and(|standing| standing.made.is_folder(path))
    }
}

impl Standing {
    /// The index, which takes longer than an author waits who does not search. What fails is tried again the next time.
    fn index(&self) -> Option<Arc<Index>> {
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        if index.is_none() {
            println!("The search index is made.");
            match self.made.index() {
                Ok(files) => *index = Some(Arc::new(files)),
                Err(error) => eprintln!("the search index: {error}"),
            }
        }
        index.clone()
    }
}
