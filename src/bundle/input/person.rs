//! A person who writes posts.

use serde::{Deserialize, Serialize};

use crate::content::{Link, Route, Site, Slug};

/// The folder of the pages of authors.
pub(crate) const AUTHORS: &str = "authors";

/// An author of posts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id in `site.toml`, as a part of an address. `None` for a person whom a post names.
    pub id: Option<Slug>,
    /// The name as displayed.
    pub name: String,
    /// A full URL, or a path below the base without a leading slash, percent-encoded.
    pub url: Option<String>,
    /// One or two lines; may be empty.
    pub bio: String,
}

impl Person {
    /// A person of whom only the name is known.
    pub(crate) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The value of `href` for a link to the page of the person: the one that `site.toml` names, else the list of their
    /// posts.
    pub(crate) fn href(&self, site: &Site) -> Option<String> {
        let named = self.url.clone().map(|url| site.href(&Link { name: String::new(), url }));
        named.or_else(|| self.posts(1).map(|route| route.href(&site.base)))
    }

    /// The page with the posts of the person; `n` counts its pages from 1.
    pub(crate) fn posts(&self, n: u32) -> Option<Route> {
        let id = self.id.as_ref()?;
        Route::article(&if n == 1 { format!("{AUTHORS}/{id}") } else { format!("{AUTHORS}/{id}/page/{n}") })
    }
}
