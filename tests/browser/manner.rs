//! How the host answers: like GitHub Pages, or with the faults that a test needs.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use crate::alter::Changes;

/// How long a slow host delays the program.
pub(crate) const LATE: Duration = Duration::from_secs(1);

/// The behaviour of the host.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Manner {
    /// Like GitHub Pages.
    Well,
    /// The program is delayed by [`LATE`].
    ProgramLate,
    /// The file with the whole style is missing.
    StyleMissing,
    /// The program is missing.
    ProgramMissing,
    /// What draws pages, the second file of the program, is delayed by [`LATE`].
    DrawingLate,
    /// What draws pages is missing.
    DrawingMissing,
    /// What draws pages never arrives.
    DrawingNever,
    /// Data is answered with 500.
    DataFails,
    /// Data is cut off in the middle.
    DataCut,
    /// Data is answered with HTML and 200, as hosts with a fallback do.
    DataIsHtml,
    /// Data has a schema version that the program does not know.
    DataOfAnotherSchema,
    /// Data of a post claims to be of the archive.
    DataOfAnotherPage,
    /// The connection breaks during data.
    DataBreaksOff,
    /// Data never arrives.
    DataNever,
    /// The data that pages share has a schema version that the program does not know.
    StartOfAnotherSchema,
    /// Data of a post is delayed by [`LATE`].
    PostsLate,
    /// The browser may not cache anything, as under `cargo site serve`.
    NothingKept,
    /// Pages never arrive.
    PagesNever,
    /// The service worker is in a browser that denies it every cache.
    CachesRefused,
    /// The service worker is in a browser whose reader saves data.
    DataSaved,
}

/// Scripts that make a browser behave so.
const SAVED: &str =
    "Object.defineProperty(WorkerNavigator.prototype, 'connection', { get: () => ({ saveData: true }) });";
const REFUSED: &str = "CacheStorage.prototype.open = CacheStorage.prototype.match = CacheStorage.prototype.keys =
    () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";

/// State shared by the server and the test.
pub(crate) struct Desk {
    pub(crate) manner: Mutex<Manner>,
    pub(crate) changes: Mutex<Changes>,
    pub(crate) answers: Mutex<Vec<(String, StatusCode)>>,
}

/// Answers a request in the manner that the test has set.
pub(crate) async fn answer(State(desk): State<Arc<Desk>>, mut request: Request, next: Next) -> Response {
    let manner = *lock(&desk.manner);
    let path = request.uri().path().to_owned();
    let (data, program) = (path.ends_with("index.json"), path.ends_with(".wasm"));
    let drawing = program && !path.ends_with("_bg.wasm");
    let style = path.contains("/personal-page-") && path.ends_with(".css");
    let (page, worker) = (path.ends_with('/'), path.ends_with("/sw.js"));
    let start = path.contains("/personal-page-start-");
    // A response that is rewritten must not be compressed before, and must have a body.
    let rewritten = manner != Manner::Well || !lock(&desk.changes).are_none();
    if rewritten && (data || page || worker || start) {
        for header in [ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH] {
            request.headers_mut().remove(header);
        }
    }
    let late = manner == Manner::ProgramLate && program
        || manner == Manner::DrawingLate && drawing
        || manner == Manner::PostsLate && data && path.contains("/posts/");
    if late {
        tokio::time::sleep(LATE).await;
    }
    let mut response = match manner {
        Manner::StyleMissing if style => StatusCode::NOT_FOUND.into_response(),
        Manner::DrawingMissing if drawing => StatusCode::NOT_FOUND.into_response(),
        Manner::ProgramMissing if program => StatusCode::NOT_FOUND.into_response(),
        Manner::DataFails if data => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Manner::DataBreaksOff if data => {
            let parts = [Ok("{\"schema\":1,"), Err(io::Error::from(io::ErrorKind::ConnectionReset))];
            ([(CONTENT_TYPE, "application/json")], Body::from_stream(tokio_stream::iter(parts))).into_response()
        }
        Manner::DrawingNever if drawing => std::future::pending().await,
        Manner::DataNever if data => std::future::pending().await,
        Manner::PagesNever if page => std::future::pending().await,
        Manner::DataSaved if worker => rewrite(next.run(request).await, |text| SAVED.to_owned() + &text).await,
        Manner::CachesRefused if worker => rewrite(next.run(request).await, |text| REFUSED.to_owned() + &text).await,
        Manner::StartOfAnotherSchema if start => {
            rewrite(next.run(request).await, |text| text.replace("{\"schema\":", "{\"schema\":9")).await
        }
        Manner::DataIsHtml if data => Html("<!doctype html><title>Crumb</title>").into_response(),
        Manner::DataCut if data => rewrite(next.run(request).await, |text| text[..text.len() / 2].to_owned()).await,
        Manner::DataOfAnotherSchema if data => {
            rewrite(next.run(request).await, |text| text.replace("\"schema\":", "\"schema\":9")).await
        }
        Manner::DataOfAnotherPage if data => {
            rewrite(next.run(request).await, |text| {
                text.replace("\"route\":\"posts/a-year-of-loaves/\"", "\"route\":\"archive/\"")
            })
            .await
        }
        _ => next.run(request).await,
    };
    if page {
        let changes = lock(&desk.changes).clone();
        response = changes.make(response).await;
    }
    if manner == Manner::NothingKept {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    lock(&desk.answers).push((path, response.status()));
    response
}

/// The response with another text.
async fn rewrite(response: Response, change: impl FnOnce(String) -> String) -> Response {
    let kind = response.headers().get(CONTENT_TYPE).cloned();
    let text = change(text(response.into_body()).await);
    ([(CONTENT_TYPE, kind.expect("data has a type"))], Body::from(text)).into_response()
}

/// The text of a response.
pub(crate) async fn text(body: Body) -> String {
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    String::from_utf8(bytes.into()).expect("pages and data are text")
}

pub(crate) fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
