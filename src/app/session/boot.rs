//! Reads the data for hydration.

use leptos::prelude::document;

use super::json;
use crate::content::{HydrationData, SCHEMA};
use crate::view::START;

/// Reads the data in the document, not its address, so that `404.html` and `?utm=` need no special case.
/// `None` if it is missing or has another schema version.
pub(crate) fn read() -> Option<HydrationData> {
    let text = document().get_element_by_id(START)?.text_content()?;
    json::read(&text).filter(|data: &HydrationData| data.schema == SCHEMA)
}
