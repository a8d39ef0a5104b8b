//! The head of a page: what browsers, search engines and previews read.

use super::{Route, Site};

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
    /// The head of a page with this title and description.
    #[must_use]
    pub fn new(site: &Site, route: &Route, title: &str, description: &str) -> Self {
        let title = match route {
            Route::Home(1) => site.title.clone(),
            _ => [title, " · ", &site.title].concat(),
        };
        let description = if description.is_empty() { &site.description } else { description };
        Self {
            title,
            description: description.to_owned(),
            canonical: [&site.origin, &*route.href(&site.base)].concat(),
        }
    }
}
