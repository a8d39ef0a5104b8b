//! Error pages: what is wrong, and what the reader can do.

use maud::{Markup, html};

use super::label::Label;
use crate::content::{Message, Route, Site};

/// The page for an address without a page.
pub(super) fn not_found(site: &Site) -> Markup {
    let archive = html! { a href=(Route::Archive(1).href(&site.base)) { (Label(&site.words, Message::Archive)) } };
    notice(site, Message::NotFound, Message::NotFoundMore, &archive)
}

/// The page for a route that could not be loaded. The link to retry loads the document, since the browser knows the
/// state of its network best.
#[must_use]
pub fn unreachable(site: &Site, route: &Route) -> Markup {
    let retry = html! { a rel="external" href=(route.href(&site.base)) { (Label(&site.words, Message::Retry)) } };
    notice(site, Message::Unreachable, Message::UnreachableMore, &retry)
}

fn notice(site: &Site, title: Message, more: Message, way: &Markup) -> Markup {
    html! {
        div.notice {
            h1 { (Label(&site.words, title)) }
            p { (Label(&site.words, more)) }
            p.ways { (way) a href=(site.base) { (Label(&site.words, Message::Home)) } }
        }
    }
}
