//! The folders of collections: those below `src/content/`, and those that `content.config.ts` names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::scan;
use crate::import::folder::{Folder, is_text, slashed};
use crate::import::site::OldSite;
use crate::import::source::Source;

/// Where collections are configured.
const CONFIGS: [&str; 4] =
    ["src/content.config.ts", "src/content.config.mjs", "src/content/config.ts", "src/content/config.js"];

/// Folders of which each folder is a collection.
const FOLDERS: [&str; 3] = ["src/content", "src/data", "content"];

/// A name, and the folder of its texts.
#[derive(Debug)]
pub(super) struct Collection {
    pub(super) name: String,
    pub(super) base: String,
}

/// The collections of a site. No folder is in two.
pub(super) fn of(folder: &Folder) -> Vec<Collection> {
    let config = folder.literals(&CONFIGS);
    let mut found: Vec<Collection> = Vec::new();
    // `const blog = defineCollection({ loader: glob({ base: "./src/data/blog" }) })`
    for (path, base) in config.paths_to("base") {
        let base = slashed(&Path::new(base).components().filter(|part| part.as_os_str() != ".").collect::<PathBuf>());
        let name = path.first().filter(|_| path.len() > 1).cloned();
        let name = name.unwrap_or_else(|| base.rsplit('/').next().unwrap_or_default().to_owned());
        if !base.is_empty() && folder.has_folder(&base) {
            found.push(Collection { name, base });
        }
    }
    let default = |below: &&str| -> BTreeSet<String> {
        let first = |path: &Path| {
            let rest = path.strip_prefix(below).ok()?;
            (rest.components().count() > 1)
                .then(|| rest.iter().next().map(|name| name.to_string_lossy().into_owned()))?
        };
        folder.below(below).filter(|path| is_text(path)).filter_map(first).collect()
    };
    for below in FOLDERS {
        for name in default(&below) {
            let base = format!("{below}/{name}");
            let is_known = |known: &Collection| {
                Path::new(&base).starts_with(&known.base) || Path::new(&known.base).starts_with(&base)
            };
            if !found.iter().any(is_known) {
                found.push(Collection { name, base });
            }
        }
    }
    found
}

/// The sources of a collection. What Astro shows nowhere is told of.
pub(super) fn sources(folder: &Folder, collection: &Collection, site: &mut OldSite) -> Vec<Source> {
    let hidden = |source: &Source| source.path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('_'));
    let (hidden, shown): (Vec<_>, Vec<_>) =
        scan::sources(folder, &collection.base, &mut site.open).into_iter().partition(hidden);
    for source in hidden {
        let message = "its name begins with _, so it is in no collection, and is not imported";
        scan::note(site, &source.path, message, "copy it to posts/ if it is a text");
    }
    shown
}
