//! Elements of the document.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, NodeList, Window};

/// The window. The page always has one; the worker never calls this.
pub(crate) fn window() -> Window {
    js_sys::global().unchecked_into()
}

pub(crate) fn document() -> Document {
    js_sys::Reflect::get(&js_sys::global(), &"document".into()).unwrap_or_default().unchecked_into()
}

/// The element with an id, as the type that it is known to have.
pub(crate) fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector matches.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok()?
}

/// The target element of an event. One of the preview's document is of another window, for which `dyn_into` fails.
pub(crate) fn target(event: &Event) -> Option<Element> {
    let target = event.target()?;
    js_sys::Reflect::has(&target, &"closest".into()).ok()?.then(|| target.unchecked_into())
}

/// The nearest element around one, itself included, that a selector matches.
pub(crate) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// The value of an element's attribute, or nothing.
pub(crate) fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The value of a form field. A box that is ticked has `true`.
pub(crate) fn value(element: &Element) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return if input.type_() == "checkbox" { input.checked().to_string() } else { input.value() };
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    crate::browser::js::text(element, "value")
}

/// Gives an element the focus.
pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether an element has the focus.
pub(crate) fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

pub(crate) fn list(nodes: &NodeList) -> Vec<web_sys::Node> {
    (0..nodes.length()).filter_map(|index| nodes.get(index)).collect()
}

/// Calls a function before the next frame is drawn.
pub(crate) fn next_frame(then: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(&wasm_bindgen::closure::Closure::once_into_js(then).unchecked_into());
}

/// Calls a function when the browser has nothing else to do, or at once where it cannot say so.
pub(crate) fn when_idle(then: impl FnOnce() + 'static) {
    let then = wasm_bindgen::closure::Closure::once_into_js(then);
    let options = crate::browser::js::object(&[("timeout", 300.into())]);
    if crate::browser::js::call(&window(), "requestIdleCallback", &[then.clone(), options]).is_err() {
        let _ = window().set_timeout_with_callback(then.unchecked_ref());
    }
}

/// Calls a function later.
pub(crate) fn later(milliseconds: i32, then: impl FnOnce() + 'static) {
    let then = wasm_bindgen::closure::Closure::once_into_js(then);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
}
