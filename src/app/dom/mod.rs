//! The document: finding and adding elements, closing dialogs, the height of the window. Browser only.

pub(crate) mod focus;
pub(crate) mod head;
pub(crate) mod scroll;
pub(crate) mod storage;

use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DomRect, Element, Event, HtmlDialogElement, NodeList};

use crate::view::MAIN;

/// The first element of the document that a selector matches.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok()?
}

/// All elements of the document that a selector matches, in their order.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(list).unwrap_or_default()
}

/// The element of the page that is shown. Pages that are staged follow it.
pub(crate) fn page() -> Option<Element> {
    document().get_element_by_id(MAIN)?.first_element_child()
}

/// The first element of the page that a selector matches.
pub(crate) fn find_in_page(selector: &str) -> Option<Element> {
    within(&page()?, selector)
}

/// All elements of the page that a selector matches, in their order.
pub(crate) fn all_in_page(selector: &str) -> Vec<Element> {
    page().and_then(|page| page.query_selector_all(selector).ok()).map(list).unwrap_or_default()
}

fn list(nodes: NodeList) -> Vec<Element> {
    (0..nodes.length()).filter_map(|n| nodes.get(n)).map(JsCast::unchecked_into).collect()
}

/// The nearest element around one, itself included, that a selector matches.
pub(crate) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// The first element within one that a selector matches.
pub(crate) fn within(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok()?
}

/// Adds HTML to the end of the document.
pub(crate) fn append(html: &str) {
    let _ = document().body().map(|body| body.insert_adjacent_html("beforeend", html));
}

/// The dialog that is open over the page. There is never more than one.
pub(crate) fn open_dialog() -> Option<HtmlDialogElement> {
    find("dialog[open]").map(JsCast::unchecked_into)
}

/// Closes the dialog that is open, if one is.
pub(crate) fn close_dialog() {
    let _ = open_dialog().map(|dialog| dialog.close());
}

/// The target element of an event; `None` if it is the document or the window.
pub(crate) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether an element at this position is on the screen, at least in part.
pub(crate) fn is_in_view(position: &DomRect) -> bool {
    position.bottom() > 0.0 && position.top() < window_height()
}

/// Calls a function once the browser has painted the changes made so far.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    // The next frame begins once this one is painted.
    request_animation_frame(|| request_animation_frame(move || set_timeout(then, Duration::ZERO)));
}

/// The height of the window, in CSS pixels.
pub(crate) fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
