//! What all readers do with the files of a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::import::authors::named;
use crate::import::folder::{Folder, is_text, slashed};
use crate::import::globs::Globs;
use crate::import::left_keys;
use crate::import::notes::Open;
use crate::import::site::{OldSite, Text};
use crate::import::source::Source;
use crate::import::text::Reading;

/// The sources of the texts below a folder, and what could not be read.
pub(super) fn sources(folder: &Folder, below: &str, open: &mut Vec<(PathBuf, Open)>) -> Vec<Source> {
    sources_of(folder, below, &is_text, open)
}

/// As [`sources`], of the files that `is_source` says.
pub(super) fn sources_of(
    folder: &Folder,
    below: &str,
    is_source: &dyn Fn(&Path) -> bool,
    open: &mut Vec<(PathBuf, Open)>,
) -> Vec<Source> {
    let paths: Vec<&Path> = folder.below(below).filter(|path| is_source(path)).collect();
    let read = |path: &&Path| {
        let mut open = Vec::new();
        (Source::read(folder, path, &mut open), open)
    };
    let read: Vec<_> = paths.par_iter().map(read).collect();
    let mut sources = Vec::with_capacity(read.len());
    for (source, notes) in read {
        sources.extend(source);
        open.extend(notes);
    }
    sources
}

/// Adds a text to the site: `complete` gets it, and the path of its file below the folder of texts.
pub(super) fn add(site: &mut OldSite, reading: &Reading<'_>, source: Source, complete: impl FnOnce(&mut Text)) {
    site.people.extend(named::people(&source.data));
    for key in left_keys::of(&source.data) {
        *site.keys.entry(key).or_default() += 1;
    }
    let mut text = reading.text(source, &mut site.open);
    complete(&mut text);
    site.texts.push(text);
}

/// The files of a folder that are published as they are, each with its path below `public/`.
pub(super) fn published(folder: &Folder, below: &str) -> Vec<(PathBuf, PathBuf)> {
    let file = |path: &Path| Some((folder.root.join(path), path.strip_prefix(below).ok()?.to_owned()));
    folder.below(below).filter_map(file).collect()
}

/// A note about a file as a whole.
pub(super) fn note(site: &mut OldSite, path: &Path, message: impl Into<String>, remedy: impl Into<String>) {
    site.open.push((path.to_owned(), Open { line: 1, message: message.into(), remedy: remedy.into() }));
}

/// The patterns at a key of a configuration that leave files out, each as `glob` completes it. One that is not understood
/// is told of as it is written.
pub(super) fn left_out(
    site: &mut OldSite,
    config: &str,
    key: &str,
    patterns: impl IntoIterator<Item = String>,
    glob: impl Fn(&str) -> String,
) -> Globs {
    let written: BTreeMap<String, String> = patterns.into_iter().map(|pattern| (glob(&pattern), pattern)).collect();
    let (globs, unread) = Globs::new(written.keys().cloned());
    for pattern in unread.iter().filter_map(|glob| written.get(glob)) {
        let message = format!("\"{pattern}\" of {key} is not understood");
        note(site, config.as_ref(), message, "delete the new files that it left out");
    }
    globs
}

/// A pattern for the same name in any folder, that of the site included.
pub(super) fn in_any_folder(pattern: &str) -> String {
    let below = pattern.trim().trim_start_matches("./").trim_start_matches('/');
    if below.starts_with("**") { below.to_owned() } else { format!("**/{below}") }
}

/// Notes the files below a folder that are texts in markup that is not read.
pub(super) fn note_others(folder: &Folder, below: &str, endings: &[&str], site: &mut OldSite) {
    let ending = |path: &Path| path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let others = folder.below(below).filter(|path| endings.contains(&&*ending(path)));
    for path in others.map(Path::to_owned).collect::<Vec<_>>() {
        let message = format!(".{} is markup that is not read, so the text is not imported", ending(&path));
        note(site, &path, message, "convert it to Markdown, with pandoc for example, and import again");
    }
}

/// A note about a file that arranges other texts or is shown as code.
pub(super) fn note_layout(site: &mut OldSite, path: &Path) {
    note(site, path, "it is no page of a text, and is not imported", "copy it to posts/ if it is a text");
}

/// The time zone of a name; `None` if there is none of that name.
pub(super) fn zone(name: Option<&str>) -> Option<TimeZone> {
    TimeZone::get(name?).ok()
}

/// The folder of a bundle: where the file is an index of texts, its own folder.
pub(super) fn bundle(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.map(Path::to_owned)
}

/// A relative path without its extension, with `/` between the names.
pub(super) fn without_extension(path: &Path) -> String {
    slashed(&path.with_extension(""))
}
