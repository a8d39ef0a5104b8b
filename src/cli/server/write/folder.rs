//! The files of the site on disk: lists and reads them, and finds the place of a path.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;

use super::file_path::{FilePath, check_new_name, folded};
use super::refused::Refused;
use super::text_folders::TextFolders;
use super::version::{Versions, read};
use crate::bundle::Diagnostics;
use crate::bundle::input::boundary::Boundary;
use crate::bundle::input::own_files;
use crate::content::write::{FileContent, ListedFile};

/// The folder of the site.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    versions: Versions,
}

/// What is at a path. Paths are absolute, with all symlinks resolved.
#[derive(Debug)]
pub(super) enum Place {
    File {
        real: PathBuf,
        metadata: Metadata,
        is_link: bool,
    },
    /// A file whose name differs in case only, or in how accents are written.
    Twin {
        path: String,
        real: PathBuf,
        wanted: PathBuf,
    },
    Nothing {
        wanted: PathBuf,
    },
}

impl Folder {
    /// The folder of a site, with all symlinks on the way to it resolved.
    pub(super) fn of(root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.canonicalize()?, versions: Versions::default() })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The folders of texts that the site has now.
    pub(super) fn text_folders(&self) -> TextFolders {
        TextFolders::of(&self.root)
    }

    /// All files in the folders of texts whose path a request can name.
    pub(super) fn list(&self) -> Result<Vec<ListedFile>, Refused> {
        let folders = self.text_folders();
        let listed: Result<Vec<_>, _> = folders.iter().map(|name| self.list_folder(name, &folders)).collect();
        Ok(listed?.concat())
    }

    fn list_folder(&self, name: &str, folders: &TextFolders) -> Result<Vec<ListedFile>, Refused> {
        let files = own_files::files(&self.root, name, &mut Diagnostics::default());
        let texts = Texts::of(&self.root, name);
        let listed = files.par_iter().filter_map(|entry| {
            let below = entry.path().strip_prefix(&self.root).ok()?;
            let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
            let path = names?.join("/");
            FilePath::parse(&path, folders).ok()?;
            texts.resolve(entry.path())?;
            match self.versions.of(entry.path()) {
                // It was deleted meanwhile.
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                Err(error) => Some(Err(Refused::io(below, &error))),
                Ok(version) => Some(Ok(ListedFile { path, version })),
            }
        });
        listed.collect()
    }

    /// The file at a path.
    pub(super) fn read(&self, path: &FilePath) -> Result<FileContent, Refused> {
        if let Place::File { real, .. } = self.locate(path)?
            && let Some((bytes, version)) =
                read(&real).map_err(|error| Refused::io(Path::new(path.as_str()), &error))?
        {
            return Ok(FileContent { path: path.to_string(), version, base64: STANDARD.encode(bytes) });
        }
        let message = format!("{path} does not exist");
        Err(Refused::new(StatusCode::NOT_FOUND, message, "it may have been renamed or deleted: open another text"))
    }

    /// Finds what is at a path. Names are compared with those in the folders, so that the file system makes no
    /// difference: some take `Hello.md` for `hello.md`.
    pub(super) fn locate(&self, path: &FilePath) -> Result<Place, Refused> {
        let mut wanted = self.root.clone();
        let mut is_new = false;
        for (name, is_folder) in path.names() {
            let found = if is_new { Match::None } else { find(&wanted, name)? };
            let twin = if let Match::Other(other) = &found { Some(wanted.join(other)) } else { None };
            wanted.push(name);
            match (found, twin) {
                (Match::Exact, _) if is_folder => self.check_folder(&wanted)?,
                (Match::Exact, _) => return self.file(wanted),
                (_, Some(twin)) if is_folder => return Err(self.folder_differs(&twin)),
                (_, Some(real)) => {
                    let path = format!("{}/{}", path.folder(), file_name(&real));
                    return Ok(Place::Twin { path, real, wanted });
                }
                (Match::None | Match::Other(_), None) => {
                    check_new_name(name)?;
                    is_new = true;
                }
            }
        }
        Ok(Place::Nothing { wanted })
    }

    /// The path of a file for messages and for the journal: below the site's folder.
    pub(super) fn below<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    fn check_folder(&self, path: &Path) -> Result<(), Refused> {
        if !self.metadata(path)?.is_dir() {
            let message = format!("{} is a file, and no folder", self.below(path).display());
            return Err(Refused::cannot(message, "choose another name"));
        }
        self.resolve(path).map(drop)
    }

    fn file(&self, path: PathBuf) -> Result<Place, Refused> {
        let metadata = self.metadata(&path)?;
        if !metadata.is_file() {
            let kind = if metadata.is_dir() { "a folder" } else { "no file" };
            let message = format!("{} is {kind}", self.below(&path).display());
            return Err(Refused::cannot(message, "choose another name"));
        }
        Ok(Place::File { real: self.resolve(&path)?, metadata, is_link: path.is_symlink() })
    }

    fn metadata(&self, path: &Path) -> Result<Metadata, Refused> {
        fs::metadata(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound if path.is_symlink() => {
                let message = format!("{} is a symbolic link to nothing", self.below(path).display());
                Refused::cannot(message, "remove it, or choose another name")
            }
            _ => Refused::io(self.below(path), &error),
        })
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf, Refused> {
        let below = self.below(path);
        let top = below.iter().next().unwrap_or_default().to_string_lossy();
        Texts::of(&self.root, &top).resolve(path).ok_or_else(|| {
            let message = format!("a symbolic link on the way to {} leads out of {top}/", below.display());
            Refused::cannot(message, "replace the link by a copy of what it leads to")
        })
    }

    fn folder_differs(&self, twin: &Path) -> Refused {
        let there = self.below(twin).display().to_string();
        Refused::cannot(
            format!("there is a folder {there}, whose name differs in case only"),
            format!("write {there}/"),
        )
    }
}

/// A folder of texts with all symlinks resolved.
struct Texts {
    boundary: Boundary,
    /// `None`: nothing is in it.
    real: Option<PathBuf>,
}

impl Texts {
    fn of(root: &Path, folder: &str) -> Self {
        let boundary = Boundary::of(root);
        let real = boundary.publishable(&root.join(folder));
        Self { boundary, real }
    }

    /// Resolves all symlinks on the way to a file. They may not lead out of the folder, which may be a link itself.
    fn resolve(&self, path: &Path) -> Option<PathBuf> {
        let folder = self.real.as_ref()?;
        self.boundary.publishable(path).filter(|real| real.starts_with(folder))
    }
}

/// How a name is found among those of a folder.
enum Match {
    Exact,
    /// The name of another entry, which some file systems take for the same.
    Other(String),
    None,
}

fn find(folder: &Path, name: &str) -> Result<Match, Refused> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Match::None),
        entries => entries.map_err(|error| Refused::io(folder, &error))?,
    };
    let wanted = folded(name);
    let is_twin = |found: &str| {
        // Fast path: most names are ASCII.
        let ascii = found.is_ascii() && name.is_ascii();
        if ascii { found.eq_ignore_ascii_case(name) } else { folded(found) == wanted }
    };
    let mut other = Match::None;
    for entry in entries.flatten() {
        let found = entry.file_name();
        match found.to_str() {
            Some(found) if found == name => return Ok(Match::Exact),
            Some(found) if is_twin(found) => other = Match::Other(found.to_owned()),
            _ => {}
        }
    }
    Ok(other)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
