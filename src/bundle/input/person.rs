//! A person who writes posts.

use serde::{Deserialize, Serialize};

use crate::content::{Link, Site};

/// An author of posts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
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

    /// The value of `href` for a link to the page of the person.
    pub(crate) fn href(&self, site: &Site) -> Option<String> {
        self.url.clone().map(|url| site.href(&Link { name: String::new(), url }))
    }
}
