//! A finding in an SVG, or in another XML file.

use std::ops::Range;

pub(super) struct Harm {
    /// Its byte range in the text.
    pub(super) span: Range<usize>,
    pub(super) what: String,
    pub(super) remedy: &'static str,
}
