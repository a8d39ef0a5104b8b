//! What a key can hold, whichever syntax it was written in, and where.

use std::ops::Range;

use crate::bundle::diagnostics::location::{LineIndex, Location};

/// A key and its value.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// Where the key is.
    pub(crate) key_at: Location,
    pub(crate) value: Value,
    /// Where the value is; where there is none, the key.
    pub(crate) at: Location,
}

/// A value in a list.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) value: Value,
    /// Its first line as the author wrote it.
    pub(crate) written: String,
    pub(crate) at: Location,
}

/// A value. Numbers and dates stay as they were written: a title `4.10` is not 4.1.
#[derive(Debug)]
pub(crate) enum Value {
    /// A key without a value, as YAML allows.
    Nothing,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Item>),
    Table(Vec<Entry>),
}

impl Value {
    /// `true` or `false`, or the `yes` and `no` of older YAML.
    pub(crate) fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            Self::Text(word) if word.eq_ignore_ascii_case("yes") => Some(true),
            Self::Text(word) if word.eq_ignore_ascii_case("no") => Some(false),
            _ => None,
        }
    }

    /// The words of a text, or of a number that stands for one.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }
}

/// The text that keys and values stand in.
pub(crate) struct Written<'t> {
    pub(crate) text: &'t str,
    lines: LineIndex,
}

impl<'t> Written<'t> {
    /// A text whose first line is line `first` of its file.
    pub(crate) fn new(text: &'t str, first: usize) -> Self {
        Self { text, lines: LineIndex::new(text, first) }
    }

    /// The line of a byte in the file.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.lines.line(byte)
    }

    /// A list or a table in brackets that begins at a byte, as far as it is on one line.
    pub(crate) fn brackets(&self, start: usize) -> Range<usize> {
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let (mut depth, mut quote) = (0, None);
        for (at, c) in line.char_indices() {
            match (quote, c) {
                (Some(open), _) if open == c => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(c),
                (None, '[' | '{') => depth += 1,
                (None, ']' | '}') => depth -= 1,
                (None, _) => {}
            }
            if depth == 0 {
                return start..start + at + c.len_utf8();
            }
        }
        start..start + line.len()
    }

    /// The first line of some bytes, without space around it.
    pub(crate) fn words(&self, span: Range<usize>) -> &'t str {
        let words = self.text.get(span).unwrap_or_default().trim();
        words.lines().next().unwrap_or_default().trim_end()
    }

    /// Where some bytes are, without space around them, and without the quotes of a text.
    pub(crate) fn at(&self, span: Range<usize>) -> Location {
        let Some(written) = self.text.get(span.clone()) else { return self.line(span.start).into() };
        let start = span.start + written.len() - written.trim_start().len();
        let words = written.trim();
        let quoted = |quote: char| words.strip_prefix(quote)?.strip_suffix(quote).filter(|inner| !inner.is_empty());
        match quoted('"').or_else(|| quoted('\'')) {
            Some(inner) => self.lines.location(&(start + 1..start + 1 + inner.len())),
            None => self.lines.location(&(start..start + words.len())),
        }
    }
}
