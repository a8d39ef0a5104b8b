//! The messages in the site's language, with the owner's own in place of some. Native only.

use std::path::Path;

use super::Config;
use super::languages::LanguageFile;
use super::plurals::Plurals;
use super::texts::Texts;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::content::Messages;

/// Reads them. `entries`: those of `site.toml`.
pub(super) fn own_words(root: &Path, config: &Config, entries: &[Entry], reader: &mut FieldReader) -> Messages {
    let language = &config.site.language;
    let entry = |key: &str| entries.iter().find(|entry| entry.key == key);
    let file = LanguageFile::of(root, language);
    if file.is_none() {
        let message = format!("there are no texts in \"{language}\", so the interface is in English");
        let name = language.to_ascii_lowercase();
        let remedy = format!("copy languages/en.toml to languages/{name}.toml, and translate it");
        reader.warning(entry("language").map_or_else(Location::default, |entry| entry.at), message, remedy);
    }
    let mut texts = file.map_or_else(Texts::english, |file| file.texts(&mut reader.findings));
    if let Some(entry) = entry("words") {
        let entries = reader.table(entry);
        texts.take(entries, "words.", &Plurals::of(language), reader);
    }
    texts.name_faces(config.look);
    texts.words()
}
