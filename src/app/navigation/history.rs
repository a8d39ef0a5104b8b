//! Back and Forward, and saving scroll positions for them.

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
    // WebKit restores a height when a load has ended, and by then it is told not to.
    if document().document_element().is_some_and(|root| !root.has_attribute("data-moved")) {
        put_back();
    }
    let still = move || {
        save_height();
        reading_progress::save_progress(session);
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
        when_still(still);
    });
    let travel = window_event_listener(ev::popstate, move |event| {
        cancel();
        let height = event.state().as_f64();
        let route = location().pathname().ok().and_then(|path| links::route(session, &path));
        match route {
            Some(route) if route == session.current_page.read_untracked().route => match height {
                Some(height) => scroll_to(height),
                // Left before the height was noted.
                None => _ = focus::fragment().map(|heading| heading.scroll_into_view()),
            },
            Some(route) => go(session, route, Arrival::History(height), Box::new(|| ())),
            None => _ = location().reload(),
        }
    });
    on_cleanup(move || [unload, hide, back, scroll, travel].into_iter().for_each(WindowListenerHandle::remove));
}
