//! All tags, and the posts of one.

use leptos::prelude::*;

use super::{list, words::WORDS};
use crate::content::{List, Route, Site, Tag, TagCount};

pub(super) fn index(site: &Site, tags: &[TagCount]) -> AnyView {
    let entry = |entry: &TagCount| view! { <li>{link(site, &entry.tag)}<span class="count">{entry.count}</span></li> };
    let entries = tags.iter().map(entry).collect_view();
    view! { <h1>{WORDS.tags}</h1><ul class="tag-index">{entries}</ul> }.into_any()
}

pub(super) fn tag(site: &Site, tag: &Tag, posts: &List) -> AnyView {
    let route = |page| Route::Tag(tag.slug.clone(), page);
    view! {
        <p class="kicker">{WORDS.tagged}</p>
        <h1>{tag.name.clone()}</h1>
        {list::posts(site, &posts.posts)}
        {list::pager(site, posts, route)}
    }
    .into_any()
}

/// A link to the posts of a tag.
pub(super) fn link(site: &Site, tag: &Tag) -> AnyView {
    let href = Route::Tag(tag.slug.clone(), 1).href(&site.base);
    view! { <a rel="tag" href=href>{tag.name.clone()}</a> }.into_any()
}
