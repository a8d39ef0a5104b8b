//! Values of a front matter.

use std::ops::Range;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A day or a moment, as it is written.
    Date(String),
    /// Yes or no.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// Texts.
    List(Vec<String>),
    /// Nothing.
    Empty,
    /// What a form has no field for, as it is written.
    Other(String),
}

impl Value {
    /// Whether a reader of the site takes both for the same: a date may be written as a text, and no value as none.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        match (self.words(), other.words()) {
            (Some(one), Some(other)) => one == other,
            _ => self == other,
        }
    }

    fn words(&self) -> Option<&str> {
        match self {
            Self::Text(words) | Self::Date(words) => Some(words),
            _ => None,
        }
    }
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// As it is written; one in a table has the table's name and a dot before it.
    pub key: String,
    /// Its value.
    pub value: Value,
    /// The bytes of the value in the file.
    pub range: Range<usize>,
    /// Where the key is written, in the file.
    pub(super) key_at: usize,
}
