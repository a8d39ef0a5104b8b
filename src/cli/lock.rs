//! One command at a time in a folder of work: what two of them made there at once would be neither's.

use std::fs::{File, TryLockError, create_dir_all};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

/// Keeps a folder for this program. It ends with the program, however that ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes a folder; `None` if another program has it.
    pub(crate) fn take(folder: &Path) -> Result<Option<Self>> {
        let file = open(folder)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // A file system without locks has one user at a time, and has to do without.
            Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => {
                Err(error).with_context(|| format!("{}: cannot be locked", folder.display()))
            }
            _ => Ok(Some(Self { _file: file })),
        }
    }

    /// Takes a folder. If another program has it, says `what` that is doing, and waits until it is done.
    pub(crate) fn wait(folder: &Path, what: &str) -> Result<Self> {
        if let Some(lock) = Self::take(folder)? {
            return Ok(lock);
        }
        eprintln!("{what}: waiting until it is done");
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
