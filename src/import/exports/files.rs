//! The files of an export that is in a folder.

use std::path::{Path, PathBuf};

use super::{Export, of_file};

/// Where they may be: Ghost's backup has its JSON in `data/`.
const FOLDERS: [&str; 3] = ["", "data", "content/data"];

/// The first file of an export, and whose it is.
pub(super) fn first(folder: &Path) -> Option<(Export, PathBuf)> {
    candidates(folder).into_iter().find_map(|path| Some((of_file(&path)?.0, path)))
}

/// All files of an export; a path that is a file is the only one.
pub(super) fn of(export: Export, path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut files = candidates(path);
    files.retain(|file| of_file(file).is_some_and(|(kind, _)| kind == export));
    // Backups of different days have the same posts.
    if export == Export::Ghost { files.split_off(files.len().saturating_sub(1)) } else { files }
}

/// The files that may be one, in the order of their names.
fn candidates(folder: &Path) -> Vec<PathBuf> {
    let entries = FOLDERS.iter().filter_map(|below| std::fs::read_dir(folder.join(below)).ok()).flatten().flatten();
    let is = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "xml" || ending == "json");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is).collect();
    files.sort();
    files
}
