//! What a translation changed, and what it leaves to the author.

use std::collections::BTreeMap;

/// The account of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// How many times each kind of translation was made, by its name in the report, such as `highlight → code block`.
    pub translated: BTreeMap<String, usize>,
    /// What has to be done by hand, in the order of the text.
    pub open: Vec<Open>,
}

/// Something that could not be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Line in the text that was given, from 1.
    pub line: usize,
    /// What is there.
    pub message: String,
    /// What the author can do about it.
    pub remedy: String,
}

impl Notes {
    /// Counts one translation of a kind.
    pub fn translated(&mut self, kind: &str) {
        *self.translated.entry(kind.to_owned()).or_default() += 1;
    }

    /// Adds something that has to be done by hand.
    pub fn open(&mut self, line: usize, message: impl Into<String>, remedy: impl Into<String>) {
        self.open.push(Open { line, message: message.into(), remedy: remedy.into() });
    }
}
