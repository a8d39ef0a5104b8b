//! A change of a text.

use std::ops::Range;

/// A replacement of a part of a text, and what to say of it.
#[derive(Debug)]
pub(super) struct Edit {
    /// Range of what is replaced, in bytes. Empty for an insertion.
    pub(super) span: Range<usize>,
    pub(super) text: String,
    /// The kind of translation that is counted. Empty for a part of another edit.
    pub(super) kind: String,
    /// What gets lost, and what the author can do about it.
    pub(super) lost: Vec<(String, String)>,
}

impl Edit {
    pub(super) fn new(span: Range<usize>, text: impl Into<String>, kind: impl Into<String>) -> Self {
        Self { span, text: text.into(), kind: kind.into(), lost: Vec::new() }
    }

    pub(super) fn lost(mut self, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        self.lost.push((what.into(), remedy.into()));
        self
    }
}
