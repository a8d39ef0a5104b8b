//! Listens to the author: one listener for each kind of event, for all that is drawn later.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event as DomEvent, HtmlInputElement, InputEvent, KeyboardEvent};

use super::app::{send, state};
use super::scroll::Side;
use super::{address, dom, keep, keys, pictures, preview, scroll, start, transfer, typing};
use crate::browser::js;
use crate::page::event::Event;
use crate::page::state::State;
use crate::page::view::ids;

/// Adds the listeners.
pub(crate) fn begin() {
    on("click", clicked);
    on("submit", submitted);
    on("beforeinput", before_input);
    on("input", input);
    on("change", changed);
    on("keydown", |event| {
        // Some form fillers send events of this name that are not keyboard events.
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            pressed(key);
        }
    });
    on("compositionstart", |_| typing::compose());
    on("compositionend", |_| typing::composed());
    on("paste", transfer::pasted);
    on("dragover", transfer::dragged);
    on("drop", transfer::dropped);
    on("scroll", |event| {
        if is_field(event) {
            scroll::scrolled(Side::Text, places);
        }
    });
    for kind in ["wheel", "touchstart", "pointerdown"] {
        on(kind, |event| {
            if is_field(event) {
                scroll::lead(Side::Text);
            }
        });
    }
    // Escape in a dialog.
    on("cancel", |event| {
        event.prevent_default();
        send(Event::Do("close".to_owned(), String::new()));
    });
    on("visibilitychange", |_| leave());
    window("hashchange", |_| address::went());
    window("pagehide", |_| leave());
    // The browser asks whether the page is to be left.
    window("beforeunload", |event| {
        leave();
        if state(State::would_lose) {
            event.prevent_default();
            // What older browsers ask by.
            js::set(event, "returnValue", &true.into());
        }
    });
    window("resize", |_| scroll::forget());
    window("storage", |_| dom::later(0, preview::follow_settings));
    window("site:changed", |event| {
        event.prevent_default();
        start::refresh();
    });
}

/// Adds the listeners of the preview's document.
pub(crate) fn begin_preview(document: &web_sys::Document) {
    for kind in ["wheel", "touchstart", "pointerdown", "keydown"] {
        let lead = js::callback(|_| scroll::lead(Side::Preview));
        let _ = document.add_event_listener_with_callback_and_bool(kind, &lead, true);
    }
    // Keys such as that which saves, while the preview has the focus. Its events are of another window's classes.
    let pressed = js::callback(|event| pressed(event.unchecked_ref()));
    let _ = document.add_event_listener_with_callback("keydown", &pressed);
    let scrolled = js::callback(|_| scroll::scrolled(Side::Preview, places));
    let _ = document.add_event_listener_with_callback("scroll", &scrolled);
}

fn on(kind: &str, listener: impl Fn(&DomEvent) + 'static) {
    let listener = js::callback(move |event| listener(event.unchecked_ref()));
    // Before others: some of these events do not bubble.
    let _ = dom::document().add_event_listener_with_callback_and_bool(kind, &listener, true);
}

fn window(kind: &str, listener: impl Fn(&DomEvent) + 'static) {
    let listener = js::callback(move |event| listener(event.unchecked_ref()));
    let _ = dom::window().add_event_listener_with_callback(kind, &listener);
}

pub(crate) fn is_field(event: &DomEvent) -> bool {
    dom::target(event).is_some_and(|target| target.id() == ids::TEXT)
}

/// What the preview shows: the text and where its blocks begin.
fn places() -> Option<(String, Vec<u32>)> {
    state(|state| {
        let editor = state.editor.as_ref().filter(|editor| !editor.report.is_old)?;
        Some((editor.text.clone(), editor.report.blocks.clone()))
    })
}

/// The page is hidden, or it or its text is left: what is not written is written, with words that are being composed.
pub(crate) fn leave() {
    typing::read();
    keep::now();
}

/// Sends a command, after what was typed before it.
pub(crate) fn act(name: &str, argument: String) {
    if typing::is_composing() {
        return;
    }
    typing::sync();
    send(Event::Do(name.to_owned(), argument));
}

fn clicked(event: &DomEvent) {
    let Some(element) = dom::target(event).and_then(|target| dom::closest(&target, "[data-do]")) else { return };
    if element.tag_name() != "FORM" {
        act(&dom::attribute(&element, "data-do"), dom::attribute(&element, "data-arg"));
    }
}

fn submitted(event: &DomEvent) {
    event.prevent_default();
    let Some(form) = dom::target(event) else { return };
    let Ok(fields) = form.query_selector_all("[name]") else { return };
    let fields = dom::list(&fields).into_iter().map(|field| {
        let field: Element = field.unchecked_into();
        (dom::attribute(&field, "name"), dom::value(&field))
    });
    send(Event::Sent(dom::attribute(&form, "data-do"), fields.collect()));
}

/// The browser's own undo knows nothing of commands: the editor's takes its place.
fn before_input(event: &DomEvent) {
    if !is_field(event) {
        return;
    }
    let name = match event.unchecked_ref::<InputEvent>().input_type().as_str() {
        "historyUndo" => "undo",
        "historyRedo" => "redo",
        _ => {
            return typing::changing();
        }
    };
    event.prevent_default();
    act(name, String::new());
}

fn input(event: &DomEvent) {
    if is_field(event) {
        return match event.unchecked_ref::<InputEvent>().input_type().as_str() {
            // What is dragged within the field is two changes.
            "deleteByDrag" | "insertFromDrop" => typing::read_soon(),
            _ => typing::sync(),
        };
    }
    let Some(element) = dom::target(event).filter(|target| target.has_attribute("data-on")) else { return };
    let kind = js::text(&element, "type");
    if kind != "checkbox" && kind != "file" {
        told(&element);
    }
}

fn changed(event: &DomEvent) {
    let Some(input) = dom::target(event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    if input.type_() == "file" {
        let chosen = transfer::files(input.files());
        // The same file may be chosen again.
        input.set_value("");
        typing::sync();
        spawn_local(pictures::add(chosen));
    } else if input.type_() == "checkbox" && input.has_attribute("data-on") {
        told(&input);
    }
}

fn told(element: &Element) {
    typing::sync();
    let [name, argument] = ["data-on", "data-arg"].map(|name| dom::attribute(element, name));
    send(Event::Input(name, argument, dom::value(element)));
}

fn pressed(key: &KeyboardEvent) {
    if key.is_composing() || typing::is_composing() {
        return;
    }
    let in_text = is_field(key);
    if in_text {
        scroll::lead(Side::Text);
    }
    if let Some((name, argument)) = keys::command(key, in_text) {
        key.prevent_default();
        act(name, argument);
    }
}
