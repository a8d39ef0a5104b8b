//! The page of all tags, and the pages of each tag. Those of categories are the same.

use maud::{Markup, html};

use super::label::Label;
use super::list;
use crate::content::{List, Message, Route, Site, Tag, TagCount};

/// All names, each with the number of its posts. `route`: the first page of its posts.
pub(crate) fn index(site: &Site, title: Message, terms: &[TagCount], route: impl Fn(&Tag) -> Route) -> Markup {
    html! {
        h1 { (Label(&site.words, title)) }
        ul.tag-index {
            @for entry in terms { li { (link(site, &entry.tag.name, &route(&entry.tag))) span.count { (entry.count) } } }
        }
    }
}

/// A page of the posts with a name. `above`: what the name is.
pub(crate) fn term(site: &Site, above: Message, name: &str, posts: &List, route: impl Fn(u32) -> Route) -> Markup {
    html! {
        p.kicker { (Label(&site.words, above)) }
        h1 { (name) }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, route))
    }
}

/// A link to the posts with a name.
pub(crate) fn link(site: &Site, name: &str, route: &Route) -> Markup {
    html! { a rel="tag" href=(route.href(&site.base)) { (name) } }
}

/// The posts of a tag.
pub(super) fn tag(tag: &Tag) -> Route {
    Route::Tag(tag.slug.clone(), 1)
}
