//! What the app knows: the site, the page on show, the pages seen before, and which navigation is the latest.

use std::sync::Arc;

use leptos::prelude::*;

use crate::content::{Body, Content, Page, Route, Site, Start};
use crate::view::TEXT;

/// The state of a visit. A handle: copies share it.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    pub(super) page: RwSignal<Arc<Page>>,
    site: StoredValue<Arc<Site>>,
    memory: StoredValue<Vec<Arc<Page>>>,
    turn: StoredValue<u32>,
}

impl Reader {
    pub(super) fn new(start: Start) -> Self {
        Self {
            page: RwSignal::new(Arc::new(start.page)),
            site: StoredValue::new(Arc::new(start.site)),
            memory: StoredValue::new(Vec::new()),
            turn: StoredValue::new(0),
        }
    }

    pub(super) fn site(self) -> Arc<Site> {
        self.site.get_value()
    }

    /// Begins a navigation, and with it ends the one under way: see [`Self::is_latest`].
    pub(super) fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    /// Whether no other navigation began since.
    pub(super) fn is_latest(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    /// The page, if this visit has seen it.
    pub(super) fn recall(self, route: &Route) -> Option<Arc<Page>> {
        self.memory.with_value(|memory| memory.iter().find(|page| page.route == *route).cloned())
    }

    /// Keeps a page for Back and Forward.
    pub(super) fn remember(self, page: Arc<Page>) {
        self.memory.update_value(|memory| {
            memory.retain(|known| known.route != page.route);
            memory.push(page);
        });
    }

    /// Forgets every page but the one on show: their sources have changed.
    pub(super) fn forget(self) {
        self.memory.update_value(Vec::clear);
    }

    /// Keeps the page on show before it goes. The first page's text is in no data: it is taken from the document.
    pub(super) fn keep_current(self) {
        let mut page = self.page.get_untracked();
        if page.content == Content::Unreachable || page.content == Content::NotFound {
            return;
        }
        if let Content::Article(article) = &page.content
            && article.body == Body::InPlace
            && let Some(text) = document().get_element_by_id(TEXT)
        {
            let mut kept = Page::clone(&page);
            if let Content::Article(article) = &mut kept.content {
                article.body = Body::Html(text.inner_html());
            }
            page = Arc::new(kept);
        }
        self.remember(page);
    }
}
