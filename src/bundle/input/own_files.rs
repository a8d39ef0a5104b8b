//! The owner's files: which of a folder are read. Native only.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::boundary::{Boundary, PUBLIC, is_hidden};
use super::leftover::is_leftover;
use crate::bundle::diagnostics::kind::Kind;
use crate::bundle::diagnostics::{Diagnostics, Severity};

/// The files below a folder of the site, in the order of their names. Symlinks are followed within the site. Leftovers
/// are skipped by name, before they are read: Emacs locks a file by a dangling symlink.
pub(crate) fn files(root: &Path, folder: &str, findings: &mut Diagnostics) -> Vec<DirEntry> {
    let top = root.join(folder);
    if !top.exists() {
        return Vec::new();
    }
    let boundary = Boundary::of(root);
    let mut refused = Diagnostics::default();
    let open =
        |entry: &DirEntry| entry.depth() == 0 || !is_passed_over(folder, entry.file_name(), entry.file_type().is_dir());
    let walk = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
    let mut files = Vec::new();
    for entry in walk.filter_entry(|entry| open(entry) && stays(entry, root, &boundary, &mut refused)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry),
            Ok(_) => {}
            Err(error) => unreadable(&error, root, folder, findings),
        }
    }
    findings.extend(refused);
    files
}

/// Whether the site has a file that is published. One that may not be is an error.
pub(crate) fn is_there(root: &Path, name: &str, findings: &mut Diagnostics) -> bool {
    let file = root.join(name);
    if !file.exists() {
        return false;
    }
    let is_published = Boundary::of(root).publishable(&file).is_some();
    if !is_published {
        findings.error(Path::new(name), 0, OUTSIDE, COPY);
    }
    is_published
}

fn is_passed_over(folder: &str, name: &OsStr, is_folder: bool) -> bool {
    is_leftover(name, is_folder) || folder != PUBLIC && is_hidden(name)
}

const OUTSIDE: &str = "this symbolic link points outside the site's folder";
const COPY: &str = "replace it by a copy of the file";
const CORRECT: &str = "correct or remove it";
const DANGLING: &str = "this symbolic link points to a file that does not exist";
const ROUND: &str = "this symbolic link points to a folder that contains it";

/// Reports an entry of a folder that cannot be read.
fn unreadable(error: &walkdir::Error, root: &Path, folder: &str, findings: &mut Diagnostics) {
    let path = error.path().unwrap_or(root);
    if path.file_name().is_some_and(|name| is_passed_over(folder, name, path.is_dir())) {
        return;
    }
    let (kind, message) = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => (Kind::here(), ROUND.to_owned()),
        (None, Some(error)) if error.kind() == ErrorKind::NotFound && path.is_symlink() => {
            (Kind::here(), DANGLING.to_owned())
        }
        (None, Some(error)) => (Kind::here(), format!("cannot be read: {error}")),
        (None, None) => (Kind::here(), "cannot be read".to_owned()),
    };
    findings.add(Severity::Error, kind, relative(path, root), 0, message, CORRECT);
}

/// Whether an entry is no symlink, or leads to something that may be published. Reports it if not.
fn stays(entry: &DirEntry, root: &Path, boundary: &Boundary, findings: &mut Diagnostics) -> bool {
    if !entry.path_is_symlink() {
        return true;
    }
    let real = entry.path().canonicalize().ok();
    let around = entry.path().parent().and_then(|folder| folder.canonicalize().ok());
    let path = relative(entry.path(), root);
    if let (Some(real), Some(around)) = (&real, around)
        && around.starts_with(real)
    {
        findings.error(path, 0, ROUND, CORRECT);
        return false;
    }
    let stays = boundary.publishable(entry.path()).is_some();
    if !stays {
        findings.error(path, 0, OUTSIDE, COPY);
    }
    stays
}

fn relative<'p>(path: &'p Path, root: &Path) -> &'p Path {
    path.strip_prefix(root).unwrap_or(path)
}
