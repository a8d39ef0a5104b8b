//! A cache on disk: the key of an entry is the hash of everything it was made from, so that no entry is out of date.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::key::Key;

/// A folder below `target`, safe to delete at any time.
pub(crate) struct Cache(PathBuf);

impl Cache {
    /// The cache of the site in this folder.
    pub(crate) fn of(root: &Path) -> Self {
        Self(root.join("target/site/cache"))
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// The path of an entry, whether it exists or not.
    pub(crate) fn file(&self, key: &Key) -> PathBuf {
        self.0.join(key.kind()).join(key.name())
    }

    /// The entry of a key, if it exists.
    pub(crate) fn get(&self, key: &Key) -> Option<Vec<u8>> {
        std::fs::read(self.file(key)).ok()
    }

    /// Removes the entries of a kind other than these. Best effort: another process may be using them.
    pub(crate) fn keep(&self, kind: &'static str, used: &BTreeSet<Key>) {
        for entry in std::fs::read_dir(self.0.join(kind)).into_iter().flatten().flatten() {
            let is_used = |name: String| used.contains(&Key::named(kind, name));
            if !entry.file_name().into_string().is_ok_and(is_used) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }

    /// Stores an entry. It appears whole or not at all, so that two processes may use the cache at once.
    pub(crate) fn put(&self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        let folder = self.0.join(key.kind());
        let new = || tempfile::NamedTempFile::new_in(&folder);
        // The first entry of its kind makes the folder.
        let mut file = new().or_else(|_| std::fs::create_dir_all(&folder).and_then(|()| new()))?;
        file.write_all(bytes)?;
        file.persist(self.file(key))?;
        Ok(())
    }
}

/// What tells this program from one that makes other bytes of the same inputs: its version, and the state of its file.
pub(crate) fn program() -> &'static [u8] {
    static PROGRAM: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let file = std::env::current_exe().and_then(std::fs::metadata);
        // A file that is gone has no state: then nothing of another process is used.
        let state = file.map_or_else(|_| std::process::id().to_string(), |file| state_of(&file));
        [env!("CARGO_PKG_VERSION"), " ", &state].concat().into_bytes()
    });
    &PROGRAM
}

/// What changes whenever somebody writes to a file or replaces it, as an input of a key. Its time alone does not tell:
/// files from an archive may have that of the files they replace.
pub(crate) fn state_of(file: &Metadata) -> String {
    #[cfg(unix)]
    let changed = {
        use std::os::unix::fs::MetadataExt;
        (file.ctime(), file.ctime_nsec())
    };
    #[cfg(not(unix))]
    let changed = file.created().ok();
    format!("{:?}", (file.len(), file.modified().ok(), changed))
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
}
