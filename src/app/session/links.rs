//! Links to pages of this site.

use leptos::prelude::*;
use leptos::web_sys::HtmlAnchorElement;

use super::Session;
use crate::content::Route;

/// The page at a path of this host, if it is one that this program draws: the editor has a document of its own.
pub(crate) fn route(session: Session, path: &str) -> Option<Route> {
    let decoded = String::from(js_sys::decode_uri_component(path).ok()?);
    let below = decoded.strip_prefix(session.site().base.as_str())?;
    Some(Route::parse(below)).filter(|route| !matches!(route, Route::NotFound | Route::Write))
}

/// The page of this site that a link names.
pub(crate) fn page(session: Session, link: &HtmlAnchorElement) -> Option<Route> {
    let is_of_host = link.host() == location().host().unwrap_or_default();
    if is_of_host { route(session, &link.pathname()) } else { None }
}

/// The page of this site that a click on a link opens in this tab.
pub(crate) fn destination(session: Session, link: &HtmlAnchorElement) -> Option<Route> {
    if is_plain(link) { page(session, link) } else { None }
}

/// Whether a link opens in this tab: not in another one, not as a download, and not marked as external.
pub(crate) fn is_plain(link: &HtmlAnchorElement) -> bool {
    let elsewhere = !matches!(link.target().as_str(), "" | "_self") || link.has_attribute("download");
    let external = link.rel().split(' ').any(|word| word == "external");
    !elsewhere && !external
}
