//! Tells open pages that the site changed, or why it could not be built.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tower_http::compression::CompressionLayer;

/// The state of the site, shared by the one who builds it and all who look at it.
#[derive(Clone, Debug)]
pub(super) struct Live(Arc<watch::Sender<Site>>);

#[derive(Clone, Debug)]
struct Site {
    /// Grows with each change. A page carries the version it shows, so that it misses no change while it loads.
    version: u128,
    /// The version whose shell this is: a page that shows an older one has to be loaded anew.
    shell: u128,
    failure: Option<String>,
}

impl Live {
    /// Begins with a version that no earlier server gave to a page which is still open.
    pub(super) fn new() -> Self {
        let version = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis());
        Self(Arc::new(watch::Sender::new(Site { version, shell: version, failure: None })))
    }

    /// The pages are others now, and perhaps the shell is too: the program and the style.
    pub(super) fn changed(&self, shell: bool) {
        self.0.send_modify(|site| {
            site.version += 1;
            site.failure = None;
            if shell {
                site.shell = site.version;
            }
        });
    }

    /// The site could not be built. `text` is for the author.
    pub(super) fn failed(&self, text: String) {
        self.0.send_modify(|site| site.failure = Some(text));
    }

    /// `files` with the script in each page, and beside them what the script asks for.
    pub(super) fn wrap(&self, files: Router) -> Router {
        let script =
            ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-cache")], include_str!("live.js"));
        files
            .layer(from_fn_with_state(self.clone(), inject))
            .layer(CompressionLayer::new())
            .route("/_site/live.js", get(async move || script))
            .route("/_site/events/{seen}", get(events).with_state(self.clone()))
    }
}

impl Site {
    /// What a page that shows version `seen` is to be told.
    fn news(self, seen: u128) -> Option<Event> {
        let event = match self.failure {
            // A carriage return cannot be sent in an event.
            Some(text) => Event::default().event("failed").data(text.replace('\r', "")),
            None if seen < self.shell => Event::default().event("changed").data("shell"),
            None if seen < self.version => Event::default().event("changed").data("pages"),
            None => return None,
        };
        Some(event.id(self.version.to_string()))
    }
}

/// The news, from the first that the page has not seen. A browser that lost the line says which it heard last.
async fn events(
    State(live): State<Live>,
    Path(seen): Path<u128>,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let heard = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let seen = heard.unwrap_or(seen);
    let news = WatchStream::new(live.0.subscribe()).filter_map(move |site| site.news(seen).map(Ok));
    Sse::new(news).keep_alive(KeepAlive::default())
}

/// Puts the script at the end of each page, and lets nothing be kept by the browser.
async fn inject(State(live): State<Live>, mut request: Request, next: Next) -> Response {
    let version = live.0.borrow().version;
    request.headers_mut().remove(IF_NONE_MATCH);
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut page = String::from_utf8_lossy(&bytes).into_owned();
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &format!("<script src=\"/_site/live.js?seen={version}\"></script>"));
    parts.headers.remove(ETAG);
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}
