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
    let mut hash = begin(bytes.len() as u64);
    hash.update(bytes);
    digits(hash)
}

fn begin(length: u64) -> Sha1 {
    Sha1::new_with_prefix(format!("blob {length}\0"))
}

fn digits(hash: Sha1) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The version of an open file of a length, which is not kept in memory: it may be a film.
fn of_file(file: &File, length: u64) -> io::Result<String> {
    let mut hash = begin(length);
    // What is written to its end meanwhile would make a version that no bytes have.
    if io::copy(&mut file.take(length), &mut hash)? < length {
        return Err(io::Error::new(ErrorKind::UnexpectedEof, "the file became shorter while it was read"));
    }
    Ok(digits(hash))
}

/// The bytes of a file, and their version. `None` if there is no file.
pub(super) fn read(path: &Path) -> io::Result<Option<(Vec<u8>, String)>> {
    let bytes = if_there(path, fs::read(path))?;
    Ok(bytes.map(|bytes| {
        let version = of(&bytes);
        (bytes, version)
    }))
}

/// The version of the file at a path. `None` if there is no file.
pub(super) fn at(path: &Path) -> io::Result<Option<String>> {
    let version = || {
        let file = File::open(path)?;
        of_file(&file, file.metadata()?.len())
    };
    if_there(path, version())
}

/// What was read of a file; `None` if there is none at the path.
fn if_there<T>(path: &Path, read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        // Windows calls it a missing permission.
        Err(_) if path.is_dir() => Ok(None),
        Err(error) => Err(error),
    }
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
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        let stamp = (metadata.len(), metadata.modified()?);
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, version)) = lock().get(path).filter(|(known, _)| *known == stamp) {
            return Ok(version.clone());
        }
        let version = of_file(&file, stamp.0)?;
        if stamp.1.elapsed().is_ok_and(|age| age > COARSEST_CLOCK) {
            lock().insert(path.to_owned(), (stamp, version.clone()));
        }
        Ok(version)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Versions, at, of, read};

    #[test]
    fn a_version_is_the_id_that_git_gives() {
        // `git hash-object` of an empty file, and of `hello`.
        assert_eq!(of(b""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(of(b"hello"), "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0");
    }

    #[test]
    fn a_file_has_the_same_version_however_it_is_read() {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let path = dir.path().join("film.mp4");
        // More than a buffer.
        for length in [0, 1, 300_000] {
            let film: Vec<u8> = (0..length).map(|n: u32| n.to_le_bytes()[1]).collect();
            fs::write(&path, &film).expect("a file for a test");
            let version = of(&film);
            assert_eq!(Versions::default().of(&path).expect("a file"), version);
            assert_eq!(at(&path).expect("a file"), Some(version.clone()));
            assert_eq!(read(&path).expect("a file"), Some((film, version)));
        }
        for nothing in [dir.path().join("none"), path.join("below"), dir.path().to_owned()] {
            assert_eq!(at(&nothing).expect("no error"), None);
            assert_eq!(read(&nothing).expect("no error"), None);
        }
    }
}
