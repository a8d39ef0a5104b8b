//! Reads the messages of the interface from the file of a language, and English ones for what is missing. Native only.

use std::collections::BTreeSet;
use std::path::Path;

use super::languages::{ENGLISH, LanguageFile};
use super::message_text::{has_values, line};
use super::plural_forms;
use super::plurals::Plurals;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::fields::from_toml::entries as toml_entries;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::look::Look;
use crate::content::{Message, Messages, Shape};

/// The English messages.
#[must_use]
pub fn english() -> Messages {
    Texts::english().words()
}

impl LanguageFile {
    /// The texts of the file, and English ones for those it lacks.
    pub(crate) fn texts(&self, findings: &mut Diagnostics) -> Texts {
        let mut reader = FieldReader::new(&self.path);
        let entries = self.entries(&mut reader);
        let mut texts = Texts::english();
        if let Some(entries) = entries {
            let said = texts.take(&entries, "", &Plurals::of(&self.tag()), &mut reader);
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

/// A text for each message, in the order of [`Message::KEYS`].
pub(crate) struct Texts(Vec<String>);

impl Texts {
    pub(crate) fn english() -> Self {
        let mut reader = FieldReader::new(Path::new("languages/en.toml"));
        let entries = toml_entries(ENGLISH, 1, &mut reader).unwrap_or_default();
        let plurals = Plurals::of("en");
        let text = |(key, shape): &(&str, Shape)| {
            let entry = entries.iter().find(|entry| entry.key == *key)?;
            match shape {
                Shape::Text => line(&entry.value),
                Shape::List(texts) => list(&entry.value, *texts),
                Shape::Count => plural_forms::read(entry, &plurals, "{n}", &mut reader),
            }
        };
        let texts = Message::KEYS.iter().map(text).collect::<Option<_>>();
        Self(texts.expect("the tests have seen every word in English"))
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
    pub(super) fn take<'e>(
        &mut self,
        entries: &'e [Entry],
        within: &str,
        plurals: &Plurals,
        reader: &mut FieldReader,
    ) -> BTreeSet<&'e str> {
        let keys: Vec<&str> = Message::KEYS.iter().map(|(key, _)| *key).collect();
        let english = Self::english();
        for entry in entries {
            let Some(index) = keys.iter().position(|key| *key == entry.key) else {
                reader.unknown(entry, within, &keys);
                continue;
            };
            let (model, shape) = (&english.0[index], Message::KEYS[index].1);
            let text = match shape {
                Shape::Count => plural_forms::read(entry, plurals, model, reader),
                Shape::Text => line(&entry.value).or_else(|| reader.wrong(entry, "a text", &format!("\"{model}\""))),
                Shape::List(texts) => list(&entry.value, texts).or_else(|| {
                    let example = format!("[\"{}\"]", model.replace('\t', "\", \""));
                    reader.wrong(entry, &format!("a list of {texts} texts"), &example)
                }),
            };
            // Each form of a count has been compared.
            let is_right = |text: &String| shape == Shape::Count || has_values(entry, &entry.key, text, model, reader);
            if let Some(text) = text.filter(is_right) {
                self.0[index] = text;
            }
        }
        entries.iter().map(|entry| entry.key.as_str()).collect()
    }
}

/// So many texts, separated by tabs. `None` if it is anything else.
fn list(value: &Value, texts: usize) -> Option<String> {
    let Value::List(items) = value else { return None };
    let lines: Vec<_> = items.iter().map(|item| line(&item.value)).collect::<Option<_>>()?;
    (lines.len() == texts).then(|| lines.join("\t"))
}

#[cfg(test)]
mod tests {
    use icu_locale_core::Locale;
    use icu_plurals::{PluralCategory, PluralRules};

    use super::*;
    use crate::bundle::input::config::languages::SHIPPED;

    /// As language files name it.
    fn name(category: PluralCategory) -> String {
        format!("{category:?}").to_lowercase()
    }

    #[test]
    fn each_count_of_each_built_in_language_has_all_forms_and_each_number_its_own() {
        for (language, text) in SHIPPED {
            let mut reader = FieldReader::new(Path::new("file.toml"));
            let entries = toml_entries(text, 1, &mut reader).expect("TOML");
            let locale = Locale::try_from_str(language).expect("a language");
            let rules = PluralRules::try_new_cardinal((&locale).into()).expect("rules");
            let mut texts = Texts::english();
            texts.take(&entries, "", &Plurals::of(language), &mut reader);
            assert!(reader.findings.sorted().is_empty(), "{language}");
            let words = texts.words();
            for (index, (key, _)) in Message::KEYS.iter().enumerate().filter(|(_, (_, shape))| *shape == Shape::Count) {
                let entry = entries.iter().find(|entry| entry.key == *key).expect("every message");
                let form = |category: PluralCategory| match &entry.value {
                    Value::Table(forms) => {
                        forms.iter().find(|form| form.key == name(category)).and_then(|form| line(&form.value))
                    }
                    text => line(text),
                };
                let has: Vec<String> = entry.value.table().iter().map(|form| form.key.clone()).collect();
                assert!(
                    has.is_empty() || has == rules.categories().map(name).collect::<Vec<_>>(),
                    "{language}: {key} {has:?}"
                );
                let message = MESSAGES.into_iter().find(|message| *message as usize == index).expect("a count");
                for n in (0..=200).chain([1_000, 1_000_000]) {
                    let text = form(rules.category_for(n)).expect("a form").replace("{n}", &n.to_string());
                    assert_eq!(words.count(message, n), text, "{language}");
                }
            }
        }
    }

    const MESSAGES: [Message; 5] =
        [Message::Minutes, Message::Hits, Message::Likes, Message::Reposts, Message::MoreReplies];
}
