//! Where the results of costly work on the parts of a text are kept from one time to the next.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

#[cfg(not(target_arch = "wasm32"))]
use super::cache::Cache;
use super::key::Key;
use super::remembered::Remembered;

/// The results of parts of texts, as JSON.
pub(crate) type Parts = Mutex<Remembered<Vec<u8>>>;

/// A place where results are kept.
pub(crate) enum Kept<'a> {
    /// The cache of the bundler. All parts of a text are one entry, because most texts did not change.
    #[cfg(not(target_arch = "wasm32"))]
    Disk(&'a Cache),
    /// The memory of one process. Each part is an entry, because a text that is written changes in one of them. The number
    /// is that of the edition of what does the work.
    Memory(&'a Parts, u32),
}

impl Kept<'_> {
    /// What `make` returns for each part of a text. `maker`: what the results depend on besides the `inputs` of a part.
    pub(crate) fn all<P, T: Serialize + DeserializeOwned>(
        &self,
        maker: &Key,
        parts: &[P],
        inputs: impl Fn(&P) -> [&[u8]; 2],
        make: impl Fn(&P) -> T,
    ) -> Vec<T> {
        let key = |maker: &Key, parts: &[P]| {
            let inputs = parts.iter().flat_map(&inputs);
            Key::new(maker.kind(), &std::iter::once(maker.name().as_bytes()).chain(inputs).collect::<Vec<_>>())
        };
        match self {
            _ if parts.is_empty() => Vec::new(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Disk(cache) => {
                let key = key(maker, parts);
                let known = cache.get(&key).and_then(|json| serde_json::from_slice(&json).ok());
                known.unwrap_or_else(|| {
                    let made: Vec<T> = parts.iter().map(make).collect();
                    // Best effort: without it, the work is done again.
                    let _ = serde_json::to_vec(&made).map(|json| cache.put(&key, &json));
                    made
                })
            }
            Self::Memory(memory, edition) => {
                let maker = maker.part(&edition.to_string());
                let memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
                let one = |part: &P| {
                    let json = || serde_json::to_vec(&make(part)).unwrap_or_default();
                    let known = memory.get_or(|| key(&maker, std::slice::from_ref(part)), json, |_| true);
                    serde_json::from_slice(&known).unwrap_or_else(|_| make(part))
                };
                parts.iter().map(one).collect()
            }
        }
    }
}
