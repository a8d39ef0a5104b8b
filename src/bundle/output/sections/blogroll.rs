//! The page of the blogroll.

use maud::{Markup, html};

use crate::bundle::input::blogroll::{Blog, Blogroll, FILE};
use crate::content::{Message, Site};

/// The blogs, by group.
pub(super) fn page(site: &Site, blogroll: &Blogroll) -> Markup {
    html! {
        h1 { (site.words.get(Message::Blogroll)) }
        @for group in &blogroll.groups {
            section.year {
                @if !group.name.is_empty() { h2 dir="auto" { (group.name) } }
                ul.blogs { @for blog in &group.blogs { li dir="auto" { (self::blog(site, blog)) } } }
            }
        }
        p.all { a href=(site.base.clone() + FILE) type="text/x-opml" { (site.words.fill(Message::AsFile, &[("format", "OPML")])) } }
    }
}

fn blog(site: &Site, blog: &Blog) -> Markup {
    let Blog { title, page, feed, description, .. } = blog;
    html! {
        // Without its page, the feed is what there is to read.
        @if let Some(address) = page.as_ref().or(feed.as_ref()) { a.title rel="external" href=(address) { (title) } }
        @if let (Some(_), Some(feed)) = (page, feed) { " " a.feed rel="external" href=(feed) { (site.words.get(Message::FeedLink)) } }
        @if !description.is_empty() { p { (description) } }
    }
}
