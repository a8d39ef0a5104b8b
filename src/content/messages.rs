//! The messages of the interface in one language.

use serde::{Deserialize, Serialize};

use super::{Date, Message, plural};

/// One line for each [`Message`], in order, its forms separated by tabs. Forms for numbers have a table before them: see
/// [`plural`]. Serialised as this string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Messages(String);

impl Messages {
    /// From one text for each [`Message`], in order.
    #[must_use]
    pub fn new(texts: &[String]) -> Self {
        Self(texts.join("\n"))
    }

    /// Whether there are no texts.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a message.
    #[must_use]
    pub fn get(&self, word: Message) -> &str {
        nth(&self.0, '\n', word as usize)
    }

    /// A form, counted from 0, of a message that has several.
    #[must_use]
    pub fn form(&self, word: Message, index: usize) -> &str {
        nth(self.get(word), '\t', index)
    }

    /// The text of a message, its placeholders replaced by values: `{n} of {of}`.
    #[must_use]
    pub fn fill(&self, word: Message, values: &[(&str, &str)]) -> String {
        replace(self.get(word), values)
    }

    /// A form, counted from 0, of a message that has several, its placeholders replaced by values.
    #[must_use]
    pub fn fill_form(&self, word: Message, index: usize, values: &[(&str, &str)]) -> String {
        replace(self.form(word, index), values)
    }

    /// A message with a count, in the form for the number, which replaces `{n}`.
    #[must_use]
    pub fn count(&self, word: Message, n: u32) -> String {
        let text = self.get(word);
        let form = text.split_once('\t').map_or(text, |(table, forms)| nth(forms, '\t', plural::index(table, n)));
        replace(form, &[("n", &n.to_string())])
    }

    /// A date in the format of a message.
    #[must_use]
    pub fn date(&self, form: Message, date: Date) -> String {
        let month = self.form(Message::Months, usize::from(date.month()) - 1);
        let (day, year) = (u32::from(date.day()).to_string(), u32::from(date.year()).to_string());
        self.fill(form, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// The text before and after the only placeholder of a message.
    #[must_use]
    pub fn around(&self, word: Message) -> (&str, &str) {
        let text = self.get(word);
        cut(text).map_or((text, ""), |(before, _, after)| (before, after))
    }

    /// With an empty text for a message.
    #[must_use]
    pub fn without(&self, word: Message) -> Self {
        let texts = self.0.split('\n').enumerate();
        Self(texts.map(|(index, text)| if index == word as usize { "" } else { text }).collect::<Vec<_>>().join("\n"))
    }

    /// Without the messages that no page uses.
    #[must_use]
    pub fn for_pages(&self) -> Self {
        Self(self.0.split('\n').take(Message::Feed as usize).collect::<Vec<_>>().join("\n"))
    }
}

/// A part of a text, counted from 0. Splitting the whole text at once gains nothing, as few messages are read at a
/// time; inlining this everywhere would enlarge the program.
#[inline(never)]
fn nth(text: &str, separator: char, index: usize) -> &str {
    let mut rest = text;
    for _ in 0..index {
        rest = rest.split_once(separator).map_or("", |(_, after)| after);
    }
    rest.split_once(separator).map_or(rest, |(part, _)| part)
}

/// A text with its placeholders replaced by values.
fn replace(mut rest: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    while let Some((before, name, after)) = cut(rest) {
        text.push_str(before);
        for (_, value) in values.iter().filter(|(known, _)| *known == name) {
            text.push_str(value);
        }
        rest = after;
    }
    text + rest
}

/// The text before the first braces, between them, and after.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
