//! Keeps text and preview at the same place of the text while one of them is scrolled.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{dom, field, mirror, preview};
use crate::browser::js;

/// A side of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Text,
    Preview,
}

thread_local! {
    /// The side that the author scrolls. The other one follows, and its own scroll events say nothing.
    static LEADING: Cell<Side> = const { Cell::new(Side::Text) };
    /// The heights at which both sides show the same place, in order; none until they are measured.
    static PLACES: RefCell<Option<Vec<(f64, f64)>>> = const { RefCell::new(None) };
    static PENDING: Cell<bool> = const { Cell::new(false) };
}

/// Says which side the author has the pointer or the caret in.
pub(crate) fn lead(side: Side) {
    LEADING.set(side);
}

/// Says that heights have changed.
pub(crate) fn forget() {
    PLACES.set(None);
}

/// Lets the other side follow before the next frame. `text` and `blocks` are what the preview shows.
pub(crate) fn scrolled(side: Side, places: impl FnOnce() -> Option<(String, Vec<u32>)> + 'static) {
    if side == Side::Text {
        mirror::scroll();
    }
    if LEADING.get() != side || PENDING.replace(true) {
        return;
    }
    dom::next_frame(move || {
        PENDING.set(false);
        PLACES.with_borrow_mut(|known| {
            if known.is_none() {
                *known = places().map(|(text, blocks)| measure(&text, &blocks));
            }
            if let Some(known) = known {
                follow(side, known);
            }
        });
    });
}

fn measure(text: &str, blocks: &[u32]) -> Vec<(f64, f64)> {
    let scrolled = preview_height();
    let tops = mirror::tops(text, blocks);
    let mut places = vec![(0.0, 0.0)];
    for (top, block) in tops.into_iter().zip(preview::blocks()) {
        let place = (top, block.get_bounding_client_rect().top() + scrolled);
        if places.last().is_some_and(|last: &(f64, f64)| place.0 > last.0 && place.1 > last.1) {
            places.push(place);
        }
    }
    places
}

/// Scrolls the other side to the place that the scrolled one has at its top. At the end, both are at the end.
fn follow(side: Side, places: &[(f64, f64)]) {
    let Some(field) = field::field() else { return };
    let Some(root) = preview::document().and_then(|document| document.document_element()) else { return };
    let text_end = f64::from(field.scroll_height() - field.client_height());
    let preview_end = f64::from(root.scroll_height() - root.client_height());
    match side {
        Side::Text => {
            let at = f64::from(field.scroll_top());
            let to = if at >= text_end - 1.0 { preview_end } else { between(at, places) };
            let window = preview::frame().and_then(|frame| frame.content_window());
            if let Some(window) = window {
                let _ = js::call(&window, "scrollTo", &[0.into(), to.into()]);
            }
        }
        Side::Preview => {
            let at = preview_height();
            let turned: Vec<(f64, f64)> = places.iter().map(|(text, preview)| (*preview, *text)).collect();
            let to = if at >= preview_end - 1.0 { text_end } else { between(at, &turned) };
            js::set(field.unchecked_ref::<HtmlElement>(), "scrollTop", &to.into());
            mirror::scroll();
        }
    }
}

/// How far the preview is scrolled.
fn preview_height() -> f64 {
    preview::frame().and_then(|frame| frame.content_window()).map_or(0.0, |window| js::number(&window, "scrollY"))
}

/// The height on the other side, between the places before and after it.
fn between(at: f64, places: &[(f64, f64)]) -> f64 {
    let after = places.partition_point(|(from, _)| *from <= at);
    let Some((from, to)) = after.checked_sub(1).and_then(|before| places.get(before)) else { return 0.0 };
    match places.get(after) {
        Some((next_from, next_to)) => to + (at - from) / (next_from - from) * (next_to - to),
        None => to + (at - from),
    }
}
