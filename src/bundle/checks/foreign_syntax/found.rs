//! An occurrence of another engine's syntax.

use std::ops::Range;

use super::kind::Kind;

#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    /// What warnings are grouped by, besides the kind. Empty if the kind is enough.
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}
