//! What a key can hold, whichever syntax it was written in.

/// A key, its line in the file and its value.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) line: usize,
    pub(crate) value: Value,
}

/// A value. Numbers and dates stay as they were written: a title `4.10` is not 4.1.
#[derive(Debug)]
pub(crate) enum Value {
    /// A key without a value, as YAML allows.
    Nothing,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Value>),
    Table(Vec<Entry>),
}

impl Value {
    /// The words of a text, or of a number that stands for one.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }
}

/// The line of a byte in a text, from 1.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}
