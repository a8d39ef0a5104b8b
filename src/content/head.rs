//! The head of a page: what browsers, search engines and previews read.

use super::{Page, Route, Site};

/// The values that differ between pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title for tabs and bookmarks.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// The canonical URL of the page.
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
