//! The texts of the interface in one language.

use serde::{Deserialize, Serialize};

use super::{Date, Message};

/// A text for each [`Message`]: a line each in their order, the forms of one apart by tabs. It travels as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Messages(String);

impl Messages {
    /// Words from their texts, in the order of [`Message`].
    #[must_use]
    pub fn new(texts: &[String]) -> Self {
        Self(texts.join("\n"))
    }

    /// Whether there is not a word.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a word.
    #[must_use]
    pub fn get(&self, word: Message) -> &str {
        nth(&self.0, '\n', word as usize)
    }

    /// A form, counted from 0, of a word that has several.
    #[must_use]
    pub fn form(&self, word: Message, index: usize) -> &str {
        nth(self.get(word), '\t', index)
    }

    /// The text of a word, with values where it names them: `{n} of {of}`.
    #[must_use]
    pub fn fill(&self, word: Message, values: &[(&str, &str)]) -> String {
        let (mut text, mut rest) = (String::new(), self.get(word));
        while let Some((before, name, after)) = cut(rest) {
            text.push_str(before);
            for (_, value) in values.iter().filter(|(known, _)| *known == name) {
                text.push_str(value);
            }
            rest = after;
        }
        text + rest
    }

    /// A day in the form that a word gives it.
    #[must_use]
    pub fn date(&self, form: Message, date: Date) -> String {
        let month = self.form(Message::Months, usize::from(date.month()) - 1);
        let (day, year) = (u32::from(date.day()).to_string(), u32::from(date.year()).to_string());
        self.fill(form, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// What stands before and after the one value that a word names.
    #[must_use]
    pub fn around(&self, word: Message) -> (&str, &str) {
        let text = self.get(word);
        cut(text).map_or((text, ""), |(before, _, after)| (before, after))
    }

    /// Without those that no page says.
    #[must_use]
    pub fn for_pages(&self) -> Self {
        Self(self.0.split('\n').take(Message::Feed as usize).collect::<Vec<_>>().join("\n"))
    }
}

/// A part of a text, counted from 0. Few words are asked for at a time, so nothing is gained by taking the text apart
/// at once, and a program that is inlined everywhere is a larger one.
#[inline(never)]
fn nth(text: &str, separator: char, index: usize) -> &str {
    let mut rest = text;
    for _ in 0..index {
        rest = rest.split_once(separator).map_or("", |(_, after)| after);
    }
    rest.split_once(separator).map_or(rest, |(part, _)| part)
}

/// What stands before the first braces, between them, and after.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
