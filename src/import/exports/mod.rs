//! Reads the export files of WordPress, Ghost and Medium, one text after another. Native only.

mod broken;
mod ghost;
mod ghost_json;
mod medium;
mod moments;
mod wordpress;
mod wxr;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::notes::Notes;
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
    /// What was passed over, counted by kind, and what is left to do. Lines are those of the export file.
    pub notes: Notes,
    /// How many comments it has. They are not brought.
    pub comments: usize,
    /// Why reading ended before the end of the export. The texts before that were given.
    pub broken: Option<Broken>,
}

/// The bytes in which an export is recognised.
const HEAD_BYTES: u64 = 64 * 1024;

/// The export that a path is, and the reason.
#[must_use]
pub fn recognise(path: &Path) -> Option<(Export, String)> {
    if path.is_dir() {
        let posts = if path.join("posts").is_dir() { path.join("posts") } else { path.to_owned() };
        let is_medium = medium::files(&posts).into_iter().take(3).any(|file| medium::is_post(&head(&file)));
        let reason = "its HTML files are marked up as Medium's posts are (h-entry, p-name, e-content)";
        return is_medium.then(|| (Export::Medium, reason.to_owned()));
    }
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
        Export::WordPress => wordpress::read(path, each),
        Export::Ghost => ghost::read(path, each),
        Export::Medium => medium::read(path, each),
    }
}

fn head(path: &Path) -> String {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut bytes));
    if read.is_ok() { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() }
}
