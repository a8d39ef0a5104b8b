//! The data that the static page carries for the program.

use leptos::prelude::document;

use super::json;
use crate::content::{SCHEMA, Start};
use crate::view::START;

/// Reads the data of the page that is open, never its address: so `404.html` and `?utm=` are no special case.
/// `None` if there is none, or if it was written for another version of the program.
pub(crate) fn read() -> Option<Start> {
    let text = document().get_element_by_id(START)?.text_content()?;
    json::read(&text).filter(|start: &Start| start.schema == SCHEMA)
}
