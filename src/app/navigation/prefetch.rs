//! Prefetches pages: of a link that is hovered or focused, and, once the page is idle, of the links in view. Not if
//! the reader asked to save data, or the network is slow.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlAnchorElement;

use crate::app::dom::{all, is_in_view};
use crate::app::session::Session;
use crate::app::session::fetch::load;
use crate::app::session::links::destination;
use crate::app::session::pages::RenderedPage;
use crate::content::Route;

/// How long to wait after a page is shown, and again while it is loading, before the links in view are prefetched.
const QUIET: Duration = Duration::from_millis(300);
/// How long a link must be hovered or focused before its page is fetched, to ignore a passing pointer.
const DWELL: Duration = Duration::from_millis(60);
/// Limits of what a page may fetch for the links in view: the number of pages, and their bytes of HTML. Compressed,
/// these are a third over the network.
const MAX_PAGES: u32 = 6;
const MAX_BYTES: usize = 80_000;

thread_local! {
    /// The number of pages shown. Prefetching for one page stops when the next is shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Fetches the page of a link if it is still hovered or focused after [`DWELL`].
pub(crate) fn prefetch_on_hover(session: Session, link: &HtmlAnchorElement) {
    if is_spared() {
        return;
    }
    let Some(route) = destination(session, link) else { return };
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

/// Fetches the pages of the links in view, one after the other, once the document is loaded and [`QUIET`] has passed.
pub(crate) fn prefetch_visible(session: Session) {
    let turn = TURN.get() + 1;
    TURN.set(turn);
    set_timeout(
        move || {
            if TURN.get() != turn || is_spared() {
                return;
            }
            // The resources of the page itself are loaded first.
            if document().ready_state() == "complete" {
                spawn_local(fetch_visible(session, turn));
            } else {
                prefetch_visible(session);
            }
        },
        QUIET,
    );
}

async fn fetch_visible(session: Session, turn: u32) {
    let (mut pages, mut bytes) = (MAX_PAGES, MAX_BYTES);
    for link in all("main a[href]") {
        if !is_in_view(&link.get_bounding_client_rect()) {
            continue;
        }
        let route = destination(session, link.unchecked_ref());
        let Some(route) = route.filter(|route| session.pages.get(route).is_none()) else { continue };
        let size = fetch(session, route).await;
        if TURN.get() != turn || pages == 1 || size >= bytes {
            return;
        }
        (pages, bytes) = (pages - 1, bytes - size);
    }
}

/// Fetches, renders and keeps a page. Returns its size in bytes. Errors are shown only when the page is requested.
async fn fetch(session: Session, route: Route) -> usize {
    if session.current_page.read_untracked().route == route || session.pages.get(&route).is_some() {
        return 0;
    }
    let site = session.site();
    let Ok(page) = load(&site.base, &route).await else { return 0 };
    let rendered = Arc::new(RenderedPage::new(&site, &page));
    let size = rendered.size();
    if session.pages.get(&route).is_none() {
        session.pages.insert(rendered);
    }
    size
}

/// Whether the reader asked to save data, or the network is as slow as 2G (Network Information API).
fn is_spared() -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let connection = get(window().navigator().as_ref(), "connection");
    let slow = get(&connection, "effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g"));
    slow || get(&connection, "saveData").is_truthy()
}
