//! Where the focus and screen readers are after a navigation (WCAG 2.4.3).

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FocusOptions, HtmlElement};

use crate::view::{ANNOUNCER, MAIN};

/// The element that the fragment of the address names, if it is in the document.
pub(crate) fn fragment() -> Option<Element> {
    let hash = location().hash().ok()?;
    let id = hash.strip_prefix('#')?.split(":~:").next()?;
    let id = js_sys::decode_uri_component(id).ok().map(String::from)?;
    document().get_element_by_id(&id)
}

/// Moves the focus to a target, or to the page, and announces the title.
pub(crate) fn arrive(target: Option<Element>, title: &str) {
    focus(target);
    announce(title);
}

/// Moves the focus to an element, or to the page, without scrolling.
pub(crate) fn focus(target: Option<Element>) {
    let element = target.or_else(|| document().get_element_by_id(MAIN));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        if element.tab_index() < 0 {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Makes screen readers announce a text.
pub(crate) fn announce(text: &str) {
    if let Some(announcer) = document().get_element_by_id(ANNOUNCER) {
        announcer.set_text_content(Some(text));
    }
}
