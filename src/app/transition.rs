//! The title of a post moves from the list to the post, and back (CSS View Transitions Level 1): where the browser can
//! show it, the reader likes motion, and there is a title to move. All else changes at once.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::Element;

use super::dom::{find, screen};
use super::reader::Reader;
use crate::content::Route;

/// What marks the title in a list. `style/transition.css` gives it the name that the title of a post has.
const MARK: &str = "data-title";

#[wasm_bindgen]
extern "C" {
    /// Runs a change of the document with the transition it makes. `index.html` has it.
    fn turn(change: &JsValue);
}

/// Changes the page from one to another. `change` must have changed it when the microtasks are done that it began.
pub(super) fn change(reader: Reader, from: Route, to: &Route, change: Box<dyn FnOnce()>) {
    let moves = match find("article.h-entry h1") {
        Some(title) => is_seen(&title) && !matches!(to, Route::Post(_)),
        None => mark(reader, to),
    };
    if !moves {
        return change();
    }
    turn(&Closure::once_into_js(move || {
        change();
        // The list is drawn in a microtask that was asked for before.
        queue_microtask(move || _ = mark(reader, &from));
    }));
}

/// Marks the title in a list that leads to a post, if it can be seen.
fn mark(reader: Reader, post: &Route) -> bool {
    let _ = find("[data-title]").map(|former| former.remove_attribute(MARK));
    let title = find(&[".posts a[href=\"", &post.href(&reader.site().base), "\"]"].concat()).filter(is_seen);
    title.is_some_and(|title| title.set_attribute(MARK, "").is_ok())
}

fn is_seen(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < screen()
}
