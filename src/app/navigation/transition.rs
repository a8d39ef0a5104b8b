//! The title of a post moves from the list to the post, and back. By an animation of its own and not by a view transition
//! of the browser's, which takes a picture of both pages before it shows the second: on a phone that is longer than all
//! else that a click asks for. So the page is there at once, and the title comes to its place in it.

use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::{DomRect, Element};

use crate::app::dom::{find, screen};
use crate::app::session::Session;
use crate::content::Route;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = matchMedia)]
    fn media(query: &str) -> Media;
    type Media;
    #[wasm_bindgen(method, getter)]
    fn matches(this: &Media) -> bool;

    /// An element, as far as it can move (Web Animations).
    type Moving;
    #[wasm_bindgen(method)]
    fn animate(this: &Moving, frames: &JsValue, milliseconds: f64) -> Animation;
    type Animation;
    #[wasm_bindgen(method, setter, js_name = onfinish)]
    fn set_on_finish(this: &Animation, listener: JsValue);
}

/// Where the title is that a reader who goes from the one page to the other sees on both: of a post, which is one of them.
pub(crate) fn place(session: Session, from: &Route, to: &Route) -> Option<DomRect> {
    let is_post = |route: &Route| matches!(route, Route::Post(_));
    // Else nothing is measured, which would have the browser lay out the page that is left.
    if is_post(from) == is_post(to) {
        return None;
    }
    title(session, to).map(|(_, place)| place)
}

/// Lets the title come from where it was, on the page before.
pub(crate) fn follow(session: Session, before: &Route, was: &DomRect) {
    let Some((title, is)) = title(session, before) else { return };
    // A heading begins where its text does only where that is on the left.
    if media("(prefers-reduced-motion: reduce)").matches() || find("html[dir=rtl]").is_some() {
        return;
    }
    let [x, y] = [was.x() - is.x(), was.y() - is.y()].map(|way| (way as i32).to_string());
    let size = if matches!(before, Route::Post(_)) { "1.8" } else { "0.55" };
    let from = ["translate(", &x, "px,", &y, "px) scale(", size, ")"].concat();
    let frames =
        ["{\"transform\":[\"", &from, "\",\"none\"],\"transformOrigin\":[\"0 0\",\"0 0\"],\"easing\":\"ease-out\"}"];
    // What is broken into lines is no one thing to move: `style/list.css` makes it one.
    let _ = title.set_attribute("data-moved", "");
    if let Ok(frames) = js_sys::JSON::parse(&frames.concat()) {
        let animation = title.unchecked_ref::<Moving>().animate(&frames, 200.0);
        animation.set_on_finish(Closure::once_into_js(move || title.remove_attribute("data-moved").is_ok()));
    }
}

/// The title of the post on show, or the one in a list that leads to a post; and where it is, if it can be seen.
fn title(session: Session, post: &Route) -> Option<(Element, DomRect)> {
    let in_list = || find(&[".posts a[href=\"", &post.href(&session.site().base), "\"]"].concat());
    let title = find("article.h-entry h1").or_else(in_list)?;
    let place = title.get_bounding_client_rect();
    (place.bottom() > 0.0 && place.top() < screen()).then_some((title, place))
}
