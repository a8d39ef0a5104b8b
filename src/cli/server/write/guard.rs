//! Who may read and save files: the page of the editor that this run of the server sent, and no page of another site.
//!
//! A page of another site can send forms, images, scripts and simple requests here, but it knows no secret, and its browser
//! adds its `Origin`. That the request is for a host of this server was checked before (`allowed_hosts`).

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::body::discard;
use super::refused::Refused;
use super::secret::Secret;
use crate::cli::server::allowed_hosts::is_of_this_machine;
use crate::content::write::SECRET_HEADER;

/// Says whether the browser sends a request for a page of this origin, of this site, or of another one.
/// <https://www.w3.org/TR/fetch-metadata/>
pub(super) const FETCH_SITE: &str = "sec-fetch-site";

/// Refuses all requests but those of the editor's page.
pub(super) async fn check(State(secret): State<Secret>, request: Request, next: Next) -> Response {
    match refusal(&secret, request.method(), request.headers()) {
        None => next.run(request).await,
        Some(refused) => {
            discard(request.into_body()).await;
            refused.into_response()
        }
    }
}

fn refusal(secret: &Secret, method: &Method, headers: &HeaderMap) -> Option<Refused> {
    let forbidden = |message: &str, remedy: &str| Some(Refused::new(StatusCode::FORBIDDEN, message, remedy));
    let elsewhere = "open the editor at the address that `serve` prints, and save there";
    if let Some(site) = one(headers, FETCH_SITE)
        && site != Some("same-origin")
    {
        return forbidden("the request is not of a page of this server", elsewhere);
    }
    if !is_local(headers) {
        let remedy = "open the editor on the machine that serves the site, at http://localhost";
        return forbidden("the editor reads and saves no files through a tunnel, which others may use too", remedy);
    }
    let origin = one(headers, ORIGIN);
    let reads = *method == Method::GET || *method == Method::HEAD;
    if !origin.map_or(reads, |origin| is_own(origin, headers)) {
        return forbidden("the request is not of a page of this server, by its Origin", elsewhere);
    }
    let secrets: Vec<_> = headers.get_all(SECRET_HEADER).iter().collect();
    if !matches!(secrets[..], [given] if secret.is(given)) {
        let remedy = "reload the page: the server was started again since; what you wrote is kept in the browser";
        return forbidden("the request has not the secret of this run of the server", remedy);
    }
    let is_json =
        |kind: &str| kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
    if !reads && !one(headers, CONTENT_TYPE.as_str()).flatten().is_some_and(is_json) {
        let (message, remedy) = ("the request is no JSON", "send it with the content type application/json");
        return Some(Refused::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message, remedy));
    }
    None
}

/// Whether a request is for a name of this machine. `serve --host` allows others, so that a page can be shown to somebody:
/// whoever reads there may not write.
pub(super) fn is_local(headers: &HeaderMap) -> bool {
    one(headers, HOST.as_str()).flatten().is_some_and(is_of_this_machine)
}

/// Whether an origin is that of this server: its host and port are those that the request is for.
fn is_own(origin: Option<&str>, headers: &HeaderMap) -> bool {
    let host = origin.and_then(|origin| origin.strip_prefix("http://"));
    let wanted = one(headers, HOST.as_str()).flatten();
    host.zip(wanted).is_some_and(|(host, wanted)| host.eq_ignore_ascii_case(wanted))
}

/// The value of a header. `None` if there is none; `Some(None)` if there are several, or it is no text.
fn one(headers: &HeaderMap, name: impl AsRef<str>) -> Option<Option<&str>> {
    let mut values = headers.get_all(name.as_ref()).iter();
    let first = values.next()?;
    Some(first.to_str().ok().filter(|_| values.next().is_none()))
}
