//! Pages that are laid out before they are shown: a click swaps them with the current page, and the browser only paints.
//!
//! A staged page follows the current one in `<main>`, so that ids name elements of the current page first. It is
//! invisible, inert and of no height (`style/frame.css`).

use leptos::prelude::document;
use leptos::web_sys::Element;

use crate::app::dom;
use crate::app::session::rendered::RenderedPage;
use crate::view::MAIN;

/// How many pages are staged: the one that the reader came from or is likely to open, and the one under the pointer.
const STAGED_PAGES: u32 = 2;
/// What would play, or load from elsewhere, before it is shown.
const ACTIVE: &str = "iframe, video, audio, object, embed";
/// A staged page is out of the tab order, the accessibility tree and the search in the page. The second attribute is for
/// reader modes, which know no style.
const HIDDEN: [(&str, &str); 2] = [("inert", ""), ("aria-hidden", "true")];

/// Lays a page out, if it is not shown already. The page that was staged last gives way.
pub(crate) fn stage(page: &RenderedPage) {
    let (Some(main), Some(element)) = (document().get_element_by_id(MAIN), &page.element) else { return };
    if element.is_connected() || dom::within(element, ACTIVE).is_some() {
        return;
    }
    for (name, value) in HIDDEN {
        let _ = element.set_attribute(name, value);
    }
    if main.child_element_count() > STAGED_PAGES {
        let _ = main.last_element_child().map(|last| last.remove());
    }
    let _ = main.append_child(element);
}

/// Shows a page in place of the current one, which leaves the document.
pub(crate) fn show(page: &Element) {
    let Some(main) = document().get_element_by_id(MAIN) else { return };
    if !page.is_connected() {
        let _ = main.append_child(page);
    }
    for (name, _) in HIDDEN {
        let _ = page.remove_attribute(name);
    }
    while let Some(other) = main.first_element_child().filter(|other| other != page) {
        other.remove();
    }
}
