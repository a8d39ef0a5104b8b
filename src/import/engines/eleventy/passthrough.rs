//! The files that an Eleventy site publishes as they are: `addPassthroughCopy`, and folders that themes have.

use std::path::{Path, PathBuf};

use crate::import::engines::scan;
use crate::import::folder::{Folder, slashed};
use crate::import::globs::Globs;
use crate::import::literals::calls::calls;

type Files = Vec<(PathBuf, PathBuf)>;

/// The files, each with its path below `public/`.
pub(super) fn files(folder: &Folder, below: &str, code: &str) -> Files {
    let mut files = Files::new();
    for (from, to) in calls(code, "addPassthroughCopy").into_iter().flatten() {
        match from {
            Some(from) => files.extend(copied(folder, clean(&from), clean(&to))),
            None => {
                let from = clean(&to);
                let to = from.strip_prefix(clean(below)).unwrap_or(from).trim_start_matches('/');
                files.extend(copied(folder, from, to));
            }
        }
    }
    for public in ["public", "static", "assets", "img", "images"] {
        let root = public == "public" || public == "static";
        let from = if root { public.to_owned() } else { slashed(&Path::new(below).join(public)) };
        files.extend(copied(folder, &from, if root { "" } else { public }));
    }
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|(from, _)| seen.insert(from.clone()));
    files
}

fn clean(path: &str) -> &str {
    path.trim_start_matches("./").trim_matches('/')
}

/// The files of a folder, a pattern or a single file, below a path.
fn copied(folder: &Folder, from: &str, to: &str) -> Files {
    let pattern = from.contains('*').then(|| Globs::new([from.to_owned()]).0);
    let from = from.split('*').next().unwrap_or(from);
    let from = if pattern.is_some() { from.rsplit_once('/').map_or("", |(folder, _)| folder) } else { from };
    if from.is_empty() {
        return Files::new();
    }
    if folder.has(from) {
        let name = Path::new(from).file_name().unwrap_or_default();
        let to = if Path::new(to).extension().is_some() { PathBuf::from(to) } else { Path::new(to).join(name) };
        return if is_code(&to) { Files::new() } else { vec![(folder.root.join(from), to)] };
    }
    let matches = |path: &Path| pattern.as_ref().is_none_or(|globs| globs.has_whole(&Path::new(from).join(path)));
    let files = scan::published(folder, from).into_iter();
    let files = files.filter(|(_, path)| !is_code(path) && matches(path));
    let to = if pattern.is_some() { to.split('*').next().unwrap_or_default().trim_end_matches('/') } else { to };
    files.map(|(from, path)| (from, Path::new(to).join(path))).collect()
}

/// Styles and scripts belong to the old design.
fn is_code(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ["css", "scss", "sass", "less", "js", "mjs", "njk", "liquid", "html", "md"].contains(&ending.as_str())
}
