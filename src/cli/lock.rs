//! Locks a work folder, so that two commands do not write to it at the same time.

use std::fs::{File, TryLockError, create_dir_all};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

/// The lock on a folder. The system releases it when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Locks a folder; `None` if another process holds the lock.
    pub(crate) fn take(folder: &Path) -> Result<Option<Self>> {
        let file = open(folder)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // A file system without locks is assumed to have one user at a time.
            Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => {
                Err(error).with_context(|| format!("{}: cannot be locked", folder.display()))
            }
            _ => Ok(Some(Self { _file: file })),
        }
    }

    /// Locks a folder. If another process holds the lock, prints `what` that process does, and waits for it.
    pub(crate) fn wait(folder: &Path, what: &str) -> Result<Self> {
        if let Some(lock) = Self::take(folder)? {
            return Ok(lock);
        }
        eprintln!("{what}: waiting until it has finished");
        let file = open(folder)?;
        file.lock().with_context(|| format!("{}: cannot be locked", folder.display()))?;
        Ok(Self { _file: file })
    }
}

fn open(folder: &Path) -> Result<File> {
    let file = folder.join("lock");
    let open =
        || create_dir_all(folder).and_then(|()| File::options().create(true).truncate(false).write(true).open(&file));
    open().with_context(|| format!("{}: cannot be written", file.display()))
}
