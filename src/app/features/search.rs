//! The search. Its engine is loaded when the reader reaches for it, and costs nobody else anything: what can be left to
//! `pagefind/start.js`, which comes with it, is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

use crate::app::dom::{all, append, find, open_dialog, within};
use crate::app::session::Session;
use crate::content::{SEARCH, Site, Word};
use crate::view;

/// How many hits are shown at first, and added when the reader asks for more.
const SOME: u32 = 5;

#[wasm_bindgen]
extern "C" {
    /// Imports a module whose address is computed at run time. Defined in `index.html`.
    #[wasm_bindgen(catch, js_name = dynamicImport)]
    async fn dynamic_import(address: &str) -> Result<JsValue, JsValue>;

    /// `pagefind/start.js`, as the bundler wrote it.
    type Start;
    /// Looks for words. The number of hits; nothing if another question was asked since.
    #[wasm_bindgen(method, catch)]
    async fn search(this: &Start, words: &str, tag: &str) -> Result<JsValue, JsValue>;
    /// Begins to load some hits. The number of those that are left.
    #[wasm_bindgen(method)]
    fn some(this: &Start, count: u32) -> u32;
    /// The next of them, as [`view::search_hit`] wants it, below the tags that no hit before it had; nothing after
    /// the last, or if another question was asked since.
    #[wasm_bindgen(method, catch)]
    async fn next(this: &Start) -> Result<JsValue, JsValue>;
}

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

/// Looks for what the reader typed, and for posts with the tag that is pressed alone.
pub(crate) fn ask(session: Session) {
    let words = input().map(|input| input.value()).unwrap_or_default();
    let tag = find("dialog.search [aria-pressed=true]").and_then(|tag| tag.text_content()).unwrap_or_default();
    // Until they are answered, these are the hits of other words.
    let _ = find("dialog.search ol").map(|list| list.set_attribute("data-old", ""));
    if !words.is_empty() && find("dialog.search li").is_none() {
        say(session.site().words.get(Word::Searching));
    }
    let address = address(&session.site());
    spawn_local(async move {
        let found = match dynamic_import(&address).await {
            Ok(start) => start.unchecked_ref::<Start>().search(&words, &tag).await,
            failed => failed,
        };
        let site = session.site();
        let Ok(found) = found else { return clear(site.words.get(Word::SearchFailed)) };
        // Superseded by a newer query.
        let Some(count) = found.as_f64() else { return };
        clear(&match count as u32 {
            0 if words.is_empty() && tag.is_empty() => String::new(),
            0 => site.words.get(Word::NoHits).to_owned(),
            count => site.words.fill(Word::Hits, &[("n", &count.to_string())]),
        });
        draw(&site, &address).await;
    });
}

/// Shows more hits.
pub(crate) fn more(session: Session) {
    let site = session.site();
    spawn_local(async move { draw(&site, &address(&site)).await });
}

async fn draw(site: &Site, address: &str) {
    let Ok(start) = dynamic_import(address).await else { return };
    let start: &Start = start.unchecked_ref();
    let left = start.some(SOME);
    let _ = find("dialog.search .more").map(|more| more.toggle_attribute_with_force("hidden", left == 0));
    for _ in 0..SOME {
        let hit = start.next().await;
        if hit.is_err() && find("dialog.search li").is_none() {
            return clear(site.words.get(Word::SearchFailed));
        }
        // One that does not come is left out: the others are of use without it.
        let Ok(hit) = hit else { continue };
        let hit = hit.as_string();
        let Some((tags, hit)) = hit.as_deref().and_then(|hit| hit.split_once('\0')) else { return };
        add("ol", &view::search_hit(hit).into_string());
        add(".tags", &view::search_tags(tags).into_string());
    }
}

/// Filters by a tag, or no longer.
pub(crate) fn filter(session: Session, tag: &Element) {
    let pressed = find("dialog.search [aria-pressed=true]");
    let _ = pressed.as_ref().map(|tag| tag.set_attribute("aria-pressed", "false"));
    if pressed.as_ref() != Some(tag) {
        let _ = tag.set_attribute("aria-pressed", "true");
    }
    ask(session);
}

/// Goes to the best hit.
pub(crate) fn first() -> bool {
    let hits = "dialog.search[open] ol:not([data-old]) a";
    let hit = find(&[hits, ":not(.title)"].concat()).or_else(|| find(hits));
    let hit = hit.map(|hit| hit.unchecked_into::<HtmlElement>().click());
    hit.is_some()
}

/// Moves the focus up or down, from the words through the hits.
pub(crate) fn step(by: i32) -> bool {
    let stops = all("dialog.search[open] :is(input, li a, .more:not([hidden]))");
    let here = document().active_element().and_then(|focus| stops.iter().position(|stop| *stop == focus));
    let next = stops.get(here.map_or(0, |here| here as i32 + by) as usize);
    let _ = next.map(|stop| stop.unchecked_ref::<HtmlElement>().focus());
    !stops.is_empty()
}

fn address(site: &Site) -> String {
    [&site.base, SEARCH, "start.js"].concat()
}

fn dialog() -> Option<HtmlDialogElement> {
    find("dialog.search").map(JsCast::unchecked_into)
}

fn input() -> Option<HtmlInputElement> {
    find("dialog.search input").map(JsCast::unchecked_into)
}

/// Takes the former hits away, and the tags to filter by, unless one of them is what they are filtered by.
fn clear(words: &str) {
    for list in all("dialog.search ol, dialog.search .tags:not(:has([aria-pressed=true]))") {
        list.set_inner_html("");
        let _ = list.remove_attribute("data-old");
    }
    let _ = find("dialog.search .more").map(|more| more.set_attribute("hidden", ""));
    say(words);
}

fn say(words: &str) {
    let _ = find("dialog.search [role=status]").map(|status| status.set_text_content(Some(words)));
}

fn add(list: &str, html: &str) {
    let list = dialog().and_then(|dialog| within(&dialog, list));
    let _ = list.map(|list| list.insert_adjacent_html("beforeend", html));
}
