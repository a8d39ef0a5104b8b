//! The tags in raw HTML, as browsers read them. Native, and in the editor.

pub(crate) mod attribute_value;
pub(crate) mod scan;
