//! Handles Back and Forward, and saves scroll positions for them.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{PageTransitionEvent, ScrollRestoration};

use super::navigate::{Arrival, go};
use crate::app::dom::focus;
use crate::app::dom::scroll::{cancel, history, put_back, save_height, scroll_to, when_still};
use crate::app::features::reading_progress;
use crate::app::session::{Session, links};

/// Starts saving heights and following Back and Forward.
pub(crate) fn begin(session: Session) {
    let by_hand = || history(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
    by_hand();
    // WebKit restores the height when a load has ended, but restoration is manual by then.
    if document().document_element().is_some_and(|root| !root.has_attribute("data-moved")) {
        put_back();
    }
    let still = move || {
        save_height();
        reading_progress::save_progress(session);
    };
    // After a reload or a return from another site, the browser restores the height: the document is complete by then.
    // Chromium reads the setting before unload, so `pagehide` is too late; iOS Safari sends only `pagehide`.
    let leave = |event| {
        window_event_listener_untyped(event, move |_| {
            still();
            history(|history| history.set_scroll_restoration(ScrollRestoration::Auto));
        })
    };
    let (unload, hide) = (leave("beforeunload"), leave("pagehide"));
    let back = window_event_listener_untyped("pageshow", move |event| {
        by_hand();
        // WebKit does not restore the height of a page from its back/forward cache either.
        if event.unchecked_ref::<PageTransitionEvent>().persisted() {
            put_back();
        }
    });

    let scroll = window_event_listener(ev::scroll, move |_| {
        when_still(still);
    });
    let travel = window_event_listener(ev::popstate, move |event| {
        cancel();
        let height = event.state().as_f64();
        let route = location().pathname().ok().and_then(|path| links::route(session, &path));
        match route {
            Some(route) if route == session.current_page.read_untracked().route => match height {
                Some(height) => scroll_to(height),
                // Left before its height was saved.
                None => _ = focus::fragment().map(|heading| heading.scroll_into_view()),
            },
            Some(route) => go(session, route, Arrival::History(height), Box::new(|| ())),
            None => _ = location().reload(),
        }
    });
    on_cleanup(move || [unload, hide, back, scroll, travel].into_iter().for_each(WindowListenerHandle::remove));
}
