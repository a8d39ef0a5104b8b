//! Reads the messages of the interface: a file a language, the owner's before ours, and English for what is missing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::fields::from_toml::entries as toml_entries;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::text_file;
use crate::bundle::look::Look;
use crate::content::{Message, Messages};

const ENGLISH: &str = include_str!("../../../../languages/en.toml");

/// The built-in languages, each with its file.
pub const SHIPPED: [(&str, &str); 12] = [
    ("ar", include_str!("../../../../languages/ar.toml")),
    ("de", include_str!("../../../../languages/de.toml")),
    ("en", ENGLISH),
    ("es", include_str!("../../../../languages/es.toml")),
    ("fr", include_str!("../../../../languages/fr.toml")),
    ("it", include_str!("../../../../languages/it.toml")),
    ("ja", include_str!("../../../../languages/ja.toml")),
    ("nl", include_str!("../../../../languages/nl.toml")),
    ("pl", include_str!("../../../../languages/pl.toml")),
    ("pt", include_str!("../../../../languages/pt.toml")),
    ("ru", include_str!("../../../../languages/ru.toml")),
    ("zh", include_str!("../../../../languages/zh.toml")),
];

/// The English messages.
#[must_use]
pub fn english() -> Messages {
    Texts::english().words()
}

/// The file of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LanguageFile {
    path: PathBuf,
    /// The text of a built-in file; `None` for a file of the owner's.
    text: Option<&'static str>,
    root: PathBuf,
}

impl LanguageFile {
    /// The file that fits a language best: for `pt-BR` that of `pt-br`, else that of `pt`. `None` if there is none.
    pub(crate) fn of(root: &Path, language: &str) -> Option<Self> {
        fitting(language, |tag| {
            let path = Path::new("languages").join(format!("{tag}.toml"));
            let text = if root.join(&path).is_file() {
                None
            } else {
                Some(SHIPPED.iter().find(|(shipped, _)| *shipped == tag)?.1)
            };
            Some(Self { path, text, root: root.to_owned() })
        })
    }

    /// The texts of the file, and English ones for those it lacks.
    pub(crate) fn texts(&self, findings: &mut Diagnostics) -> Texts {
        let mut reader = FieldReader::new(&self.path);
        let text = self.text.map(str::to_owned).or_else(|| text_file::read(&self.root, &mut reader));
        let entries = text.and_then(|text| toml_entries(&text, 1, &mut reader));
        let mut texts = Texts::english();
        if let Some(entries) = entries {
            let said = texts.take(&entries, "", &mut reader);
            let missing: Vec<_> = Message::KEYS.iter().map(|(key, _)| *key).filter(|key| !said.contains(key)).collect();
            if !missing.is_empty() {
                let message = format!("these texts are missing, and are shown in English: {}", missing.join(", "));
                reader.warning(0, message, "translate them from languages/en.toml");
            }
        }
        findings.extend(reader.findings);
        reader.ignored.report(findings);
        texts
    }
}

/// What is known of the language that fits a language best: for `pt-BR` that of `pt-br`, else that of `pt`.
pub(crate) fn fitting<T>(language: &str, known: impl FnMut(&str) -> Option<T>) -> Option<T> {
    let tag = language.to_ascii_lowercase();
    let ends: Vec<usize> = tag.match_indices('-').map(|(end, _)| end).chain([tag.len()]).collect();
    ends.into_iter().rev().map(|end| &tag[..end]).find_map(known)
}

/// A text for each message, in the order of [`Message::KEYS`].
pub(crate) struct Texts(Vec<String>);

impl Texts {
    pub(crate) fn english() -> Self {
        let mut reader = FieldReader::new(Path::new("languages/en.toml"));
        let mut texts = Self(vec![String::new(); Message::KEYS.len()]);
        let entries = toml_entries(ENGLISH, 1, &mut reader).unwrap_or_default();
        for (text, (key, forms)) in texts.0.iter_mut().zip(Message::KEYS) {
            let entry = entries.iter().find(|entry| entry.key == *key);
            *text = entry.and_then(|entry| read(entry, *forms)).expect("the tests have seen every word in English");
        }
        texts
    }

    pub(crate) fn words(&self) -> Messages {
        Messages::new(&self.0)
    }

    /// Names the faces that a reader chooses from as a look has them: first the one that its pages have.
    pub(crate) fn name_faces(&mut self, look: Look) {
        let face = |index: usize| self.0[Message::Faces as usize].split('\t').nth(index).unwrap_or_default().to_owned();
        let (serif, sans, mono) = (face(0), face(1), self.0[Message::Monospaced as usize].clone());
        self.0[Message::Faces as usize] = match look {
            Look::Paper => return,
            Look::Plain => [sans, serif],
            Look::Typewriter => [mono, serif],
        }
        .join("\t");
    }

    /// Takes over the texts of entries, and returns their keys. A text has to have the placeholders of the English
    /// one.
    pub(crate) fn take<'e>(
        &mut self,
        entries: &'e [Entry],
        within: &str,
        reader: &mut FieldReader,
    ) -> BTreeSet<&'e str> {
        let keys: Vec<&str> = Message::KEYS.iter().map(|(key, _)| *key).collect();
        let english = Self::english();
        for entry in entries {
            let Some(index) = keys.iter().position(|key| *key == entry.key) else {
                reader.unknown(entry, within, &keys);
                continue;
            };
            let (forms, model) = (Message::KEYS[index].1, &english.0[index]);
            match read(entry, forms) {
                None if forms == 0 => _ = reader.wrong::<()>(entry, "a text", &format!("\"{model}\"")),
                None => {
                    let example = format!("[\"{}\"]", model.replace('\t', "\", \""));
                    _ = reader.wrong::<()>(entry, &format!("a list of {forms} texts"), &example);
                }
                Some(text) if values(&text) != values(model) => {
                    let message = format!("\"{}\" does not have the values in braces of the English text", entry.key);
                    let names: Vec<_> = values(model).into_iter().map(|name| format!("{{{name}}}")).collect();
                    let remedy = if names.is_empty() {
                        "delete the braces".to_owned()
                    } else {
                        format!("write {} where they belong, as in \"{model}\"", names.join(", "))
                    };
                    reader.error(entry.at, message, remedy);
                }
                Some(text) => self.0[index] = text,
            }
        }
        entries.iter().map(|entry| entry.key.as_str()).collect()
    }
}

/// The text of an entry on one line, or its `forms` separated by tabs. `None` if it is anything else.
fn read(entry: &Entry, forms: usize) -> Option<String> {
    let line = |value: &Value| {
        let text = value.words()?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    };
    match &entry.value {
        Value::List(items) if forms > 0 && items.len() == forms => {
            Some(items.iter().map(|item| line(&item.value)).collect::<Option<Vec<_>>>()?.join("\t"))
        }
        value if forms == 0 => line(value),
        _ => None,
    }
}

/// The placeholders: the names in braces.
fn values(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|piece| piece.split_once('}').map_or(piece, |(name, _)| name)).collect()
}
