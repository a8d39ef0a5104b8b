//! The homepage: who this is, then the writing.

use maud::{Markup, html};

use super::{list, words::WORDS};
use crate::content::{List, Route, Site};

pub(super) fn home(site: &Site, posts: &List) -> Markup {
    html! {
        div.intro {
            h1 { (site.title) }
            @if posts.page == 1 && !site.author.bio.is_empty() { p { (site.author.bio) } }
        }
        section aria-label=(WORDS.posts) {
            @if posts.posts.is_empty() { p { (WORDS.no_posts) } }
            (list::posts(site, &posts.posts))
        }
        (list::pager(site, posts, Route::Home))
    }
}
