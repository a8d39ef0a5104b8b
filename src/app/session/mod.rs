//! The state of the app: the site, the current page, the pages seen before, and the latest navigation. Browser only.

pub(crate) mod boot;
mod drawing;
pub(crate) mod fetch;
pub(crate) mod json;
pub(crate) mod links;
pub(crate) mod pages;
pub(crate) mod rendered;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::content::{Route, Site};
use crate::view::MAIN;
use pages::Pages;
use rendered::RenderedPage;

/// The state of a visit. A handle: copies share it.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    /// The route of the page that is shown.
    pub(crate) route: RwSignal<Route>,
    site: StoredValue<Arc<Site>>,
    pub(crate) pages: Pages,
    turn: StoredValue<u32>,
    /// The element that pages are drawn in.
    main: StoredValue<Option<Element>, LocalStorage>,
}

impl Session {
    pub(crate) fn new(site: Site, route: Route) -> Self {
        let (site, pages) = (Arc::new(site), Pages::new());
        drawing::begin(&site);
        if route != Route::NotFound {
            pages.keep(RenderedPage::of_document(route.clone()));
        }
        Self {
            route: RwSignal::new(route),
            site: StoredValue::new(site),
            pages,
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
}
