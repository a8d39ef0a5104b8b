//! What is selected.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A selected range of a text, in bytes. A caret is an empty one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Selection {
    /// A caret.
    #[must_use]
    pub fn caret(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The range within a text: in order, and at boundaries of characters.
    #[must_use]
    pub fn within(self, text: &str) -> Range<usize> {
        let (start, end) = (self.start.min(self.end), self.start.max(self.end));
        text.floor_char_boundary(start)..text.floor_char_boundary(end)
    }
}

impl From<Range<usize>> for Selection {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}
