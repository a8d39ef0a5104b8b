//! Animates the title of a post from the list to the post, and back. A view transition of the browser captures both
//! pages before it shows the second: on a phone that takes longer than the rest of a navigation. With an animation,
//! the page is shown at once, and the title moves to its place.

use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::{DomRect, Element};

use crate::app::dom::{find, find_in_page, is_in_view};
use crate::app::session::Session;
use crate::content::Route;
use crate::view::contract::attributes;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = matchMedia)]
    fn media(query: &str) -> Media;
    type Media;
    #[wasm_bindgen(method, getter)]
    fn matches(this: &Media) -> bool;

    /// An element that can be animated (Web Animations).
    type Moving;
    #[wasm_bindgen(method)]
    fn animate(this: &Moving, frames: &JsValue, milliseconds: f64) -> Animation;
    type Animation;
    #[wasm_bindgen(method, setter, js_name = onfinish)]
    fn set_on_finish(this: &Animation, listener: JsValue);
}

/// The position of a post's title, if exactly one of the two pages is an article: then a reader may see the title on both.
pub(crate) fn position(session: Session, from: &Route, to: &Route) -> Option<DomRect> {
    let is_article = |route: &Route| matches!(route, Route::Article(_));
    // Otherwise nothing is measured: it would force a layout of the page that is left.
    if is_article(from) == is_article(to) {
        return None;
    }
    title(session, to).map(|(_, position)| position)
}

/// Animates the title from its position on the page before.
pub(crate) fn animate(session: Session, before: &Route, was: &DomRect) {
    let Some((title, is)) = title(session, before) else { return };
    // Only in left-to-right scripts does a heading begin where its text does.
    if media("(prefers-reduced-motion: reduce)").matches() || find("html[dir=rtl]").is_some() {
        return;
    }
    let [x, y] = [was.x() - is.x(), was.y() - is.y()].map(|way| (way as i32).to_string());
    let size = if matches!(before, Route::Article(_)) { "1.8" } else { "0.55" };
    let from = ["translate(", &x, "px,", &y, "px) scale(", size, ")"].concat();
    let frames =
        ["{\"transform\":[\"", &from, "\",\"none\"],\"transformOrigin\":[\"0 0\",\"0 0\"],\"easing\":\"ease-out\"}"];
    // A title broken into lines cannot move as one: `style/list.css` makes it one box.
    let _ = title.set_attribute(attributes::MOVING, "");
    if let Ok(frames) = js_sys::JSON::parse(&frames.concat()) {
        let animation = title.unchecked_ref::<Moving>().animate(&frames, 200.0);
        animation.set_on_finish(Closure::once_into_js(move || title.remove_attribute(attributes::MOVING).is_ok()));
    }
}

/// The title of the current post, or that of a post in a list, and its position; `None` if it is out of view.
fn title(session: Session, post: &Route) -> Option<(Element, DomRect)> {
    let in_list = || find_in_page(&[".posts a[href=\"", &post.href(&session.site().base), "\"]"].concat());
    let title = find_in_page("article.h-entry h1").or_else(in_list)?;
    let position = title.get_bounding_client_rect();
    is_in_view(&position).then_some((title, position))
}
