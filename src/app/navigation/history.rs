//! The history of the tab. Each entry's state is the height, in CSS pixels, at which its page was left.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{History, PageTransitionEvent, ScrollRestoration};

use super::navigate::{Arrival, go};
use crate::app::dom::focus;
use crate::app::features::reading_progress;
use crate::app::session::Reader;
use crate::content::Route;

/// How long the reader must hold still before the height is noted. Safari refuses more than 100 notes in 30 s.
const STILL: Duration = Duration::from_millis(200);

thread_local! {
    /// The note that waits for the reader to hold still. It belongs to the entry it was made in, and ends with it.
    static PENDING: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Begins to note heights, and to follow Back and Forward.
pub(crate) fn begin(reader: Reader) {
    let by_hand = || history(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
    by_hand();
    // WebKit restores a height when a load has ended, and by then it is told not to.
    if document().document_element().is_some_and(|root| !root.has_attribute("data-moved")) {
        put_back();
    }
    let still = move || {
        save_height();
        reading_progress::note(reader);
    };
    // A reload, and a return from outside, are the browser's again: its document is whole from the start.
    // Chromium asks before it unloads a page, and pagehide is too late to tell it; Safari on phones knows only pagehide.
    let leave = |event| {
        window_event_listener_untyped(event, move |_| {
            still();
            history(|history| history.set_scroll_restoration(ScrollRestoration::Auto));
        })
    };
    let (unload, hide) = (leave("beforeunload"), leave("pagehide"));
    let back = window_event_listener_untyped("pageshow", move |event| {
        by_hand();
        // Nor does WebKit restore that of a page which it kept.
        if event.unchecked_ref::<PageTransitionEvent>().persisted() {
            put_back();
        }
    });

    let scroll = window_event_listener(ev::scroll, move |_| {
        cancel();
        PENDING.set(set_timeout_with_handle(still, STILL).ok());
    });
    let travel = window_event_listener(ev::popstate, move |event| {
        cancel();
        let height = event.state().as_f64();
        let route = location().pathname().ok().and_then(|path| route(reader, &path));
        match route {
            Some(route) if route == reader.shown.read_untracked().route => match height {
                Some(height) => scroll_to(height),
                // Left before the height was noted.
                None => _ = focus::fragment().map(|heading| heading.scroll_into_view()),
            },
            Some(route) => go(reader, route, Arrival::History(height), Box::new(|| ())),
            None => _ = location().reload(),
        }
    });
    on_cleanup(move || [unload, hide, back, scroll, travel].into_iter().for_each(WindowListenerHandle::remove));
}

/// The page that a path of this host names, if it is one of this site's.
pub(crate) fn route(reader: Reader, path: &str) -> Option<Route> {
    let decoded = String::from(js_sys::decode_uri_component(path).ok()?);
    let below = decoded.strip_prefix(reader.site().base.as_str())?;
    Some(Route::parse(below)).filter(|route| *route != Route::NotFound)
}

/// Whether the reader came to this entry just now, and has not moved since: no height was noted in it yet.
pub(crate) fn is_new() -> bool {
    noted().is_none() && window().scroll_y() == Ok(0.0) && location().hash().is_ok_and(|hash| hash.is_empty())
}

/// Puts a reader who came back where they were, if the browser did not: it left them at the top, or at the heading that the
/// address names.
fn put_back() {
    let unrestored = window().scroll_y() == Ok(0.0) || location().hash().is_ok_and(|hash| !hash.is_empty());
    if let Some(height) = noted().filter(|_| unrestored) {
        scroll_to(height);
    }
}

/// The height that the current entry was left at.
fn noted() -> Option<f64> {
    window().history().and_then(|history| history.state()).ok()?.as_f64()
}

/// Makes a new entry for a page about to be shown, and leaves the height in the one before.
pub(crate) fn push(address: &str) {
    cancel();
    save_height();
    history(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)));
}

fn cancel() {
    if let Some(timer) = PENDING.take() {
        timer.clear();
    }
}

/// Notes in the current entry how far down the reader is.
pub(crate) fn save_height() {
    let height = window().scroll_y().unwrap_or_default();
    history(|history| history.replace_state(&JsValue::from_f64(height), ""));
}

/// Puts the window at a height, in CSS pixels.
pub(crate) fn scroll_to(height: f64) {
    window().scroll_to_with_x_and_y(0.0, height);
}

/// What fails here (a sandboxed frame, too many calls) costs a scroll position, nothing else.
fn history(change: impl FnOnce(&History) -> Result<(), JsValue>) {
    let _ = window().history().and_then(|history| change(&history));
}
