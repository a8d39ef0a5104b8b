//! Finds the files of posts and reads them as text.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::fields::reader::FieldReader;
use super::own_files;
use crate::bundle::diagnostics::Diagnostics;

/// In bytes: a long novel. A reader's phone has to load a text whole, and some work on one grows with its square.
const LONGEST: u64 = 1_000_000;

/// The folder the posts are in.
const POSTS: &str = "posts";

/// The files of a post. All paths are relative to the site's folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The file: `posts/hello.md`, or `posts/hello/index.md`.
    pub path: PathBuf,
    /// Its own folder, if it has one, whose other files belong to it: `posts/hello`.
    pub folder: Option<PathBuf>,
}

impl Source {
    /// The name of its folder, else of the file without its extension.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.folder.as_deref().map_or(self.path.file_stem(), Path::file_name);
        name.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The posts of a site, in the order of their paths. A site without the folder has none.
pub(crate) fn find(root: &Path, findings: &mut Diagnostics) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut strays = Vec::new();
    for entry in own_files::files(root, POSTS, findings).iter().filter(|entry| is_markdown(entry.path())) {
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned();
        match entry.depth() {
            1 => sources.push(Source { path, folder: None }),
            2 if path.file_stem() == Some(OsStr::new("index")) => {
                let folder = path.parent().map(Path::to_owned);
                sources.push(Source { path, folder });
            }
            _ => strays.push(path),
        }
    }
    refuse(&strays, &sources, findings);
    sources.sort();
    sources
}

/// Reports Markdown that would not be read. Beside an `index.md`, it belongs to that post.
fn refuse(strays: &[PathBuf], sources: &[Source], findings: &mut Diagnostics) {
    let folders: BTreeSet<&Path> = sources.iter().filter_map(|source| source.folder.as_deref()).collect();
    for path in strays.iter().filter(|path| !path.ancestors().any(|folder| folders.contains(folder))) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let remedy = format!("move it to posts/{name}, or with its pictures to posts/<its name>/index.md");
        findings.error(path, 0, "a post in a folder is named index.md, one folder deep", remedy);
    }
}

/// Whether a file is Markdown by its extension.
pub(crate) fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// The bytes of a file, up to one more than [`LONGEST`].
fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads the reader's file: without a byte order mark, lines ended by `\n`. `None`, and an error, if it is empty, too
/// long, or no text.
pub(crate) fn read(root: &Path, reader: &mut FieldReader) -> Option<String> {
    let bytes = match beginning(&root.join(&reader.path)) {
        Ok(bytes) if bytes.len() as u64 > LONGEST => {
            reader.error(0, format!("is longer than {} MB", LONGEST / 1_000_000), "split it into several files");
            return None;
        }
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
