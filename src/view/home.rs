//! The home page: the author, then the posts.

use maud::{Markup, html};

use super::label::Label;
use super::list;
use crate::content::{List, Message, Route, Site, Summary};

pub(super) fn home(site: &Site, pinned: &[Summary], posts: &List) -> Markup {
    let author = &site.author;
    html! {
        div.intro {
            h1 { (site.title) }
            @if posts.page == 1 {
                @if !author.bio.is_empty() { p.bio { (author.bio) } }
                @if !author.links.is_empty() {
                    ul.links { @for link in &author.links { li { a rel="me" href=(site.href(link)) { (link.name) } } } }
                }
            }
        }
        @if !pinned.is_empty() {
            section.pinned {
                h2 { (Label(&site.words, Message::Pinned)) }
                (list::posts(site, Message::Date, pinned))
            }
        }
        @if posts.posts.is_empty() && pinned.is_empty() { p { (Label(&site.words, Message::NoPosts)) } }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, Route::Home))
        @if posts.pages > 1 { p.all { a href=(Route::Archive(1).href(&site.base)) { (Label(&site.words, Message::AllPosts)) } } }
    }
}
