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
