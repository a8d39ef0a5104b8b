//! The version of a file: the id that git gives its bytes.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use sha1::{Digest, Sha1};

/// The git blob id of a file's bytes: 40 hexadecimal digits.
pub(super) fn of(bytes: &[u8]) -> String {
    let mut hash = Sha1::new();
    hash.update(format!("blob {}\0", bytes.len()));
    hash.update(bytes);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of a file, and their version. `None` if there is no file.
pub(super) fn read(path: &Path) -> io::Result<Option<(Vec<u8>, String)>> {
    match fs::read(path) {
        Ok(bytes) => {
            let version = of(&bytes);
            Ok(Some((bytes, version)))
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        // Windows calls it a missing permission.
        Err(_) if path.is_dir() => Ok(None),
        Err(error) => Err(error),
    }
}

/// The version of the file at a path. `None` if there is no file.
pub(super) fn at(path: &Path) -> io::Result<Option<String>> {
    Ok(read(path)?.map(|(_, version)| version))
}

/// A file that changed less than this before it was read may change again with the same time: FAT counts in 2 seconds.
const COARSEST_CLOCK: Duration = Duration::from_secs(3);

/// The versions of files that did not change since they were read.
#[derive(Debug, Default)]
pub(super) struct Versions(Mutex<HashMap<PathBuf, (Stamp, String)>>);

type Stamp = (u64, SystemTime);

impl Versions {
    /// The version of a file, which is read only if its size or its time changed.
    pub(super) fn of(&self, path: &Path) -> io::Result<String> {
        let mut file = File::open(path)?;
        let metadata = file.metadata()?;
        let stamp = (metadata.len(), metadata.modified()?);
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, version)) = lock().get(path).filter(|(known, _)| *known == stamp) {
            return Ok(version.clone());
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let version = of(&bytes);
        if stamp.1.elapsed().is_ok_and(|age| age > COARSEST_CLOCK) {
            lock().insert(path.to_owned(), (stamp, version.clone()));
        }
        Ok(version)
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_version_is_the_id_that_git_gives() {
        // `git hash-object` of an empty file, and of `hello`.
        assert_eq!(of(b""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(of(b"hello"), "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0");
    }
}
