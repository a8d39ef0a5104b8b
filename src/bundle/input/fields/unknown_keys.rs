//! Unknown keys, and what was likely meant by them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use strsim::damerau_levenshtein;

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;

/// Other engines' keys that would count as misspellings of ours.
const FOREIGN: [&str; 26] = [
    "base", "case", "code", "color", "data", "feature", "file", "hover", "image", "katex", "link", "locale", "math",
    "name", "note", "order", "path", "place", "rate", "site", "slides", "state", "style", "theme", "time", "type",
];

/// The known key that was most likely meant: within an edit distance of two, or of one if either has at most three
/// letters.
pub(crate) fn meant<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    if FOREIGN.contains(&key.to_lowercase().as_str()) {
        return None;
    }
    let distance = |known: &str| {
        let reach = if key.chars().count().min(known.len()) <= 3 { 1 } else { 2 };
        Some(damerau_levenshtein(key, known)).filter(|distance| *distance <= reach)
    };
    known.iter().filter_map(|known| Some((distance(known)?, *known))).min().map(|(_, known)| known)
}

/// The unknown keys, each with its first location and the number of files, so that a hundred files make one warning.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ignored(BTreeMap<String, (PathBuf, Location, usize)>);

impl Ignored {
    pub(crate) fn note(&mut self, key: &str, path: &Path, at: Location) {
        self.0.entry(key.to_owned()).or_insert_with(|| (path.to_owned(), at, 1));
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (key, (path, at, files)) in other.0 {
            self.0.entry(key).and_modify(|(_, _, sum)| *sum += files).or_insert((path, at, files));
        }
    }

    /// Adds one warning for each key.
    pub(crate) fn report(self, findings: &mut Diagnostics) {
        for (key, (path, at, files)) in self.0 {
            let (place, them) = match files {
                1 => (String::new(), "it"),
                _ => (format!(" in {files} files, of which this is the first"), "them"),
            };
            findings.warning(&path, at, format!("unknown key \"{key}\"{place}"), advice(&key, them));
        }
    }
}

fn advice(key: &str, them: &str) -> String {
    match key {
        "permalink" | "url" | "path" => {
            "it is ignored, because it is no path: the address comes from the file's name or from slug, and aliases keeps an old one alive"
                .to_owned()
        }
        _ => format!("nothing reads {them}: delete {them}"),
    }
}
