//! Navigates to a page: loads it, then changes content, title, scroll position and focus in one step.

use leptos::prelude::*;

use super::enhance::enhance;
use super::{stage, transition};
use crate::app::dom::{after_paint, close_dialog, focus, head, scroll};
use crate::app::features::reading_progress::{self, mark_unread};
use crate::app::session::Session;
use crate::app::session::fetch::Failure;
use crate::app::session::rendered::RenderedPage;
use crate::content::Route;
use crate::view::contract::attributes;

/// How a reader arrives at a page, which decides the scroll position.
pub(crate) enum Arrival {
    /// By a link to this address: at its fragment, or at the top.
    Link(String),
    /// By Back or Forward: at the height where it was left, in CSS pixels.
    History(Option<f64>),
    /// By no navigation: the page itself has changed.
    Anew,
}

/// Goes to a page: at once if it is in memory, or when its data is loaded. `commit` adds the
/// address to the history, and returns whether the browser let it.
pub(crate) fn go(session: Session, route: Route, arrival: Arrival, commit: Box<dyn FnOnce() -> bool>) {
    let turn = session.next_turn();
    // If the program fails on the way, the script that started it loads that address.
    let to = match &arrival {
        Arrival::Link(address) => address,
        _ => &route.href(&session.site().base),
    };
    let _ = document().document_element().map(|root| root.set_attribute(attributes::GOING, to));
    session.pages.request(session.site(), route.clone(), move |page| {
        // Superseded by a newer navigation.
        if !session.is_latest(turn) {
            return;
        }
        match page {
            Ok(page) => show(session, &page, arrival, commit),
            Err(Failure::Unreachable) => {
                let site = session.site();
                show(session, &RenderedPage::unreachable(&site, route), arrival, commit);
            }
            Err(Failure::Foreign) => leave(&arrival),
        }
    });
}

/// Leaves the navigation to the browser. Nothing is committed before: the history entry would belong to this document,
/// and if the host serves another site, Back would change its address and not leave it.
fn leave(arrival: &Arrival) {
    _ = match arrival {
        Arrival::Link(address) => location().assign(address),
        _ => location().reload(),
    }
}

fn show(session: Session, page: &RenderedPage, arrival: Arrival, commit: Box<dyn FnOnce() -> bool>) {
    let Some(element) = page.element.as_ref().filter(|_| session.is_in_place()) else { return leave(&arrival) };
    reading_progress::save_progress(session);
    // A closing dialog returns the focus, so this precedes the change of focus.
    close_dialog();
    // A page is never shown at the address of another.
    if !commit() {
        return leave(&arrival);
    }
    head::write(&page.head);
    let last = session.route.get_untracked();
    let before = transition::position(session, &last, &page.route);
    session.route.set(page.route.clone());
    stage::show(element);
    let (route, title) = (page.route.clone(), page.head.title.clone());
    // The header changes in a microtask that was queued before this one.
    queue_microtask(move || {
        if !matches!(arrival, Arrival::Anew) {
            match (&arrival, focus::fragment()) {
                (Arrival::History(Some(height)), _) => scroll::scroll_to(*height),
                // By the browser, as on a click within the page: then `:target` matches, which shows the footnotes.
                (_, Some(_)) => _ = location().hash().and_then(|hash| location().replace(&hash)),
                _ => scroll::scroll_to(0.0),
            }
            let _ = before.map(|before| transition::animate(session, &last, &before));
        }
        let _ = document().document_element().map(|root| root.remove_attribute(attributes::GOING));
        mark_unread(session);
        after_paint(move || settle(session, &route, last, &arrival, &title));
    });
}

/// Does what no reader sees in the first frame of a page, unless another page has been shown since.
fn settle(session: Session, route: &Route, last: Route, arrival: &Arrival, title: &str) {
    if *session.route.read_untracked() != *route {
        return;
    }
    if !matches!(arrival, Arrival::Anew) {
        focus::arrive(focus::fragment(), title);
    }
    enhance(session, Some(last), matches!(arrival, Arrival::Link(_)) && scroll::is_new());
}
