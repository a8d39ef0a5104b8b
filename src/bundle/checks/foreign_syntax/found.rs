//! An occurrence of another engine's syntax.

use std::ops::Range;

use super::kind::Kind;

pub(super) struct Found {
    pub(super) kind: Kind,
    /// What warnings are grouped by, besides the kind. Empty if the kind is enough.
    pub(super) name: String,
    pub(super) span: Range<usize>,
}
