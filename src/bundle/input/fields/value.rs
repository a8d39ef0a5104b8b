//! The values of keys, whichever syntax they were written in, with their locations.

use std::ops::Range;

use crate::bundle::diagnostics::location::{LineIndex, Location};

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_at: Location,
    pub(crate) value: Value,
    /// Where the value is, or the key if there is none.
    pub(crate) at: Location,
}

#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) value: Value,
    /// Its first line as the author wrote it.
    pub(crate) written: String,
    pub(crate) at: Location,
}

/// A value. Numbers and dates stay as they were written: a title `4.10` is not 4.1.
#[derive(Clone, Debug)]
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

    /// The entries of a table; none of any other value.
    pub(crate) fn table(&self) -> &[Entry] {
        if let Self::Table(entries) = self { entries } else { &[] }
    }

    /// A text, or a number as a text.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }
}

/// The source text of keys and values.
pub(crate) struct Written<'t> {
    pub(crate) text: &'t str,
    lines: LineIndex<'t>,
}

impl<'t> Written<'t> {
    /// A text whose first line is line `first` of its file.
    pub(crate) fn new(text: &'t str, first: usize) -> Self {
        Self { text, lines: LineIndex::new(text, first) }
    }

    /// The line in the file of a byte offset.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.lines.line(byte)
    }

    /// The byte range of a list or table in brackets that begins at `start`, as far as it is on one line.
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

    /// The first line of a byte range, without space around it.
    pub(crate) fn words(&self, span: Range<usize>) -> &'t str {
        let words = self.text.get(span).unwrap_or_default().trim();
        words.lines().next().unwrap_or_default().trim_end()
    }

    /// The location of a byte range, without space around it, and without the quotes of a text.
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
