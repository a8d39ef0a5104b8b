//! A list of posts, and the way to its other pages.

use maud::{Markup, html};

use super::{date, words::WORDS};
use crate::content::{List, Route, Site, Summary};

/// The posts, a line each: date, title, what it is about.
pub(super) fn posts(site: &Site, posts: &[Summary]) -> Markup {
    html! {
        ol.posts {
            @for post in posts {
                li {
                    (date::date(post.date))
                    div {
                        a href=(Route::Post(post.slug.clone()).href(&site.base)) { (post.title) }
                        @if post.draft { " " (draft()) }
                        @if !post.description.is_empty() { p { (post.description) } }
                    }
                }
            }
        }
    }
}

/// The posts under the year of each.
pub(super) fn years(site: &Site, all: &[Summary]) -> Markup {
    html! {
        @for year in all.chunk_by(|a, b| a.date.year() == b.date.year()) {
            section.year {
                h2 { (year[0].date.year()) }
                (posts(site, year))
            }
        }
    }
}

/// Links to the newer and the older posts, where the list has more than one page.
pub(super) fn pager(site: &Site, list: &List, route: impl Fn(u32) -> Route) -> Markup {
    html! {
        @if list.pages > 1 {
            nav.pager aria-label=(WORDS.pages) {
                @if list.page > 1 { a rel="prev" href=(route(list.page - 1).href(&site.base)) { (WORDS.newer) } }
                @if list.page < list.pages { a rel="next" href=(route(list.page + 1).href(&site.base)) { (WORDS.older) } }
            }
        }
    }
}

/// The mark of a post that is not published.
pub(super) fn draft() -> Markup {
    html! { span.draft { (WORDS.draft) } }
}
