//! The link with which readers suggest a change.

use leptos::prelude::window;
use leptos::web_sys::Element;

use crate::app::dom::all_in_page;

/// Adds to the address of the link which block of the text the editor shows: the one in which the selection begins, or the
/// topmost that is seen.
pub(crate) fn aim(link: &Element) {
    let blocks = all_in_page(".text > *");
    let selection = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed());
    let anchor = selection.and_then(|selection| selection.anchor_node());
    let selected = blocks.iter().position(|block| block.contains(anchor.as_ref()));
    let seen = || blocks.iter().position(|block| block.get_bounding_client_rect().bottom() > 0.0);
    let address = link.get_attribute("href").unwrap_or_default();
    if let (Some(at), Some((page, _))) = (selected.or_else(seen), (address + "&at=").split_once("&at=")) {
        let _ = link.set_attribute("href", &[page, "&at=", &at.to_string()].concat());
    }
}
