//! The files of the former site, and what each was made from.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

/// A finished site.
pub(super) struct Former {
    folder: PathBuf,
    files: BTreeMap<String, Made>,
}

/// A file of a site.
#[derive(Serialize, Deserialize)]
pub(super) struct Made {
    /// The hash of what it was made from.
    pub(super) inputs: String,
    /// Its state then.
    pub(super) state: State,
}

/// What changes when somebody writes to a file or replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    bytes: u64,
    /// The time of its last change, in nanoseconds.
    time: u64,
    /// Its number on the disk, and its permissions; 0 where the system has none.
    number: u64,
    mode: u32,
}

impl Former {
    /// The site in a folder, with a record of its files. Without a readable one, it has none.
    pub(super) fn read(folder: &Path, record: &Path) -> Self {
        let files = fs::read(record).ok().and_then(|json| serde_json::from_slice(&json).ok());
        Self { folder: folder.to_owned(), files: files.unwrap_or_default() }
    }

    /// Links the file at a path to another path, if it was made from these inputs and nobody has changed it since.
    /// Returns its state; `None` if it has to be made. A file system without links is one for which all is made.
    pub(super) fn link(&self, path: &str, inputs: &str, to: &Path) -> Option<State> {
        let known = self.files.get(path).filter(|known| known.inputs == inputs)?;
        let from = self.folder.join(path);
        fs::hard_link(&from, to).ok()?;
        // Of the new link, since the former file can be replaced meanwhile.
        let linked = fs::symlink_metadata(to).ok().filter(Metadata::is_file);
        if linked.is_some_and(|linked| State::read(&linked) == known.state) {
            return Some(known.state);
        }
        let _ = fs::remove_file(to);
        None
    }

    /// Links the file at a path to another path, if its bytes are these. Returns its state.
    pub(super) fn link_same(&self, path: &str, bytes: &mut impl Read, length: u64, to: &Path) -> Option<State> {
        let from = self.folder.join(path);
        let mode = self.files.get(path).map(|known| known.state.mode);
        let is_near = |found: Metadata| {
            found.is_file() && found.len() == length && mode.is_none_or(|mode| mode == State::read(&found).mode)
        };
        if !fs::symlink_metadata(&from).is_ok_and(is_near) || fs::hard_link(&from, to).is_err() {
            return None;
        }
        let linked = fs::symlink_metadata(to).ok().filter(Metadata::is_file);
        if let Some(linked) = linked
            && File::open(to).is_ok_and(|former| is_same(BufReader::new(former), BufReader::new(bytes)))
        {
            return Some(State::read(&linked));
        }
        let _ = fs::remove_file(to);
        None
    }
}

/// Whether two sources have the same bytes. A failure to read is a difference.
fn is_same(mut one: impl BufRead, mut other: impl BufRead) -> bool {
    loop {
        let (Ok(left), Ok(right)) = (one.fill_buf(), other.fill_buf()) else { return false };
        let length = left.len().min(right.len());
        if length == 0 || left[..length] != right[..length] {
            return left.is_empty() && right.is_empty();
        }
        one.consume(length);
        other.consume(length);
    }
}

impl State {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        file.metadata().map(|found| Self::read(&found))
    }

    fn read(found: &Metadata) -> Self {
        let time = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        let time = u64::try_from(time.as_nanos()).unwrap_or_default();
        #[cfg(unix)]
        let (number, mode) = {
            use std::os::unix::fs::MetadataExt;
            (found.ino(), found.mode())
        };
        #[cfg(not(unix))]
        let (number, mode) = (0, 0);
        Self { bytes: found.len(), time, number, mode }
    }
}
