//! All posts by year.

use maud::{Markup, html};

use super::{list, words::WORDS};
use crate::content::{List, Route, Site};

pub(super) fn archive(site: &Site, posts: &List) -> Markup {
    html! {
        h1 { (WORDS.archive) }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, Route::Archive))
    }
}
