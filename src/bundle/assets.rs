//! Files that are copied as they are: `public/`, the program, and what posts refer to.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use walkdir::{DirEntry, WalkDir};

use super::places::Places;
use super::{Diagnostics, Options, source};

/// What the head of every page says of the owner's files, where they are there.
pub(super) fn links(root: &Path, base: &str) -> String {
    let files = [("favicon.svg", "icon"), ("owner.css", "stylesheet")];
    let there = files.iter().filter(|(file, _)| root.join("public").join(file).is_file());
    there.map(|(file, rel)| format!("\n<link rel=\"{rel}\" href=\"{base}{file}\">")).collect()
}

/// Claims a place in the output for each file.
pub(super) fn claim<'a>(
    places: &mut Places,
    options: &Options,
    assets: impl Iterator<Item = &'a (PathBuf, String)>,
    findings: &mut Diagnostics,
) {
    let Options { root, shell, out, .. } = options;
    for (file, address) in assets {
        let shown = file.strip_prefix(root).unwrap_or(file);
        let path = percent_decode_str(address).decode_utf8_lossy();
        places.copy(file, shown, &path, findings);
    }
    for file in files(&root.join("public"), Some(root), findings) {
        let path = slashed(file.strip_prefix(root.join("public")).unwrap_or(&file));
        places.copy(&file, &Path::new("public").join(&path), &path, findings);
    }
    if out != shell {
        for file in files(shell, None, findings).iter().filter(|file| !file.ends_with("index.html")) {
            let path = slashed(file.strip_prefix(shell).unwrap_or(file));
            places.copy(file, file, &path, findings);
        }
    }
}

/// A relative path as the site has it, whatever stands between two names on this system.
fn slashed(path: &Path) -> String {
    path.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// All files below a folder, in the order of their names. A folder that is not there has none.
/// Links are followed within `root`; what is published is the owner's, and lies in the site's folder.
fn files(folder: &Path, root: Option<&Path>, findings: &mut Diagnostics) -> Vec<PathBuf> {
    let mut files = Vec::new();
    if !folder.exists() {
        return files;
    }
    let inside = root.and_then(|root| root.canonicalize().ok());
    let mut notes = Diagnostics::default();
    let own = |entry: &DirEntry| root.is_none_or(|root| source::stays(entry, root, inside.as_deref(), &mut notes));
    let walk = WalkDir::new(folder).follow_links(root.is_some()).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(own) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => source::unreadable(&error, root.unwrap_or(folder), findings),
        }
    }
    findings.extend(notes);
    files
}
