//! What a source leaves open and a site must have: a title for each text.

use std::path::PathBuf;

use super::notes::Open;
use super::site::{OldSite, Text};

/// Fills the gaps, and notes each.
pub(super) fn fill(site: &mut OldSite) {
    let untitled = site.texts.iter_mut().filter(|text| text.title.trim().is_empty());
    let named: Vec<_> = untitled.map(name).collect();
    site.open.extend(named);
}

/// Notes each text whose old address is not known, because code makes it.
pub(super) fn note_addresses(site: &mut OldSite) {
    let unknown = site.texts.iter().filter(|text| text.addresses.is_empty() && !text.draft);
    let noted = unknown.filter_map(|text| {
        let pattern = text.pattern.as_ref()?;
        let message = format!("its old address is not known: {pattern} is code, or has a name that is not understood");
        let remedy = "import again with --sitemap and the old sitemap, or add the address to aliases in the new file";
        Some(note(text, (message, remedy)))
    });
    let noted: Vec<_> = noted.collect();
    site.open.extend(noted);
}

/// A note, and the source that it is about.
type Noted = (PathBuf, Open);

/// Gives a text a title from its address.
fn name(text: &mut Text) -> Noted {
    let words = text.slug.as_deref().unwrap_or_default().replace(['-', '_'], " ");
    text.title = if words.trim().is_empty() { "Untitled".to_owned() } else { words };
    let message = format!("it has no title, so its title is \"{}\"", text.title);
    note(text, (message, "write its title into the new file"))
}

fn note(text: &Text, (message, remedy): (String, &str)) -> Noted {
    (text.source.clone(), Open { line: text.line.max(1), message, remedy: remedy.to_owned() })
}
