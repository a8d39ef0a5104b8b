//! The one head: what a page says of itself to browsers, search engines and previews.

use super::{Page, Route, Site};

/// The values that differ from page to page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// For the tab and for bookmarks.
    pub title: String,
    /// In one or two sentences.
    pub description: String,
    /// The one full address of the page.
    pub canonical: String,
}

impl Head {
    /// The head of a page.
    #[must_use]
    pub fn new(site: &Site, page: &Page) -> Self {
        let title = match page.route {
            Route::Home(1) => site.title.clone(),
            _ => format!("{} · {}", page.title, site.title),
        };
        let about = if page.description.is_empty() { &site.description } else { &page.description };
        Self { title, description: about.clone(), canonical: format!("{}{}", site.origin, page.route.href(&site.base)) }
    }
}
