//! Saves several files at once: all of them, or none, also if the process is killed or the power fails meanwhile.
//!
//! The new files are written beside the old ones and forced to the disk; then each takes its place by a rename, which the
//! file system does wholly or not at all. A journal says what is under way. A save that did not end is undone by the next
//! save or the next start of the server; until then, after a crash between two renames, some files may be new and others
//! old, and each of them is whole. Disks that report data as written before it is may lose the last save in a power cut.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::journal::{Failed, Journal, sync_folder};
use super::plan::Step;
use super::refused::Refused;

/// The place of the journal, and the folder that it is about.
#[derive(Debug)]
pub(super) struct Transactions {
    root: PathBuf,
    /// Is there while a save is under way.
    running: PathBuf,
    /// Is there while the temporary files of a save that is done are removed.
    done: PathBuf,
}

impl Transactions {
    /// Transactions on the site in `root`, with the journal in the folder `work`.
    pub(super) fn of(root: &Path, work: &Path) -> Self {
        let [running, done] = ["save.json", "save.done.json"].map(|name| work.join(name));
        Self { root: root.to_owned(), running, done }
    }

    /// Undoes a save that did not end, and returns whether there was one.
    pub(super) fn recover(&self) -> Result<bool, Refused> {
        let recover = |file: &Path, finish: &dyn Fn(&Journal) -> Result<(), Failed>| match read(file) {
            Ok(Some(journal)) => finish(&journal).and_then(|()| remove(file)).map(|()| true),
            Ok(None) => Ok(false),
            Err(error) => Err(Failed::at(file)(error)),
        };
        let cleaned = recover(&self.done, &|journal| journal.clean(&self.root));
        let undone = cleaned.and_then(|_| recover(&self.running, &|journal| journal.undo(&self.root)));
        undone.map_err(|Failed { path, error }| {
            let message = format!("a former save did not end, and cannot be undone: {}: {error}", path.display());
            let remedy = format!("make that file writable and save again, or delete {}", self.running.display());
            Refused::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, message, remedy)
        })
    }

    /// Does steps. `check` is called right before the first of them.
    pub(super) fn commit(&self, steps: &[Step], check: impl FnOnce() -> Result<(), Refused>) -> Result<(), Refused> {
        let mut token = [0; 8];
        getrandom::fill(&mut token)
            .map_err(|error| Refused::io(Path::new("a random number"), &io::Error::other(error)))?;
        let journal = Journal::of(&self.root, steps, &format!("{:016x}", u64::from_ne_bytes(token)));
        write(&self.running, &journal).map_err(|error| Refused::io(&self.running, &error))?;
        let io = |Failed { path, error }: Failed| Refused::io(&path, &error);
        let done = journal.stage(&self.root, steps).map_err(io).and_then(|()| check());
        let done = done.and_then(|()| journal.apply(&self.root).and_then(|()| journal.sync(&self.root)).map_err(io));
        let done = done
            .and_then(|()| fs::rename(&self.running, &self.done).map_err(|error| Refused::io(&self.running, &error)));
        if let Err(refused) = done {
            // If this fails too, the journal stays, and the next save says so.
            let _ = journal.undo(&self.root).and_then(|()| remove(&self.running));
            return Err(refused);
        }
        // The save is done: what cannot be removed now is removed by the next one.
        let _ = journal.clean(&self.root).and_then(|()| remove(&self.done));
        Ok(())
    }
}

fn read(file: &Path) -> io::Result<Option<Journal>> {
    match fs::read(file) {
        Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn write(file: &Path, journal: &Journal) -> io::Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)?;
    let next = file.with_extension("next");
    let mut written = File::create(&next)?;
    written.write_all(&serde_json::to_vec(journal)?)?;
    written.sync_all()?;
    fs::rename(&next, file)?;
    sync_folder(folder)
}

fn remove(file: &Path) -> Result<(), Failed> {
    fs::remove_file(file).map_err(Failed::at(file))
}
