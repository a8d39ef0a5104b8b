//! From one page to the next: load first, then swap, title, scroll and focus in one step.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::enhance::enhance;
use super::transition;
use crate::app::dom::{close, focus, head, scroll};
use crate::app::features::reading_progress;
use crate::app::session::Session;
use crate::app::session::fetch::{Failure, load};
use crate::app::session::pages::RenderedPage;
use crate::content::{Content, Message, Messages, Page, Route, SCHEMA, Site};

/// How a reader comes to a page, and so where in it.
pub(crate) enum Arrival {
    /// By a link to this address: at the fragment, else at the top.
    Link(String),
    /// By Back or Forward: at the height where it was left, in CSS pixels.
    History(Option<f64>),
    /// Nowhere else: the page itself has changed.
    Anew,
}

/// Goes to a page. From memory at once, else when its data has come. `commit` puts the address into the history.
pub(crate) fn go(session: Session, route: Route, arrival: Arrival, commit: Box<dyn FnOnce()>) {
    let turn = session.next_turn();
    // If the program breaks on the way, a few lines in `index.html` take the reader there.
    let to = match &arrival {
        Arrival::Link(address) => address,
        _ => &route.href(&session.site().base),
    };
    let _ = document().document_element().map(|root| root.set_attribute("data-going", to));
    if let Some(rendered) = session.pages.get(&route) {
        return show(session, &rendered, arrival, commit);
    }
    spawn_local(async move {
        let site = session.site();
        let page = load(&site.base, &route).await;
        // A click while this one was loading has taken its place.
        if !session.is_latest(turn) {
            return;
        }
        match page {
            Ok(page) => {
                let rendered = Arc::new(RenderedPage::new(&site, &page));
                session.pages.insert(Arc::clone(&rendered));
                show(session, &rendered, arrival, commit);
            }
            Err(Failure::Unreachable) => {
                show(session, &RenderedPage::new(&site, &unreachable(&site, route)), arrival, commit);
            }
            Err(Failure::Foreign) => leave(&arrival),
        }
    });
}

/// Leaves the navigation to the browser. Nothing is committed before: the entry would belong to this document, and if what
/// the host sends is another site, Back would change its address and not leave it.
fn leave(arrival: &Arrival) {
    _ = match arrival {
        Arrival::Link(address) => location().assign(address),
        _ => location().reload(),
    }
}

fn show(session: Session, rendered: &RenderedPage, arrival: Arrival, commit: Box<dyn FnOnce()>) {
    if !session.is_in_place() {
        return leave(&arrival);
    }
    reading_progress::save_progress(session);
    session.keep_first();
    // A dialog that closes gives the focus back: before it is moved to where the reader arrives.
    close();
    commit();
    head::write(&rendered.head);
    let (last, next) = (session.current_page.read_untracked().route.clone(), rendered.current_page());
    let place = transition::place(session, &last, &next.route);
    session.current_page.set(next);
    let title = rendered.head.title.clone();
    // The document changes in a microtask, which was asked for before this one.
    queue_microtask(move || {
        if !matches!(arrival, Arrival::Anew) {
            let target = focus::fragment();
            match (&arrival, &target) {
                (Arrival::History(Some(height)), _) => scroll::scroll_to(*height),
                // By the browser, as on a click within the page: so `:target` holds, which shows the notes at the end.
                (_, Some(_)) => _ = location().hash().and_then(|hash| location().replace(&hash)),
                _ => scroll::scroll_to(0.0),
            }
            focus::arrive(target, &title);
            let _ = place.map(|place| transition::follow(session, &last, &place));
        }
        let _ = document().document_element().map(|root| root.remove_attribute("data-going"));
        enhance(session, matches!(arrival, Arrival::Link(_)) && scroll::is_new());
    });
}

/// What is shown in place of a page that could not be loaded.
fn unreachable(site: &Site, route: Route) -> Page {
    let title = site.words.get(Message::Unreachable).to_owned();
    let content = Content::Unreachable;
    Page {
        schema: SCHEMA,
        route,
        title,
        description: String::new(),
        language: None,
        words: Messages::default(),
        content,
    }
}
