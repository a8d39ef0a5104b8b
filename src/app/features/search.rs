//! The search dialog. Its engine is loaded when its button is hovered or focused, and costs other readers nothing: as
//! much as possible is in `pagefind/start.js`, which is loaded with it.

mod engine;
pub(crate) mod hits;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

use crate::app::dom::{all, append, find, open_dialog};
use crate::app::session::Session;
use crate::content::{Message, Site};
use crate::view;
use crate::view::contract::attributes;
use engine::{Start, address, dynamic_import};
use hits::{clear, draw, show_status};

/// Adds the dialog and starts loading the engine, once.
pub(crate) fn preload(site: &Site) {
    if dialog().is_none() {
        append(&view::search(site).into_string());
        let address = address(site);
        spawn_local(async move { _ = dynamic_import(&address).await });
    }
}

/// Opens the dialog, unless another is open.
pub(crate) fn open(site: &Site) -> bool {
    let free = open_dialog().is_none();
    if free {
        preload(site);
        let _ = dialog().map(|dialog| dialog.show_modal());
        let _ = input().map(|input| input.select());
    }
    free
}

/// Searches for the words in the field, among the posts with the pressed tag only, if one is pressed.
pub(crate) fn ask(session: Session) {
    // Until the engine answers, the list shows the hits of the previous query.
    let _ = find("dialog.search ol").map(|list| list.set_attribute(attributes::OLD, ""));
    if find("dialog.search:not(:has(li)) input:not(:placeholder-shown)").is_some() {
        show_status(session.site().words.get(Message::Searching));
    }
    let address = address(&session.site());
    spawn_local(async move {
        let start = dynamic_import(&address).await;
        // Read only now: of two queries that waited for the engine, the later one may be the first to go on.
        let words = input().map(|input| input.value()).unwrap_or_default();
        let tag = find("dialog.search [aria-pressed=true]").and_then(|tag| tag.text_content()).unwrap_or_default();
        let found = match start {
            Ok(start) => start.unchecked_ref::<Start>().search(&words, &tag).await,
            failed => failed,
        };
        let site = session.site();
        let Ok(found) = found else { return clear(site.words.get(Message::SearchFailed)) };
        // Superseded by a newer query.
        let Some(count) = found.as_f64() else { return };
        clear(&match count as u32 {
            0 if words.is_empty() && tag.is_empty() => String::new(),
            0 => site.words.get(Message::NoHits).to_owned(),
            count => site.words.count(Message::Hits, count),
        });
        draw(&site, &address).await;
    });
}

/// Filters by a tag, or removes the filter if it is that tag.
pub(crate) fn toggle_tag(session: Session, tag: &Element) {
    let pressed = find("dialog.search [aria-pressed=true]");
    let _ = pressed.as_ref().map(|tag| tag.set_attribute("aria-pressed", "false"));
    if pressed.as_ref() != Some(tag) {
        let _ = tag.set_attribute("aria-pressed", "true");
    }
    ask(session);
}

/// Opens the best hit.
pub(crate) fn open_first() -> bool {
    let hits = "dialog.search[open] ol:not([data-old]) a";
    let hit = find(&[hits, ":not(.title)"].concat()).or_else(|| find(hits));
    let hit = hit.map(|hit| hit.unchecked_into::<HtmlElement>().click());
    hit.is_some()
}

/// Moves the focus up or down, from the field through the hits.
pub(crate) fn move_focus(by: i32) -> bool {
    let stops = all("dialog.search[open] :is(input, li a, .more:not([hidden]))");
    let here = document().active_element().and_then(|focus| stops.iter().position(|stop| *stop == focus));
    let next = stops.get(here.map_or(0, |here| here as i32 + by) as usize);
    let _ = next.map(|stop| stop.unchecked_ref::<HtmlElement>().focus());
    !stops.is_empty()
}

fn dialog() -> Option<HtmlDialogElement> {
    find("dialog.search").map(JsCast::unchecked_into)
}

fn input() -> Option<HtmlInputElement> {
    find("dialog.search input").map(JsCast::unchecked_into)
}
