//! The pages of authors.

use std::sync::Arc;

use maud::{Markup, html};

use crate::bundle::library::sections::Author;
use crate::content::{List, Message, Route, Site};
use crate::view::list;

/// All authors, with the number of their posts.
pub(super) fn index(site: &Site, authors: &[Arc<Author>]) -> Markup {
    html! {
        h1 { (site.words.get(Message::Authors)) }
        ul.tag-index {
            @for author in authors {
                @let Author { person, posts } = &**author;
                li {
                    a href=[person.posts(1).map(|route| route.href(&site.base))] dir="auto" { (person.name) }
                    span.count { (posts.len()) }
                }
            }
        }
    }
}

/// An author: who it is, and a page of the posts.
pub(super) fn page(site: &Site, author: &Author, posts: &List) -> Markup {
    let person = &author.person;
    html! {
        p.kicker { (site.words.get(Message::WrittenBy)) }
        div.h-card {
            h1.p-name dir="auto" { (person.name) }
            @if posts.page == 1 && !person.bio.is_empty() { p.bio.p-note dir="auto" { (person.bio) } }
            @if let (true, Some(href)) = (person.url.is_some(), person.href(site)) {
                ul.links { li { a.u-url rel="author" href=(href) { (person.name) } } }
            }
        }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, |n| person.posts(n).unwrap_or(Route::NotFound)))
    }
}
