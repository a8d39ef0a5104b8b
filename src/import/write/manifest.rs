//! What imports wrote into a project: the hash of each file, so that a file that somebody has edited is left alone.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use toml::{Table, Value};

use crate::import::folder::{is_text, slashed};

const NAME: &str = ".import.toml";
const HEAD: &str =
    "# What `import` wrote, and the SHA-256 of each file. A file that was edited since is not written again.\n";

/// Stands among the hashes of a file that is to be written for the first time.
const PENDING: &str = "pending";

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It was written, or is as it would be written.
    Written,
    /// It is not from an import.
    Foreign,
    /// Somebody has edited it.
    Edited,
    /// Somebody has deleted it.
    Deleted,
}

/// The files of a project that imports wrote.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    root: PathBuf,
    /// The hashes that a file may have if nobody has edited it. While files are written there are two.
    files: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads that of a project; it is empty if there is none.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let path = root.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("{}: cannot be read", path.display())),
        };
        let table: Table = text.parse().with_context(|| format!("{}: is damaged: restore it", path.display()))?;
        let hashes = |value: &Value| match value {
            Value::Array(list) => list.iter().filter_map(|hash| hash.as_str().map(str::to_owned)).collect(),
            value => value.as_str().map(str::to_owned).into_iter().collect(),
        };
        let files = table.get("files").and_then(Value::as_table);
        let files = files.into_iter().flatten().map(|(path, value)| (path.clone(), hashes(value))).collect();
        Ok(Self { root: root.to_owned(), files })
    }

    /// Whether an import wrote the file at a path of the project.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.files.contains_key(&slashed(path))
    }

    /// Whether an import came to its end after it had written the file at a path.
    pub(super) fn has_finished(&self, path: &Path) -> bool {
        self.files.get(&slashed(path)).is_some_and(|known| known.len() == 1 && known[0] != PENDING)
    }

    /// The texts that an import wrote and that are still there, in the order of their paths.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Path> {
        let paths = self.files.keys().map(Path::new).filter(|path| path.starts_with("posts") && is_text(path));
        paths.filter(|path| self.root.join(path).exists())
    }

    /// Takes a file as it is for one that an import wrote, if it is not known yet.
    pub(super) fn adopt(&mut self, path: &Path) {
        if let (false, Ok(hash)) = (self.has(path), Content::File(self.root.join(path)).hash()) {
            self.files.insert(slashed(path), vec![hash]);
        }
    }

    /// Removes a file if nobody has edited it; `false` if somebody has.
    pub(super) fn remove(&mut self, path: &Path) -> Result<bool> {
        if self.fate(path, "") == Fate::Edited {
            return Ok(false);
        }
        let file = self.root.join(path);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("{}: cannot be removed", file.display()))
            }
            _ => {
                self.files.remove(&slashed(path));
                Ok(true)
            }
        }
    }

    /// Notes the hashes of files before they are written, so that they are known if the import is killed.
    pub(super) fn announce(&mut self, files: &[(PathBuf, String)]) -> Result<()> {
        for (path, hash) in files {
            let is_new = !self.root.join(path).exists();
            let known = self.files.entry(slashed(path)).or_default();
            for hash in [Some(hash.as_str()), is_new.then_some(PENDING)].into_iter().flatten() {
                if !known.iter().any(|known| known == hash) {
                    known.push(hash.to_owned());
                }
            }
        }
        self.save()
    }

    /// What is to become of a file that would have this hash.
    pub(super) fn fate(&self, path: &Path, hash: &str) -> Fate {
        let known = self.files.get(&slashed(path));
        let deleted = known.is_some_and(|known| !known.iter().any(|hash| hash == PENDING));
        match Content::File(self.root.join(path)).hash() {
            Ok(own) if own == hash || known.is_some_and(|known| known.contains(&own)) => Fate::Written,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if deleted {
                    Fate::Deleted
                } else {
                    Fate::Written
                }
            }
            _ if known.is_some() => Fate::Edited,
            _ => Fate::Foreign,
        }
    }

    /// Writes a file, whole or not at all, unless it is there already.
    pub(super) fn write(&self, path: &Path, content: &Content, hash: &str) -> Result<()> {
        let path = self.root.join(path);
        if Content::File(path.clone()).hash().is_ok_and(|old| old == hash) {
            return Ok(());
        }
        replace(&path, content).with_context(|| format!("{}: cannot be written", path.display()))
    }

    /// Notes that files are as they were announced.
    pub(super) fn finish(&mut self, files: &[(PathBuf, String)]) -> Result<()> {
        for (path, hash) in files {
            self.files.insert(slashed(path), vec![hash.clone()]);
        }
        self.save()
    }

    fn save(&self) -> Result<()> {
        let hashes = |hashes: &Vec<String>| Value::Array(hashes.iter().cloned().map(Value::String).collect());
        let files: Table = self.files.iter().map(|(path, known)| (path.clone(), hashes(known))).collect();
        let table = Table::from_iter([("files".to_owned(), Value::Table(files))]);
        let path = self.root.join(NAME);
        let text = format!("{HEAD}\n{table}");
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        replace(&path, &Content::Bytes(text.into_bytes()))
            .with_context(|| format!("{}: cannot be written", path.display()))
    }
}

/// The content of a file to be written.
#[derive(Debug)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    /// That of another file, which may be larger than the memory.
    File(PathBuf),
}

impl Content {
    /// Its SHA-256.
    pub(super) fn hash(&self) -> io::Result<String> {
        match self {
            Self::Bytes(bytes) => Ok(hash_of(bytes)),
            Self::File(path) => {
                let mut hash = Sha256::new();
                io::copy(&mut File::open(path)?, &mut hash)?;
                Ok(digits(&hash.finalize()))
            }
        }
    }
}

/// The SHA-256 of bytes in hexadecimal digits.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    digits(&Sha256::digest(bytes))
}

fn digits(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The file that is written before it gets its name. One that an import left when it was killed is written over.
const PART: &str = ".import-part";

/// Writes a file beside its place, and renames it.
fn replace(path: &Path, content: &Content) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let part = folder.join(PART);
    let written = File::create(&part).and_then(|mut file| match content {
        Content::Bytes(bytes) => file.write_all(bytes),
        Content::File(from) => io::copy(&mut File::open(from)?, &mut file).map(drop),
    });
    let renamed = written.and_then(|()| fs::rename(&part, path));
    if renamed.is_err() {
        // Best effort: the error is what counts.
        let _ = fs::remove_file(&part);
    }
    renamed
}
