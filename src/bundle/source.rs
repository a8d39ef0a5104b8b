//! Finds the files of posts and reads them as text.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Diagnostics;
use super::front_matter::Reader;

/// The folder the posts are in.
const POSTS: &str = "posts";

/// Where a post is. All paths are relative to the site's folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The file: `posts/hello.md`, or `posts/hello/index.md`.
    pub path: PathBuf,
    /// The folder of its own, whose other files belong to it: `posts/hello`.
    pub folder: Option<PathBuf>,
}

impl Source {
    /// The name the author gave it: of the folder, else of the file without its ending.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.folder.as_deref().map_or(self.path.file_stem(), Path::file_name);
        name.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The posts of a site, in the order of their paths. A site without the folder has none.
pub(crate) fn find(root: &Path, findings: &mut Diagnostics) -> Vec<Source> {
    if !root.join(POSTS).exists() {
        return Vec::new();
    }
    let inside = root.canonicalize().ok();
    let mut sources = Vec::new();
    let mut strays = Vec::new();
    let mut notes = Diagnostics::default();
    let walk = WalkDir::new(root.join(POSTS)).follow_links(true).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| is_open(entry) && stays(entry, root, inside.as_deref(), &mut notes)) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root);
                findings.error(relative(path, root), 0, format!("cannot be read: {error}"), "correct or remove it");
                continue;
            }
        };
        if !entry.file_type().is_file() || !is_markdown(entry.path()) {
            continue;
        }
        let path = relative(entry.path(), root).to_owned();
        match entry.depth() {
            1 => sources.push(Source { path, folder: None }),
            2 if path.file_stem() == Some(OsStr::new("index")) => {
                let folder = path.parent().map(Path::to_owned);
                sources.push(Source { path, folder });
            }
            _ => strays.push(path),
        }
    }
    findings.extend(notes);
    refuse(&strays, &sources, findings);
    sources.sort();
    sources
}

/// Markdown beside an `index.md` belongs to that post; elsewhere it would silently not be read.
fn refuse(strays: &[PathBuf], sources: &[Source], findings: &mut Diagnostics) {
    let folders: BTreeSet<&Path> = sources.iter().filter_map(|source| source.folder.as_deref()).collect();
    for path in strays.iter().filter(|path| !path.ancestors().any(|folder| folders.contains(folder))) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let remedy = format!("move it to posts/{name}, or with its pictures to posts/<its name>/index.md");
        findings.error(path, 0, "a post in a folder is named index.md, one folder deep", remedy);
    }
}

fn is_open(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether a file is markdown by its ending.
pub(crate) fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a link leads to something of the site's own: what is published must be in the site's folder.
pub(crate) fn stays(entry: &DirEntry, root: &Path, inside: Option<&Path>, findings: &mut Diagnostics) -> bool {
    let own = |path: PathBuf| inside.is_some_and(|root| path.starts_with(root));
    let stays = !entry.path_is_symlink() || entry.path().canonicalize().is_ok_and(own);
    if !stays {
        findings.error(
            relative(entry.path(), root),
            0,
            "this link leads out of the site's folder",
            "put the file itself here",
        );
    }
    stays
}

fn relative<'p>(path: &'p Path, root: &Path) -> &'p Path {
    path.strip_prefix(root).unwrap_or(path)
}

/// Reads the reader's file: without a byte order mark, lines ended by `\n`. `None`, and an error, if it is no text.
pub(crate) fn read(root: &Path, reader: &mut Reader) -> Option<String> {
    let bytes = match fs::read(root.join(&reader.path)) {
        Ok(bytes) => bytes,
        Err(error) => {
            reader.error(0, format!("cannot be read: {error}"), "correct or remove it");
            return None;
        }
    };
    let line = |until: usize| 1 + bytes[..until].iter().filter(|byte| **byte == b'\n').count();
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            reader.error(line(error.valid_up_to()), "this is not UTF-8", "save the file as UTF-8");
            return None;
        }
    };
    if let Some(nul) = bytes.iter().position(|byte| *byte == 0) {
        reader.error(line(nul), "there is a NUL character", "delete it, or save the file as plain text");
        return None;
    }
    if text.trim().is_empty() {
        reader.error(0, "the file is empty", "write something, or delete it");
        return None;
    }
    Some(text.replace("\r\n", "\n"))
}
