//! Pages that say what went wrong, and the way on.

use maud::{Markup, html};

use super::words::WORDS;
use crate::content::{Route, Site};

/// The address leads nowhere.
pub(super) fn not_found(site: &Site) -> Markup {
    let archive = html! { a href=(Route::Archive(1).href(&site.base)) { (WORDS.archive) } };
    notice(site, WORDS.not_found, WORDS.not_found_more, &archive)
}

/// The page exists, as far as anyone knows, but could not be loaded.
/// The retry is a plain load of the document: the browser knows best what its network can do.
pub(super) fn unreachable(site: &Site, route: &Route) -> Markup {
    let retry = html! { a rel="external" href=(route.href(&site.base)) { (WORDS.retry) } };
    notice(site, WORDS.unreachable, WORDS.unreachable_more, &retry)
}

fn notice(site: &Site, title: &str, more: &str, way: &Markup) -> Markup {
    html! {
        div.notice {
            h1 { (title) }
            p { (more) }
            p.ways { (way) a href=(site.base) { (WORDS.home) } }
        }
    }
}
