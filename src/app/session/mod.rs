//! The state of the app: the site, the current page, the pages seen before, and the latest navigation. Browser only.

pub(crate) mod boot;
pub(crate) mod fetch;
pub(crate) mod json;
pub(crate) mod links;
pub(crate) mod pages;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::dom::head;
use crate::content::{HydrationData, Route, Site};
use crate::view::{CurrentPage, MAIN};
use pages::{RenderedPage, RenderedPages};

/// The state of a visit. A handle: copies share it.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    pub(crate) current_page: RwSignal<CurrentPage>,
    site: StoredValue<Arc<Site>>,
    pub(crate) pages: RenderedPages,
    turn: StoredValue<u32>,
    /// The element that pages are drawn in.
    main: StoredValue<Option<Element>, LocalStorage>,
}

impl Session {
    pub(crate) fn new(data: HydrationData) -> Self {
        Self {
            current_page: RwSignal::new(CurrentPage { route: data.route, html: None }),
            site: StoredValue::new(Arc::new(data.site)),
            pages: RenderedPages::new(),
            turn: StoredValue::new(0),
            main: StoredValue::new_local(document().get_element_by_id(MAIN)),
        }
    }

    /// Whether pages can be drawn: not if other code (a browser extension) has replaced the body.
    pub(crate) fn is_in_place(self) -> bool {
        self.main.with_value(|main| main.as_ref().is_some_and(|main| main.is_connected()))
    }

    pub(crate) fn site(self) -> Arc<Site> {
        self.site.get_value()
    }

    /// Begins a navigation, which supersedes the one under way: see [`Self::is_latest`].
    pub(crate) fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    /// Whether no newer navigation has begun.
    pub(crate) fn is_latest(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    /// Keeps the page of the loaded document before it is replaced: its HTML is only in the document.
    pub(crate) fn keep_first(self) {
        let CurrentPage { route, html: None } = self.current_page.get_untracked() else { return };
        if route != Route::NotFound
            && let Some(main) = document().get_element_by_id(MAIN)
        {
            self.pages.insert(Arc::new(RenderedPage { head: head::read(), route, html: main.inner_html().into() }));
        }
    }
}
