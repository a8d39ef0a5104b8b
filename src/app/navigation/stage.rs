//! Pages that are laid out before they are shown: a click swaps them with the current page, and the browser only paints.
//!
//! A staged page follows the current one in `<main>`, so that ids name elements of the current page first. It has no
//! height and is skipped by the browser (`content-visibility: hidden` in `style/frame.css`), which keeps its layout: a
//! click that shows it recalculates neither its style nor its lines. `visibility` and `inert` are inherited, so removing
//! them would recalculate the style of all its elements.

use leptos::prelude::document;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::web_sys::Element;

use crate::app::dom;
use crate::app::session::rendered::RenderedPage;
use crate::view::MAIN;
use crate::view::contract::attributes;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = CSS)]
    fn supports(property: &str, value: &str) -> bool;
}

/// How many pages are staged: the one that the reader came from or is likely to open, and the one under the pointer.
const STAGED_PAGES: u32 = 2;
/// What would play, or load from elsewhere, before it is shown.
const ACTIVE: &str = "iframe, video, audio, object, embed";
/// For reader modes, which know no style. What the browser skips is out of the tab order, the accessibility tree and the
/// search in the page.
const UNREADABLE: &str = "aria-hidden";

/// Lays a page out, if it is not shown already and the browser can skip it then. The page that was staged last gives way.
pub(crate) fn stage(page: &RenderedPage) {
    let (Some(main), Some(element)) = (document().get_element_by_id(MAIN), &page.element) else { return };
    if element.is_connected() || !can_skip() || dom::within(element, ACTIVE).is_some() {
        return;
    }
    let _ = element.set_attribute(attributes::STAGED, "");
    let _ = element.set_attribute(attributes::ROUTE, &page.route.path());
    let _ = element.set_attribute(UNREADABLE, "true");
    if main.child_element_count() > STAGED_PAGES {
        let _ = main.last_element_child().map(|last| last.remove());
    }
    let _ = main.append_child(element);
    // A page that is skipped is not laid out. Reading a position lays it out before it is.
    element.get_bounding_client_rect();
    let _ = element.set_attribute(attributes::STAGED, "hidden");
}

/// Whether the browser knows `content-visibility`. Others would show a staged page to the keyboard and to screen readers.
fn can_skip() -> bool {
    supports("content-visibility", "hidden")
}

/// Lays out a page that nobody has asked for. Its first picture, the only one that a page loads at once, waits until the
/// page is shown. A page with more such pictures, by HTML of its author, is not staged.
pub(crate) fn stage_likely(page: &RenderedPage) {
    // The page may have been shown while it was loaded.
    let Some(element) = page.element.as_ref().filter(|element| !element.is_connected()) else { return };
    let _ = dom::within(element, "img").map(|first| first.set_attribute("loading", "lazy"));
    if dom::within(element, "img:not([loading=lazy])").is_none() {
        stage(page);
    }
}

/// Shows a page in place of the current one, which leaves the document.
pub(crate) fn show(page: &Element) {
    let Some(main) = document().get_element_by_id(MAIN) else { return };
    if !page.is_connected() {
        let _ = main.append_child(page);
    }
    for name in [attributes::STAGED, attributes::ROUTE, UNREADABLE] {
        let _ = page.remove_attribute(name);
    }
    // One with a class is for light or for dark pages, and waits: which is shown is known to the style alone.
    let _ = dom::within(page, "img:not([class])").map(|first| first.remove_attribute("loading"));
    while let Some(other) = main.first_element_child().filter(|other| other != page) {
        other.remove();
    }
}
