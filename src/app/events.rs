//! Handles the reader's input. One listener for each kind of event on the window, which works for every page drawn
//! later, and costs nothing without input.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::dom::{closest, scroll, target};
use super::features::{contents, lightbox, reading_progress, search, settings};
use super::navigation::enhance::enhance;
use super::navigation::prefetch::{follow_scroll, prefetch_hovered, prefetch_pressed};
use super::session::Session;
use crate::view::Action;

/// Adds the listeners, for as long as the document is open.
pub(crate) fn begin(session: Session) {
    window_event_listener_untyped("change", move |event| choose(session, &event));
    for event in ["pointerover", "focusin", "pointerdown"] {
        window_event_listener_untyped(event, move |event| preload(session, &event));
    }
    window_event_listener_untyped("input", move |event| search(session, &event));
    window_event_listener_untyped("keydown", move |event| press(session, &event));
    // Browsers send scroll events once a frame, before drawing: waiting for the next frame gains nothing.
    window_event_listener_untyped("scroll", move |_| scrolled(session));
    // The first page is enhanced in a task of its own, so that events that arrive during hydration are handled before it.
    let enhance = move || {
        reading_progress::mark_unread(session);
        enhance(session, None, scroll::is_new());
    };
    set_timeout(enhance, Duration::ZERO);
}

/// Applies a changed setting.
fn choose(session: Session, event: &Event) {
    if let Some(input) = target(event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        settings::choose(&session.site().base, &input);
    }
}

/// Loads what a click on the element under the pointer or focus is going to need.
fn preload(session: Session, event: &Event) {
    let Some(target) = target(event) else { return };
    if closest(&target, Action::Search.selector()).is_some() {
        search::preload(&session.site());
    } else if let Some(link) = closest(&target, "a[href]").and_then(|link| link.dyn_into().ok()) {
        match event.type_().as_str() {
            "pointerdown" => prefetch_pressed(session, &link),
            _ => prefetch_hovered(session, link),
        }
    }
}

/// Searches while the reader types.
fn search(session: Session, event: &Event) {
    if target(event).and_then(|target| closest(&target, "dialog.search")).is_some() {
        search::ask(session);
    }
}

/// Handles a key.
fn press(session: Session, event: &Event) {
    // Some form fillers send events of this name that are not keyboard events.
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    // While an input method composes text (Japanese, say), keys belong to it.
    if event.is_composing() {
        return;
    }
    if press_for_search(session, event) {
        return event.prevent_default();
    }
    match event.key().as_str() {
        "Escape" => reading_progress::hide_resume(),
        "ArrowLeft" => lightbox::turn(-1),
        "ArrowRight" => lightbox::turn(1),
        _ => (),
    }
}

/// Opens the search, or moves in it, if the key is for that. Returns whether it was.
fn press_for_search(session: Session, event: &KeyboardEvent) -> bool {
    let typing = target(event)
        .is_some_and(|target| closest(&target, "input:not([type=radio]), textarea, [contenteditable]").is_some());
    let held = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "/" if !typing && !held => search::open(&session.site()),
        _ if held && event.code() == "KeyK" => {
            search::open(&session.site());
            true
        }
        "ArrowDown" => search::move_focus(1),
        "ArrowUp" => search::move_focus(-1),
        "Enter" if typing => search::open_first(),
        _ => false,
    }
}

fn scrolled(session: Session) {
    if window().scroll_y().is_ok_and(|height| height > 0.0) {
        reading_progress::hide_resume();
    }
    contents::follow();
    follow_scroll(session);
}
