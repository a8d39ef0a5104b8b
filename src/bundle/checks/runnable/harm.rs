//! What a finding in a drawing says.

use std::ops::Range;

/// Something in a drawing that must not be there.
pub(super) struct Harm {
    /// Where it is written, in bytes.
    pub(super) span: Range<usize>,
    pub(super) what: String,
    pub(super) remedy: &'static str,
}
