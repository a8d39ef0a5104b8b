//! A place with the syntax of another engine.

use std::ops::Range;

use super::kind::Kind;

/// A place where another engine would do something.
pub(super) struct Found {
    pub(super) kind: Kind,
    /// What a warning is grouped by. Empty where the kind says it all.
    pub(super) name: String,
    pub(super) span: Range<usize>,
}
