//! Pages that say what went wrong, and the way on.

use maud::{Markup, html};

use super::label::Label;
use crate::content::{Message, Route, Site};

/// The address leads nowhere.
pub(super) fn not_found(site: &Site) -> Markup {
    let archive = html! { a href=(Route::Archive(1).href(&site.base)) { (Label(&site.words, Message::Archive)) } };
    notice(site, Message::NotFound, Message::NotFoundMore, &archive)
}

/// The page exists, as far as anyone knows, but could not be loaded.
/// The retry is a plain load of the document: the browser knows best what its network can do.
pub(super) fn unreachable(site: &Site, route: &Route) -> Markup {
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
