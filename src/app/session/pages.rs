//! The pages that this visit has rendered, kept for Back and Forward.

use std::sync::Arc;

use leptos::prelude::*;

use crate::content::{Head, Page, Route, Site};
use crate::view::{self, CurrentPage};

/// How many pages are kept. Going back further loads them again.
const CACHED_PAGES: usize = 50;

/// A page as HTML, with its values for the document's head.
pub(crate) struct RenderedPage {
    pub(crate) head: Head,
    pub(super) route: Route,
    pub(super) html: Arc<str>,
}

impl RenderedPage {
    pub(crate) fn new(site: &Site, page: &Page) -> Self {
        Self { head: Head::new(site, page), route: page.route.clone(), html: view::page(site, page).into() }
    }

    /// The length of its HTML, in bytes.
    pub(crate) fn size(&self) -> usize {
        self.html.len()
    }

    pub(crate) fn current_page(&self) -> CurrentPage {
        CurrentPage { route: self.route.clone(), html: Some(Arc::clone(&self.html)) }
    }
}

/// The pages kept. A handle: copies share them.
#[derive(Clone, Copy)]
pub(crate) struct RenderedPages(StoredValue<Vec<Arc<RenderedPage>>>);

impl RenderedPages {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    pub(crate) fn get(self, route: &Route) -> Option<Arc<RenderedPage>> {
        self.0.with_value(|pages| pages.iter().find(|page| page.route == *route).cloned())
    }

    /// Keeps a page in place of an older one of its route. If the limit is reached, the page kept longest is dropped.
    pub(crate) fn insert(self, page: Arc<RenderedPage>) {
        self.0.update_value(|pages| {
            pages.retain(|other| other.route != page.route);
            if pages.len() == CACHED_PAGES {
                pages.remove(0);
            }
            pages.push(page);
        });
    }

    /// Removes all pages: their sources have changed.
    pub(crate) fn clear(self) {
        self.0.update_value(Vec::clear);
    }
}
