//! Live reload: tells open pages that the site has changed, or why it could not be built.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tower_http::compression::CompressionLayer;

/// The state of the site, shared by its builder and all open pages.
#[derive(Clone, Debug)]
pub(crate) struct Live(Arc<watch::Sender<Site>>);

#[derive(Clone, Debug)]
struct Site {
    /// Grows with each change. A page carries the version it shows, so that it misses no change during its load.
    version: u64,
    /// The version of the current shell: a page with an older version has to reload its document.
    shell: u64,
    failure: Option<String>,
    /// What is being made for the pages meanwhile.
    progress: Option<String>,
}

impl Live {
    /// Starts with a version that no earlier server gave to a page that is still open.
    pub(crate) fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(now.as_millis()).unwrap_or_default();
        Self(Arc::new(watch::Sender::new(Site { version, shell: version, failure: None, progress: None })))
    }

    /// The pages have changed, and if `shell`, the program or the style too.
    pub(crate) fn changed(&self, shell: bool) {
        self.0.send_modify(|site| {
            site.version += 1;
            site.failure = None;
            if shell {
                site.shell = site.version;
            }
        });
    }

    /// The site could not be built. `text` tells the author why.
    pub(crate) fn failed(&self, text: String) {
        self.0.send_modify(|site| site.failure = Some(text));
    }

    /// What is being made for the pages meanwhile; `None` if nothing is.
    pub(crate) fn progress(&self, text: Option<String>) {
        self.0.send_modify(|site| site.progress = text);
    }

    /// Adds the script to the pages of `files`, and routes for what the script requests.
    pub(crate) fn wrap(&self, files: Router) -> Router {
        let script = |text: &'static str| {
            let head = [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
            get(async move || (head, text))
        };
        files
            .layer(from_fn_with_state(self.clone(), inject))
            .layer(CompressionLayer::new())
            .route("/_site/live.js", script(include_str!("live_reload.js")))
            .route("/_site/news.js", script(include_str!("news.js")))
            .route("/_site/events", get(events).with_state(self.clone()))
    }
}

/// Sends the state of the site now, and after each change. Pages compare it with the version they show.
async fn events(State(live): State<Live>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let event = |Site { version, shell, failure, progress }| {
        let news = json!({ "version": version, "shell": shell, "failure": failure, "progress": progress });
        Ok(Event::default().data(news.to_string()))
    };
    Sse::new(WatchStream::new(live.0.subscribe()).map(event)).keep_alive(KeepAlive::default())
}

/// Appends the script to each page, and makes the browser revalidate every response that it may keep.
async fn inject(State(live): State<Live>, mut request: Request, next: Next) -> Response {
    let version = live.0.borrow().version;
    request.headers_mut().remove(IF_NONE_MATCH);
    let mut response = next.run(request).await;
    let head = response.headers_mut();
    if head.get(CACHE_CONTROL).is_none_or(|value| value != "no-store") {
        head.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
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
