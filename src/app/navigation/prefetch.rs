//! The next page before it is asked for: the one that the reader reaches for, and in a quiet moment those whose links are
//! in view. A reader who saves data, or whose network is slow, is spared both.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlAnchorElement;

use crate::app::dom::{all, screen};
use crate::app::session::fetch::load;
use crate::app::session::links::destination;
use crate::app::session::{RenderedPage, Session};
use crate::content::Route;

/// How long nothing must be under way until the links in view are looked at.
const QUIET: Duration = Duration::from_millis(300);
/// How long a reader stays on a link who does not only pass it.
const DWELL: Duration = Duration::from_millis(60);
/// How many pages, and how much of them in bytes of HTML, a page may fetch for links that nobody may ever follow.
/// They come packed: that is a third of it over the network.
const PAGES: u32 = 6;
const BYTES: usize = 80_000;

thread_local! {
    /// Counts the pages shown: what was begun on one ends with it.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Fetches the page of a link that the reader reaches for.
pub(crate) fn reach(session: Session, link: &HtmlAnchorElement) {
    let Some(route) = destination(session, link).filter(|_| !is_spared()) else { return };
    let link = link.clone();
    set_timeout(
        move || {
            if link.matches(":hover, :focus") == Ok(true) {
                spawn_local(async move { _ = fetch(session, route).await });
            }
        },
        DWELL,
    );
}

/// Fetches the pages of the links in view, one after the other, once the page on show is complete and quiet.
pub(crate) fn look(session: Session) {
    let turn = TURN.get() + 1;
    TURN.set(turn);
    set_timeout(
        move || {
            match () {
                () if TURN.get() != turn || is_spared() => {}
                // What the page itself needs goes first.
                () if document().ready_state() != "complete" => look(session),
                () => spawn_local(in_view(session, turn)),
            }
        },
        QUIET,
    );
}

async fn in_view(session: Session, turn: u32) {
    let (mut pages, mut bytes) = (PAGES, BYTES);
    for link in all("main a[href]") {
        let place = link.get_bounding_client_rect();
        let route =
            destination(session, link.unchecked_ref()).filter(|_| place.bottom() > 0.0 && place.top() < screen());
        let Some(route) = route.filter(|route| session.recall(route).is_none()) else { continue };
        let size = fetch(session, route).await;
        if TURN.get() != turn || pages == 1 || size >= bytes {
            return;
        }
        (pages, bytes) = (pages - 1, bytes - size);
    }
}

/// Fetches a page, draws it, and keeps it. Its size is returned. What fails will be told when the page is asked for.
async fn fetch(session: Session, route: Route) -> usize {
    if session.current_page.read_untracked().route == route || session.recall(&route).is_some() {
        return 0;
    }
    let site = session.site();
    let Ok(page) = load(&site.base, &route).await else { return 0 };
    let rendered = Arc::new(RenderedPage::new(&site, &page));
    let size = rendered.size();
    if session.recall(&route).is_none() {
        session.remember(rendered);
    }
    size
}

/// Whether the reader asked to save data, or has a network of the second generation (Network Information API).
fn is_spared() -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let connection = get(window().navigator().as_ref(), "connection");
    let slow = get(&connection, "effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g"));
    slow || get(&connection, "saveData").is_truthy()
}
