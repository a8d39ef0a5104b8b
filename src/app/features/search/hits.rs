//! Shows the hits of a search in its dialog.

use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;

use super::engine::{Start, address, dynamic_import};
use crate::app::dom::{all, find, within};
use crate::app::session::Session;
use crate::content::{Message, Site};
use crate::view;
use crate::view::contract::attributes;

/// How many hits are shown at first, and added when the reader asks for more.
const HITS_PER_PAGE: u32 = 5;

/// Shows more hits.
pub(crate) fn more(session: Session) {
    let site = session.site();
    spawn_local(async move { draw(&site, &address(&site)).await });
}

/// Adds the next hits, each once it is loaded.
pub(super) async fn draw(site: &Site, address: &str) {
    let Ok(start) = dynamic_import(address).await else { return };
    let start: &Start = start.unchecked_ref();
    let left = start.some(HITS_PER_PAGE);
    let _ = find("dialog.search .more").map(|more| more.toggle_attribute_with_force("hidden", left == 0));
    for _ in 0..HITS_PER_PAGE {
        let hit = start.next().await;
        if hit.is_err() && find("dialog.search li").is_none() {
            return clear(site.words.get(Message::SearchFailed));
        }
        // A hit that fails to load is skipped: the others are useful without it.
        let Ok(hit) = hit else { continue };
        let hit = hit.as_string();
        let Some((tags, hit)) = hit.as_deref().and_then(|hit| hit.split_once('\0')) else { return };
        add("ol", &view::search_hit(hit).into_string());
        add(".tags", &view::search_tags(tags).into_string());
    }
}

/// Removes the previous hits, and the tags to filter by unless one of them is pressed. Then shows a status.
pub(super) fn clear(status: &str) {
    for list in all("dialog.search ol, dialog.search .tags:not(:has([aria-pressed=true]))") {
        list.set_inner_html("");
        let _ = list.remove_attribute(attributes::OLD);
    }
    let _ = find("dialog.search .more").map(|more| more.set_attribute("hidden", ""));
    show_status(status);
}

/// Shows a status, which screen readers announce.
pub(super) fn show_status(status: &str) {
    let _ = find("dialog.search [role=status]").map(|element| element.set_text_content(Some(status)));
}

fn add(list: &str, html: &str) {
    let list = find("dialog.search").and_then(|dialog| within(&dialog, list));
    let _ = list.map(|list| list.insert_adjacent_html("beforeend", html));
}
