//! The journal of a save: what it does, written before its first step, so that it can be undone after any failure.
//!
//! Paths are below the site's folder. Files that exist only during a save begin with a dot, so that they are neither read
//! nor watched.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::plan::Step;
use super::version;

/// What a save does. In this order: folders are made, steps are done, temporary files are removed.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Folders that did not exist, the outer first.
    folders: Vec<PathBuf>,
    steps: Vec<Done>,
    temporary: Vec<PathBuf>,
}

/// A step, and what is needed to undo it.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Done {
    Move { from: PathBuf, to: PathBuf },
    Put { path: PathBuf, new: PathBuf, version: String, former: Option<PathBuf> },
}

impl Journal {
    /// The journal of steps that are not done yet. `token` makes the names of temporary files unique.
    pub(super) fn of(root: &Path, steps: &[Step], token: &str) -> Self {
        let below = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
        let mut journal = Self::default();
        for (index, step) in steps.iter().enumerate() {
            let mut temporary = |beside: &Path, kind: &str| {
                let folder = beside.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(root);
                let path = below(&folder.join(format!(".write-{token}-{index}.{kind}")));
                journal.temporary.push(path.clone());
                path
            };
            let done = match step {
                Step::Move { from, to } => Done::Move { from: below(from), to: below(to) },
                Step::Remove { path } => Done::Move { from: below(path), to: temporary(path, "old") },
                Step::Put { path, bytes, replaces, .. } => Done::Put {
                    path: below(path),
                    new: temporary(path, "new"),
                    version: version::of(bytes),
                    former: replaces.then(|| temporary(path, "old")),
                },
            };
            let (Done::Move { to: path, .. } | Done::Put { path, .. }) = &done;
            let missing = path.ancestors().skip(1).filter(|folder| !root.join(folder).exists());
            let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
            journal.steps.push(done);
            journal.folders.extend(missing.into_iter().rev());
        }
        let mut seen = std::collections::BTreeSet::new();
        journal.folders.retain(|folder| seen.insert(folder.clone()));
        journal
    }

    /// A journal of the first steps only, as of a process that was killed after them.
    #[cfg(test)]
    pub(super) fn first(&self, steps: usize) -> Self {
        Self {
            folders: self.folders.clone(),
            steps: self.steps.iter().take(steps).cloned().collect(),
            ..Self::default()
        }
    }

    /// Writes the new files, and keeps the former ones, under their temporary names.
    pub(super) fn stage(&self, root: &Path, steps: &[Step]) -> Result<(), Failed> {
        for (step, done) in steps.iter().zip(&self.steps) {
            let (Step::Put { bytes, like, .. }, Done::Put { path, new, former, .. }) = (step, done) else { continue };
            let write = || {
                let mut file = File::create_new(root.join(new))?;
                file.write_all(bytes)?;
                if let Some(like) = like {
                    file.set_permissions(fs::metadata(like)?.permissions())?;
                }
                file.sync_all()?;
                former.as_ref().map_or(Ok(()), |former| keep(&root.join(path), &root.join(former)))
            };
            write().map_err(Failed::at(path))?;
        }
        Ok(())
    }

    /// Does the steps. On failure, some of them may be done.
    pub(super) fn apply(&self, root: &Path) -> Result<(), Failed> {
        for folder in &self.folders {
            fs::create_dir(root.join(folder)).map_err(Failed::at(folder))?;
        }
        for done in &self.steps {
            let (path, step) = match done {
                Done::Move { from, to } => (from, fs::rename(root.join(from), root.join(to))),
                Done::Put { path, new, former: Some(_), .. } => (path, fs::rename(root.join(new), root.join(path))),
                Done::Put { path, new, former: None, .. } => (path, appear(&root.join(new), &root.join(path))),
            };
            step.map_err(Failed::at(path))?;
        }
        // Before the watcher calls the change complete, or there would be a second build.
        for done in &self.steps {
            if let Done::Move { from, .. } = done {
                remove_empty(root, from);
            }
        }
        Ok(())
    }

    /// Waits until the disk has the new names.
    pub(super) fn sync(&self, root: &Path) -> Result<(), Failed> {
        for done in &self.steps {
            let (first, second) = match done {
                Done::Move { from, to } => (from, Some(to)),
                Done::Put { path, .. } => (path, None),
            };
            for path in [Some(first), second].into_iter().flatten() {
                let folder = path.parent().unwrap_or(path);
                match sync_folder(&root.join(folder)) {
                    Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failed::at(folder)(error)),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Undoes the steps that are done, the last first, also if one of them cannot be undone. A file that was changed since
    /// is left as it is.
    pub(super) fn undo(&self, root: &Path) -> Result<(), Failed> {
        let mut undone = Ok(());
        for done in self.steps.iter().rev() {
            let (path, step) = match done {
                Done::Move { from, to } => (from, undo_move(&root.join(from), &root.join(to))),
                Done::Put { path, version, former, .. } => {
                    let former = former.as_ref().map(|former| root.join(former));
                    (path, undo_put(&root.join(path), version, former.as_deref()))
                }
            };
            undone = undone.and(step.map_err(Failed::at(path)));
        }
        // The former files are kept until all steps are undone.
        undone?;
        for folder in self.folders.iter().rev() {
            // It stays if somebody has put a file into it.
            let _ = fs::remove_dir(root.join(folder));
        }
        self.clean(root)
    }

    /// Removes the temporary files.
    pub(super) fn clean(&self, root: &Path) -> Result<(), Failed> {
        for path in &self.temporary {
            match fs::remove_file(root.join(path)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failed::at(path)(error)),
                _ => {}
            }
        }
        Ok(())
    }
}

/// An error of the system, and the path of the file it is about, below the site's folder.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) path: PathBuf,
    pub(super) error: io::Error,
}

impl Failed {
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self { path: path.to_owned(), error }
    }
}

/// Waits until the disk has the names in a folder. Only Unix can.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Keeps a file under a second name, or a copy where a file can have only one.
fn keep(path: &Path, copy: &Path) -> io::Result<()> {
    fs::hard_link(path, copy).or_else(|_| {
        fs::copy(path, copy)?;
        File::open(copy)?.sync_all()
    })
}

/// Gives a new file its name. Fails if there is a file of that name meanwhile, where the file system can tell.
fn appear(new: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(new, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(new, path),
        linked => linked,
    }
}

/// Removes the folders of a file that has left them, up to `posts/`, as long as they are empty.
fn remove_empty(root: &Path, file: &Path) {
    let folders = file.ancestors().skip(1).filter(|folder| folder.iter().count() > 1);
    for folder in folders {
        if fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
    }
}

fn undo_move(from: &Path, to: &Path) -> io::Result<()> {
    if to.symlink_metadata().is_err() || from.symlink_metadata().is_ok() {
        return Ok(());
    }
    if let Some(folder) = from.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(to, from)
}

fn undo_put(path: &Path, version: &str, former: Option<&Path>) -> io::Result<()> {
    let is_done = version::at(path)?.is_some_and(|found| found == version);
    match former {
        _ if !is_done => Ok(()),
        Some(former) => fs::rename(former, path),
        None => fs::remove_file(path),
    }
}
