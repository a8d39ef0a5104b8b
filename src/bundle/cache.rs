//! What was worked out once and is kept, under the hash of all that it was made from: it is never out of date.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// A folder below `target`, safe to delete at any time.
pub(crate) struct Cache(PathBuf);

/// Names one thing in the cache.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    kind: &'static str,
    name: String,
}

impl Key {
    /// The key of what is made from `inputs`. Anything that has a say in the outcome is an input:
    /// settings, and the versions of the crates that do the work, by [`version_of`].
    pub(crate) fn new(kind: &'static str, inputs: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for input in inputs {
            // With its length, so that no two lists of inputs run together to the same bytes.
            hash.update((input.len() as u64).to_le_bytes());
            hash.update(input);
        }
        Self { kind, name: format!("{:x}", hash.finalize()) }
    }

    /// The key of a part of the same.
    pub(crate) fn part(&self, part: &str) -> Self {
        Self { kind: self.kind, name: format!("{}-{part}", self.name) }
    }

    /// The whole hash, for the key of what is made from this.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The beginning of the hash, for the name of a file that changes with its content.
    pub(crate) fn short(&self) -> &str {
        &self.name[..8]
    }
}

impl Cache {
    /// The cache of the site in this folder.
    pub(crate) fn of(root: &Path) -> Self {
        Self(root.join("target/site/cache"))
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// Where something is kept, whether it is there or not.
    pub(crate) fn file(&self, key: &Key) -> PathBuf {
        self.0.join(key.kind).join(&key.name)
    }

    /// What is kept under this key.
    pub(crate) fn get(&self, key: &Key) -> Option<Vec<u8>> {
        std::fs::read(self.file(key)).ok()
    }

    /// What is kept under this key, else what `make` makes, which is kept then. Where nothing can be kept it is made every time.
    pub(crate) fn kept<T: Serialize + DeserializeOwned>(&self, key: &Key, make: impl FnOnce() -> T) -> T {
        let known = self.get(key).and_then(|json| serde_json::from_slice(&json).ok());
        known.unwrap_or_else(|| {
            let made = make();
            let _ = serde_json::to_vec(&made).map(|json| self.put(key, &json));
            made
        })
    }

    /// Keeps something. It appears whole or not at all, so that two programs may work at once.
    pub(crate) fn put(&self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        let folder = self.0.join(key.kind);
        std::fs::create_dir_all(&folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        file.write_all(bytes)?;
        file.persist(self.file(key))?;
        Ok(())
    }
}

/// The version of a crate that this program was built with; empty if it was built without.
pub(crate) fn version_of(name: &str) -> &'static str {
    let mut lines = include_str!("../../Cargo.lock").lines();
    let this = format!("name = \"{name}\"");
    lines.find(|line| *line == this).and_then(|_| lines.next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_under_a_key_is_got_back_and_nothing_else() {
        let root = tempfile::tempdir().expect("a folder");
        let cache = Cache::of(root.path());
        let key = Key::new("words", &[b"one", b"two"]);
        assert_eq!(cache.get(&key), None);
        cache.put(&key, b"first").expect("it can be written");
        cache.put(&key, b"kept").expect("it can be written twice");
        assert_eq!(cache.get(&key).as_deref(), Some(&b"kept"[..]));
        for other in [Key::new("words", &[b"onetwo"]), Key::new("words", &[b"on", b"etwo"]), key.part("480")] {
            assert_eq!(cache.get(&other), None, "{other:?}");
        }
    }

    #[test]
    fn the_version_of_a_crate_is_that_of_the_lock_file() {
        assert!(version_of("sha2").starts_with("version = \"0."), "{}", version_of("sha2"));
        assert_eq!(version_of("no-such-crate"), "");
    }
}
