//! Plans a save: the steps on the disk that make its changes, and the files that have to be as they were.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use walkdir::WalkDir;

use super::file_path::FilePath;
use super::folder::{Folder, Place};
use super::refused::Refused;
use super::request::{Change, Text};
use super::{trash, version};
use crate::bundle::input::source::{is_index, is_markdown};
use crate::content::Date;
use crate::content::write::{ConflictingFile, SavedFile};

/// One step of a save. Paths are absolute.
#[derive(Debug)]
pub(super) enum Step {
    /// Moves a file to a path where nothing is.
    Move { from: PathBuf, to: PathBuf },
    /// Removes a file whose text is written to another path.
    Remove { path: PathBuf },
    /// Writes a file.
    Put {
        path: PathBuf,
        bytes: Vec<u8>,
        /// Whether a file is replaced.
        replaces: bool,
        /// The file whose permissions it gets.
        like: Option<PathBuf>,
    },
}

/// A plan. Nothing is written by making it.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// Each changed file after the save.
    pub(super) saved: Vec<SavedFile>,
    pub(super) expected: Expectations,
    /// The places in the trash that files of this save get.
    trash: BTreeSet<String>,
}

/// The files that a save is made for, as they have to be.
#[derive(Debug, Default)]
pub(super) struct Expectations(Vec<Expected>);

/// How a file has to be for the save to be done.
#[derive(Debug)]
struct Expected {
    /// Its path, as conflicts name it.
    path: String,
    real: PathBuf,
    /// `None`: nothing may be there.
    version: Option<String>,
}

impl Plan {
    /// Plans changes. Files that are deleted on `today` are moved to the trash.
    pub(super) fn of(folder: &Folder, today: Date, changes: Vec<Change>) -> Result<Self, Refused> {
        let named: BTreeSet<PathBuf> =
            changes.iter().map(|change| folder.root().join(change.path().as_str())).collect();
        let renames: BTreeSet<FilePath> = changes.iter().filter_map(Change::to).cloned().collect();
        let (mut texts, mut plan) = (BTreeMap::new(), Self::default());
        let mut others = Vec::new();
        for change in changes {
            match change {
                Change::Write(text) if renames.contains(&text.path) => drop(texts.insert(text.path.clone(), text)),
                other => others.push(other),
            }
        }
        for change in others {
            match change {
                Change::Write(text) => plan.write(folder, text)?,
                Change::Delete { path, base } => plan.delete(folder, today, &path, base)?,
                Change::Rename { path, to, base } => {
                    let text = texts.remove(&to);
                    if text.as_ref().is_some_and(|text: &Text| text.base.as_ref() != Some(&base)) {
                        let remedy = "give the text the version of the file that is renamed";
                        return Err(Refused::bad(format!("the text of {to} is of another version"), remedy));
                    }
                    plan.rename(folder, [&path, &to], base, text.map(|text| text.bytes))?;
                    plan.rename_beside(folder, [&path, &to], &named)?;
                }
            }
        }
        // A file that only changes the case of its name is gone before it is written.
        plan.steps.sort_by_key(|step| matches!(step, Step::Put { .. }));
        Ok(plan)
    }

    /// A file that already has the bytes is as the save leaves it, whatever it was made from: the answer to a save may have
    /// been lost.
    fn write(&mut self, folder: &Folder, Text { path, base, bytes }: Text) -> Result<(), Refused> {
        let version = version::of(&bytes);
        let place = folder.locate(&path)?;
        let found = match &place {
            Place::File { real, .. } => {
                version::at(real).map_err(|error| Refused::io(Path::new(path.as_str()), &error))?
            }
            _ => None,
        };
        let is_same = found.as_ref() == Some(&version);
        let base = if is_same { found } else { base };
        self.saved(path.as_str(), Some(version));
        if let Place::File { real, metadata, .. } = &place {
            if metadata.permissions().readonly() {
                let remedy = "make it writable, or save under another name";
                return Err(Refused::cannot(format!("{path} is read-only"), remedy));
            }
            if !is_same {
                let (path, like) = (real.clone(), Some(real.clone()));
                self.steps.push(Step::Put { path, bytes, replaces: true, like });
            }
        } else if let Place::Nothing { wanted } = &place {
            self.steps.push(Step::Put { path: wanted.clone(), bytes, replaces: false, like: None });
        }
        self.expect(&path, place, base);
        Ok(())
    }

    fn delete(&mut self, folder: &Folder, today: Date, path: &FilePath, base: String) -> Result<(), Refused> {
        self.saved(path.as_str(), None);
        let place = folder.locate(path)?;
        if let Place::File { real, is_link, .. } = &place {
            no_link(path, *is_link)?;
            let to = trash::place(folder.root(), today, path, &mut self.trash);
            self.steps.push(Step::Move { from: real.clone(), to });
        }
        self.expect(path, place, Some(base));
        Ok(())
    }

    fn rename(
        &mut self,
        folder: &Folder,
        [path, to]: [&FilePath; 2],
        base: String,
        text: Option<Vec<u8>>,
    ) -> Result<(), Refused> {
        self.saved(path.as_str(), None);
        self.saved(to.as_str(), Some(text.as_ref().map_or_else(|| base.clone(), |bytes| version::of(bytes))));
        let (place, target) = (folder.locate(path)?, folder.locate(to)?);
        if let Place::File { real, is_link, .. } = &place {
            no_link(path, *is_link)?;
            let wanted = match &target {
                Place::Nothing { wanted } => Some(wanted),
                Place::Twin { real: twin, wanted, .. } if twin == real => Some(wanted),
                _ => None,
            };
            match (wanted.cloned(), text) {
                (Some(path), Some(bytes)) => {
                    self.steps.push(Step::Remove { path: real.clone() });
                    self.steps.push(Step::Put { path, bytes, replaces: false, like: Some(real.clone()) });
                }
                (Some(to), None) => self.steps.push(Step::Move { from: real.clone(), to }),
                (None, _) => self.expect(to, target, None),
            }
        }
        self.expect(path, place, Some(base));
        Ok(())
    }

    /// Moves the other files of a post's own folder with its text, except those that the request names.
    fn rename_beside(
        &mut self,
        folder: &Folder,
        [path, to]: [&FilePath; 2],
        named: &BTreeSet<PathBuf>,
    ) -> Result<(), Refused> {
        let [from, target] = [path, to].map(|path| folder.root().join(path.folder()));
        if from == target || !has_own_folder(&from, path) {
            return Ok(());
        }
        let files = WalkDir::new(&from).min_depth(1).sort_by_file_name().into_iter().flatten();
        let files = files.filter(|entry| !entry.file_type().is_dir() && !named.contains(entry.path()));
        let files: Vec<PathBuf> = files.map(walkdir::DirEntry::into_path).collect();
        if files.is_empty() {
            return Ok(());
        }
        if !is_index(Path::new(to.as_str())) || to.is_at_top() || target.starts_with(&from) {
            let message = format!("{}/ has other files of this text, which would stay without it", path.folder());
            return Err(Refused::cannot(
                message,
                format!("give it another folder: {}/new-name/{}", path.top(), path.name()),
            ));
        }
        for file in files {
            let to = target.join(file.strip_prefix(&from).unwrap_or(&file));
            let [old, new] = [&file, &to].map(|path| folder.below(path).to_string_lossy().into_owned());
            self.saved(&old, None);
            let version = version::at(&file).map_err(|error| Refused::io(Path::new(&old), &error))?;
            self.saved(&new, version);
            self.expected.0.push(Expected { path: new, real: to.clone(), version: None });
            self.steps.push(Step::Move { from: file, to });
        }
        Ok(())
    }

    fn saved(&mut self, path: &str, version: Option<String>) {
        self.saved.push(SavedFile { path: path.to_owned(), version });
    }

    fn expect(&mut self, path: &FilePath, place: Place, version: Option<String>) {
        let path = path.to_string();
        self.expected.0.push(match place {
            Place::File { real, .. } => Expected { path, real, version },
            Place::Nothing { wanted } => Expected { path, real: wanted, version },
            // It is in the way, whatever its version.
            Place::Twin { path, real, .. } => Expected { path, real, version: None },
        });
    }
}

impl Expectations {
    /// The files that are not as expected.
    pub(super) fn conflicts(&self) -> Result<Vec<ConflictingFile>, Refused> {
        let mut conflicts = Vec::new();
        for Expected { path, real, version } in &self.0 {
            let io = |error| Refused::io(Path::new(path), &error);
            // Only what the author has to compare is read into memory.
            if version::at(real).map_err(io)? != *version {
                let (bytes, version) = version::read(real).map_err(io)?.unzip();
                let base64 = bytes.map(|bytes| STANDARD.encode(bytes));
                conflicts.push(ConflictingFile { path: path.clone(), version, base64 });
            }
        }
        Ok(conflicts)
    }
}

/// Whether the other files of a folder belong to the text at a path in it.
fn has_own_folder(folder: &Path, path: &FilePath) -> bool {
    let file = Path::new(path.as_str());
    if !is_markdown(file) || !is_index(file) || path.is_at_top() {
        return false;
    }
    // An `index.fr.md` has the folder only if it is alone in it.
    let is_text = |entry: &walkdir::DirEntry| is_markdown(entry.path()) && is_index(entry.path());
    let texts = WalkDir::new(folder).min_depth(1).max_depth(1).into_iter().flatten().filter(is_text).count();
    texts == 1 || file.file_stem().is_some_and(|stem| stem == "index")
}

fn no_link(path: &FilePath, is_link: bool) -> Result<(), Refused> {
    if is_link {
        let remedy = "delete or rename it in the folder of the site";
        return Err(Refused::cannot(format!("{path} is a symbolic link"), remedy));
    }
    Ok(())
}
