//! What the file of a post makes.

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
    pub(super) fn route(self, slug: &Slug) -> Route {
        match self {
            Self::Post(_) => Route::Post(slug.clone()),
            Self::Page(_) => Route::Page(slug.clone()),
        }
    }
}
