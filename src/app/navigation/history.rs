//! Handles Back and Forward, and saves scroll positions for them.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, PageTransitionEvent, PopStateEvent, ScrollRestoration};

use super::navigate::{Arrival, go};
use crate::app::dom::focus;
use crate::app::dom::scroll::{cancel, history, restore_height, save_height, scroll_to, when_still};
use crate::app::features::reading_progress;
use crate::app::session::{Session, links};
use crate::view::contract::attributes;

/// Starts saving heights and following Back and Forward.
pub(crate) fn begin(session: Session) {
    set_restoration(ScrollRestoration::Manual);
    // WebKit restores the height when a load has ended, but restoration is manual by then.
    if document().document_element().is_some_and(|root| !root.has_attribute(attributes::INTERACTED)) {
        restore_height();
    }
    // Chromium reads the setting before unload, so `pagehide` is too late; iOS Safari sends only `pagehide`.
    let leave = |event| window_event_listener_untyped(event, move |_| leave(session));
    let listeners = [
        leave("beforeunload"),
        leave("pagehide"),
        window_event_listener_untyped("pageshow", |event| come_back(&event)),
        window_event_listener(ev::scroll, move |_| when_still(move || save(session))),
        window_event_listener(ev::popstate, move |event| travel(session, &event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// Sets whether the browser restores the height of a page.
fn set_restoration(restoration: ScrollRestoration) {
    history(|history| history.set_scroll_restoration(restoration));
}

/// Saves where the reader is.
fn save(session: Session) {
    save_height();
    reading_progress::save_progress(session);
}

/// The document is left. After a reload or a return from another site, the browser restores the height: the document is
/// complete by then.
fn leave(session: Session) {
    save(session);
    set_restoration(ScrollRestoration::Auto);
}

/// The document is shown, again if the browser kept it.
fn come_back(event: &Event) {
    set_restoration(ScrollRestoration::Manual);
    // WebKit does not restore the height of a page from its back/forward cache either.
    if event.unchecked_ref::<PageTransitionEvent>().persisted() {
        restore_height();
    }
}

/// Goes to the page of another history entry.
fn travel(session: Session, event: &PopStateEvent) {
    cancel();
    let height = event.state().as_f64();
    let route = location().pathname().ok().and_then(|path| links::route(session, &path));
    match route {
        Some(route) if route == *session.route.read_untracked() => match height {
            Some(height) => scroll_to(height),
            // Left before its height was saved.
            None => _ = focus::fragment().map(|heading| heading.scroll_into_view()),
        },
        Some(route) => go(session, route, Arrival::History(height), Box::new(|| true)),
        None => _ = location().reload(),
    }
}
