//! Handles clicks on links: those to a page of this site navigate, all others are left to the browser.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{HtmlAnchorElement, MouseEvent};
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::navigate::{Arrival, go};
use crate::app::dom::{after_paint, closest, scroll, target};
use crate::app::features::{buttons, copy, lightbox};
use crate::app::session::Session;
use crate::app::session::links::{is_plain, page};

/// Adds the listener for clicks. The router listens at the window, and would take every link of this host for a page,
/// except those marked `rel="external"` and clicks that are already handled. A click reaches the document before the
/// window, whatever the order of the listeners.
pub(crate) fn begin(session: Session) {
    let navigate = use_navigate();
    let listener = Closure::<dyn Fn(MouseEvent)>::new(move |event| {
        buttons::click(session, &event);
        let Some(link) = plain_click(&event) else { return };
        if lightbox::open(session, &link) {
            return event.prevent_default();
        }
        if link.class_name() == "anchor" {
            copy::address(session, link.href());
        }
        let here = link.pathname() == location().pathname().unwrap_or_default();
        let Some(route) = page(session, &link) else { return leave_to_browser(&link) };
        let hash = link.hash();
        // A text fragment (`#:~:text=`) names words, and only the browser can scroll to them.
        if here && !hash.is_empty() || hash.contains(":~:") {
            scroll::save_height();
            return leave_to_browser(&link);
        }
        event.prevent_default();
        let address = route.href(&session.site().base) + &link.search() + &hash;
        let (navigate, arrival) = (navigate.clone(), Arrival::Link(address.clone()));
        let commit = move || {
            if !scroll::push(&address) {
                return false;
            }
            // The router decides for itself when an address gets a history entry, and can be wrong after Back and
            // Forward: so the entry is added above, and the router stays in it. No page waits for the router, and it
            // stays out if the reader has gone on meanwhile.
            let options = NavigateOptions { resolve: false, replace: true, scroll: false, ..Default::default() };
            let here = location().href();
            after_paint(move || {
                if location().href() == here {
                    navigate(&address, options);
                }
            });
            true
        };
        go(session, route, arrival, Box::new(commit));
    });
    let _ = document().add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    // Never removed: it is needed as long as the document is open.
    listener.forget();
}

/// The clicked link, if the click has no modifier and the link opens in this tab.
fn plain_click(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let special = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() || event.button() != 0;
    if special || event.default_prevented() {
        return None;
    }
    closest(&target(event)?, "a[href]")?.dyn_into().ok().filter(is_plain)
}

fn leave_to_browser(link: &HtmlAnchorElement) {
    link.set_rel(&(link.rel() + " external"));
}
