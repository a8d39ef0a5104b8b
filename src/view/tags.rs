//! The page of all tags, and the pages of each tag.

use maud::{Markup, html};

use super::label::Label;
use super::list;
use crate::content::{List, Message, Route, Site, Tag, TagCount};

pub(super) fn index(site: &Site, tags: &[TagCount]) -> Markup {
    html! {
        h1 { (Label(&site.words, Message::Tags)) }
        ul.tag-index {
            @for entry in tags { li { (link(site, &entry.tag)) span.count { (entry.count) } } }
        }
    }
}

pub(super) fn tag(site: &Site, tag: &Tag, posts: &List) -> Markup {
    html! {
        p.kicker { (Label(&site.words, Message::Tagged)) }
        h1 { (tag.name) }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, |page| Route::Tag(tag.slug.clone(), page)))
    }
}

/// A link to the posts of a tag.
pub(super) fn link(site: &Site, tag: &Tag) -> Markup {
    html! { a rel="tag" href=(Route::Tag(tag.slug.clone(), 1).href(&site.base)) { (tag.name) } }
}
