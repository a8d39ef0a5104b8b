//! Reads the export files of WordPress, Ghost and Medium, one text after another. Native only.

mod broken;
mod files;
mod ghost;
mod ghost_json;
mod medium;
mod moments;
mod wordpress;
mod wxr;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::folder::is_text;
use super::notes::Open;
use super::site::{Person, Settings, Text};
pub use broken::Broken;

/// The systems whose exports are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// WordPress's XML file (WXR).
    WordPress,
    /// Ghost's JSON file.
    Ghost,
    /// Medium's folder, unpacked.
    Medium,
}

/// What an export has beside its texts.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The settings of the site.
    pub settings: Settings,
    /// Its authors.
    pub people: Vec<Person>,
    /// What was passed over, counted by kind.
    pub translated: BTreeMap<String, usize>,
    /// What is left to do, by the file of the export.
    pub open: Vec<(PathBuf, Open)>,
    /// How many comments it has. They are not brought.
    pub comments: usize,
    /// Where reading ended before the end of a file. The texts before that were given.
    pub broken: Vec<Broken>,
}

impl Outcome {
    /// Counts something of a kind.
    fn count(&mut self, kind: &str) {
        *self.translated.entry(kind.to_owned()).or_default() += 1;
    }

    /// Notes something that has to be done by hand.
    fn tell(&mut self, file: &Path, line: usize, message: impl Into<String>, remedy: &str) {
        self.open.push((file.to_owned(), Open { line, message: message.into(), remedy: remedy.to_owned() }));
    }
}

/// The bytes in which an export is recognised.
const HEAD_BYTES: u64 = 64 * 1024;

/// The export that a path is, and the reason. A folder may have an export in several files.
#[must_use]
pub fn recognise(path: &Path) -> Option<(Export, String)> {
    if !path.is_dir() {
        return of_file(path);
    }
    let is_medium = medium::files(path).into_iter().take(3).any(|file| medium::is_post(&head(&file)));
    if is_medium {
        let reason = "its HTML files are marked up as Medium's posts are (h-entry, p-name, e-content)";
        return Some((Export::Medium, reason.to_owned()));
    }
    // A folder of Markdown may keep the export that it was made from.
    let has_texts = std::fs::read_dir(path).ok()?.flatten().any(|entry| is_text(&entry.path()));
    let (kind, file) = if has_texts { None } else { files::first(path) }?;
    let name = file.strip_prefix(path).unwrap_or(&file).display().to_string();
    Some((kind, format!("{name} in it is an export of {kind:?}")))
}

/// The export that a file is.
fn of_file(path: &Path) -> Option<(Export, String)> {
    let head = head(path);
    if head.contains("<rss") && (head.contains("wordpress.org/export/") || head.contains("<wp:wxr_version>")) {
        return Some((Export::WordPress, "it is an RSS file with WordPress's export namespace".to_owned()));
    }
    let json = head.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let ghost = head.contains("\"db\"") && (head.contains("\"meta\"") || head.contains("\"data\""))
        || head.contains("\"posts_tags\"");
    (json && ghost).then(|| (Export::Ghost, "it is a JSON file with Ghost's \"db\"".to_owned()))
}

/// Reads an export, and gives each text to `each`. Memory is bounded by the largest text, and by the list of
/// attachments, tags and authors.
pub fn read(export: Export, path: &Path, each: &mut dyn FnMut(Text)) -> Outcome {
    match export {
        Export::WordPress => wordpress::read(&files::of(export, path), each),
        Export::Ghost => ghost::read(&files::of(export, path), each),
        Export::Medium => medium::read(path, each),
    }
}

fn head(path: &Path) -> String {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut bytes));
    if read.is_ok() { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() }
}
