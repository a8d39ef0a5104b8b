//! What the file of a post makes.

use super::config::permalink::Permalink;
use crate::bundle::time::moment::Moment;
use crate::content::{Route, Slug};

/// What the file of a post makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PostKind {
    /// A post of the lists and feeds, and when it was published.
    Post(Moment),
    /// A page of its own, such as About, in no list. It may have a date.
    Page(Option<Moment>),
}

impl PostKind {
    /// The address with a slug. `None` if it is one of the site's own, such as `/tags/`.
    pub(super) fn route(self, slug: &Slug, permalink: &Permalink) -> Option<Route> {
        match self {
            // The day as written: another time zone of the site does not change an address.
            Self::Post(date) => permalink.route(slug, date.written),
            Self::Page(_) => Route::article(slug.as_str()),
        }
    }
}
