//! From one page to the next: load first, then swap, title, scroll and focus in one step.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::load::{Failure, load};
use super::reader::Reader;
use super::{focus, head, history};
use crate::content::{Content, Page, Route, SCHEMA};
use crate::view::WORDS;

/// How a reader comes to a page, and so where in it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Arrival {
    /// By a link: at the fragment, else at the top.
    Link,
    /// By Back or Forward: at the height where it was left, in CSS pixels.
    History(Option<f64>),
    /// Nowhere else: the page itself has changed.
    Anew,
}

/// Goes to a page. From memory at once, else when its data has come. `commit` puts the address into the history.
pub(super) fn go(reader: Reader, route: Route, arrival: Arrival, commit: impl FnOnce() + 'static) {
    let turn = reader.next_turn();
    if let Some(page) = reader.recall(&route) {
        return show(reader, page, arrival, commit);
    }
    spawn_local(async move {
        let site = reader.site();
        let page = load(&site.base, &route).await;
        // A click while this one was loading has taken its place.
        if !reader.is_latest(turn) {
            return;
        }
        match page {
            Ok(page) => show(reader, Arc::new(page), arrival, commit),
            Err(Failure::Unreachable) => show(reader, Arc::new(unreachable(route)), arrival, commit),
            Err(Failure::Foreign) => {
                commit();
                let _ = location().reload();
            }
        }
    });
}

fn show(reader: Reader, page: Arc<Page>, arrival: Arrival, commit: impl FnOnce()) {
    reader.keep_current();
    commit();
    head::update(&reader.site(), &page);
    let title = page.title.clone();
    reader.page.set(page);
    if arrival == Arrival::Anew {
        return;
    }
    // The document changes in a microtask; a frame's callback runs after that and before anything is painted.
    request_animation_frame(move || {
        let target = focus::fragment();
        match arrival {
            Arrival::History(Some(height)) => history::scroll_to(height),
            _ => target.as_ref().map_or_else(|| history::scroll_to(0.0), |target| target.scroll_into_view()),
        }
        focus::arrive(target, &title);
    });
}

/// What is shown in place of a page that could not be loaded.
fn unreachable(route: Route) -> Page {
    let title = WORDS.unreachable.to_owned();
    Page { schema: SCHEMA, route, title, description: String::new(), language: None, content: Content::Unreachable }
}
