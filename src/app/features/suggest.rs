//! The link with which readers suggest a change.

use js_sys::Reflect;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Node};

use crate::app::dom::all_in_page;

/// Adds to the address of the link which block of the text the editor shows: the one in which the selection begins, or the
/// topmost that is seen.
pub(crate) fn aim(link: &Element) {
    let blocks = all_in_page(".text > *");
    let selected = selected().and_then(|node| blocks.iter().position(|block| block.contains(Some(&node))));
    let seen = || blocks.iter().position(|block| block.get_bounding_client_rect().bottom() > 0.0);
    let address = link.get_attribute("href").unwrap_or_default();
    if let (Some(at), Some((page, _))) = (selected.or_else(seen), (address + "&at=").split_once("&at=")) {
        let _ = link.set_attribute("href", &[page, "&at=", &at.to_string()].concat());
    }
}

/// The node in which the selection begins. Read by its name: a binding for each would be in the script of every page.
fn selected() -> Option<Node> {
    let selection = document().get_selection().ok()??;
    let node = Reflect::get(&selection, &"anchorNode".into()).ok()?;
    (!node.is_null()).then(|| node.unchecked_into())
}
