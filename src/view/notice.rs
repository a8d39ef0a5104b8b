//! Pages that say what went wrong, and the way on.

use leptos::prelude::*;

use super::words::WORDS;
use crate::content::{Route, Site};

/// The address leads nowhere.
pub(super) fn not_found(site: &Site) -> AnyView {
    let archive = view! { <a href=Route::Archive.href(&site.base)>{WORDS.archive}</a> };
    notice(site, WORDS.not_found, WORDS.not_found_more, archive.into_any())
}

/// The page exists, as far as anyone knows, but could not be loaded.
/// The retry is a plain load of the document: the browser knows best what its network can do.
pub(super) fn unreachable(site: &Site, route: &Route) -> AnyView {
    let retry = view! { <a rel="external" href=route.href(&site.base)>{WORDS.retry}</a> };
    notice(site, WORDS.unreachable, WORDS.unreachable_more, retry.into_any())
}

fn notice(site: &Site, title: &'static str, more: &'static str, way: AnyView) -> AnyView {
    view! {
        <div class="notice">
            <h1>{title}</h1>
            <p>{more}</p>
            <p class="ways">{way}<a href=site.base.clone()>{WORDS.home}</a></p>
        </div>
    }
    .into_any()
}
