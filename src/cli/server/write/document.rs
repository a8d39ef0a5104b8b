//! The page of the editor, as this server sends it: with the secret of the run.

use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_FRAME_OPTIONS};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::guard::{FETCH_SITE, is_local};
use super::secret::Secret;
use crate::content::write::SECRET_META;

/// For which kind of element, and whether for a navigation, a browser requests a document.
/// <https://www.w3.org/TR/fetch-metadata/>
const FETCH_DEST: &str = "sec-fetch-dest";
const FETCH_MODE: &str = "sec-fetch-mode";
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The response with a page, or with that there is none. The page is kept in no cache, and shown in no frame.
pub(super) fn send(page: Option<Vec<u8>>, secret: &Secret, headers: &HeaderMap) -> Response {
    let Some(page) = page else { return (StatusCode::NOT_FOUND, "This site has no editor.\n").into_response() };
    let mut page = String::from_utf8_lossy(&page).into_owned();
    if is_local(headers)
        && is_for_the_author(headers)
        && let Some(end) = page.find("</head>")
    {
        page.insert_str(end, &format!("<meta name=\"{SECRET_META}\" content=\"{}\">", secret.expose()));
    }
    let policy = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
        (X_FRAME_OPTIONS, "DENY"),
        (RESOURCE_POLICY, "same-origin"),
    ];
    (policy.map(|(name, value)| (name, HeaderValue::from_static(value))), page).into_response()
}

/// Whether the page is requested by the author, by a page of this server, or by a program that is no browser. A page of
/// another site can open it in a tab, whose content it cannot read, and in nothing else.
fn is_for_the_author(headers: &HeaderMap) -> bool {
    let is = |name: &str, wanted: &str| headers.get(name).is_some_and(|value| value.as_bytes() == wanted.as_bytes());
    let is_opened = is(FETCH_MODE, "navigate") && is(FETCH_DEST, "document");
    !headers.contains_key(FETCH_SITE) || is(FETCH_SITE, "same-origin") || is(FETCH_SITE, "none") || is_opened
}
