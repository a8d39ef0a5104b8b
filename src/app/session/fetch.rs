//! Loads the data of a page over the network.

use gloo_net::http::Request;
use leptos::web_sys::AbortSignal;

use crate::content::Route;
use crate::view::contract::files::PAGE_DATA;

/// Why the data of a page could not be loaded.
#[derive(Clone, Copy)]
pub(crate) enum Failure {
    /// The host has no such data, or not in a known form: only a load of the document can tell what is there.
    Foreign,
    /// The network, or the host, failed.
    Unreachable,
}

/// How long a request may take, in milliseconds, before its page counts as unreachable.
const REQUEST_TIMEOUT_MS: u32 = 7000;

/// Loads the data of a page.
///
/// A host with a fallback answers a missing file with HTML and 200, GitHub Pages with HTML and 404;
/// after a deploy the data may be of another version. Neither may reach the view.
pub(crate) async fn load(base: &str, route: &Route) -> Result<String, Failure> {
    let address = route.href(base) + PAGE_DATA;
    let limit = AbortSignal::timeout_with_u32(REQUEST_TIMEOUT_MS);
    let response = Request::get(&address).abort_signal(Some(&limit)).send().await.map_err(|_| Failure::Unreachable)?;
    if response.status() >= 500 {
        return Err(Failure::Unreachable);
    }
    let is_json = response.headers().get("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    if !response.ok() || !is_json {
        return Err(Failure::Foreign);
    }
    response.text().await.map_err(|_| Failure::Unreachable)
}
