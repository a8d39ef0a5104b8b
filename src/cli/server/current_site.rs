//! The current state of the site that is being written. Its files are made on request.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread;

use super::host::Files;
use crate::bundle::BuiltSite;
use crate::content::{Route, SEARCH};

/// Shared by the builder of the site and all requests.
#[derive(Clone, Default)]
pub(crate) struct CurrentSite(Arc<RwLock<Option<Arc<Standing>>>>);

/// The files of a search index, by path.
type Index = BTreeMap<String, Vec<u8>>;

/// A site, and its search index after the first request for one of its files.
struct Standing {
    made: BuiltSite,
    index: Mutex<Option<Arc<Index>>>,
}

impl CurrentSite {
    /// Replaces the site.
    pub(crate) fn show(&self, made: BuiltSite) {
        let standing = Some(Arc::new(Standing { made, index: Mutex::default() }));
        let former = mem::replace(&mut *self.0.write().unwrap_or_else(PoisonError::into_inner), standing);
        // Dropped after the lock is released, and beside the work that makes open pages show the site.
        thread::spawn(move || drop(former));
    }

    /// The file of the text at a route, below the site's folder and with slashes.
    pub(crate) fn source(&self, route: &Route) -> Option<String> {
        let standing = self.standing()?;
        let names: Option<Vec<&str>> = standing.made.source(route)?.iter().map(|name| name.to_str()).collect();
        names.map(|names| names.join("/"))
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
    /// The search index, made on first use, since it takes long. A failure is retried on the next request.
    fn index(&self) -> Option<Arc<Index>> {
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        if index.is_none() {
            println!("Building the search index.");
            match self.made.index() {
                Ok(files) => *index = Some(Arc::new(files)),
                Err(error) => eprintln!("the search index cannot be built: {error}"),
            }
        }
        index.clone()
    }
}
