//! Where the results of costly work on the parts of a text are kept from one time to the next.

use std::cell::Cell;
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
    /// Results that depend on more, which `lasts` says, are not kept.
    pub(crate) fn all<P, T: Serialize + DeserializeOwned>(
        &self,
        maker: &Key,
        parts: &[P],
        inputs: impl Fn(&P) -> [&[u8]; 2],
        make: impl Fn(&P) -> T,
        lasts: impl Fn(&T) -> bool,
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
                    if made.iter().all(&lasts) {
                        // Best effort: without it, the work is done again.
                        let _ = serde_json::to_vec(&made).map(|json| cache.put(&key, &json));
                    }
                    made
                })
            }
            Self::Memory(memory, edition) => {
                let maker = maker.part(&edition.to_string());
                let memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
                let one = |part: &P| {
                    let passing = Cell::new(None);
                    let json = || {
                        let made = make(part);
                        let json =
                            if lasts(&made) { serde_json::to_vec(&made).unwrap_or_default() } else { Vec::new() };
                        passing.set(json.is_empty().then_some(made));
                        json
                    };
                    let known =
                        memory.get_or(|| key(&maker, std::slice::from_ref(part)), json, |json| !json.is_empty());
                    let read = || serde_json::from_slice(&known).unwrap_or_else(|_| make(part));
                    passing.take().unwrap_or_else(read)
                };
                parts.iter().map(one).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::Kept;
    use crate::bundle::cache::Cache;
    use crate::bundle::key::Key;

    #[test]
    fn what_does_not_last_is_made_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::of(folder.path());
        let kept = Kept::Disk(&cache);
        let made = Cell::new(0);
        let number = |lasts: bool| {
            let make = |_: &&str| {
                made.set(made.get() + 1);
                made.get()
            };
            let maker = Key::new("parts", &[b"one"]);
            kept.all(&maker, &["a"], |part| [part.as_bytes(), b""], make, |_: &i32| lasts)
        };
        assert_eq!([false, false, true, true].map(number), [[1], [2], [3], [3]]);
    }
}
