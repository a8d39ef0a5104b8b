//! A host that behaves like GitHub Pages: no fallback, one address for each page, `404.html` for the rest.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio::task::spawn_blocking;
use tower_http::compression::CompressionLayer;

/// Serves the files of `dir` under `base`, a path that begins and ends with a slash.
pub fn host(dir: PathBuf, base: &str) -> Router {
    files(Folder(dir), base).layer(CompressionLayer::new())
}

/// The source of a host's files. Paths are below the base, percent-decoded, plain names separated by slashes.
pub(crate) trait Files: Send + Sync + 'static {
    /// The file at a path.
    fn file(&self, path: &str) -> Option<Vec<u8>>;

    /// Whether a path is a folder.
    fn is_folder(&self, path: &str) -> bool;
}

/// A folder on disk.
struct Folder(PathBuf);

impl Files for Folder {
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(path)).ok()
    }

    fn is_folder(&self, path: &str) -> bool {
        self.0.join(path).is_dir()
    }
}

/// The host without compression, so that a layer can change its responses.
pub(crate) fn files(files: impl Files, base: &str) -> Router {
    let place = Arc::new(Place { files, base: base.to_owned() });
    Router::new().fallback(move |request: Parts| {
        let place = Arc::clone(&place);
        async move {
            let answer = spawn_blocking(move || place.answer(&request)).await;
            answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
        }
    })
}

/// What a path resolves to.
enum Way {
    /// A file: its path and content.
    To(String, Vec<u8>),
    Moved(String),
    Nowhere,
    Outside,
    Garbled,
}

struct Place<F> {
    files: F,
    base: String,
}

impl<F: Files> Place<F> {
    fn answer(&self, request: &Parts) -> Response {
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
        }
        let uri = &request.uri;
        match self.way(uri.path()) {
            Way::To(path, bytes) => send(&path, bytes, StatusCode::OK, &request.headers),
            Way::Nowhere => match self.files.file(MISSING) {
                Some(page) => send(MISSING, page, StatusCode::NOT_FOUND, &request.headers),
                None => missing(),
            },
            Way::Outside => missing(),
            Way::Garbled => StatusCode::BAD_REQUEST.into_response(),
            Way::Moved(mut to) => {
                if let Some(query) = uri.query() {
                    to = format!("{to}?{query}");
                }
                (StatusCode::MOVED_PERMANENTLY, [(LOCATION, to)]).into_response()
            }
        }
    }

    fn way(&self, path: &str) -> Way {
        if self.base == format!("{path}/") {
            return Way::Moved(self.base.clone());
        }
        let Some(path_in) = path.strip_prefix(&self.base) else { return Way::Outside };
        let Ok(decoded) = percent_decode_str(path_in).decode_utf8() else { return Way::Garbled };
        let name = decoded.strip_suffix('/').unwrap_or(&decoded);
        if !decoded.is_empty() && !is_plain(name) {
            return Way::Nowhere;
        }
        if decoded.is_empty() || decoded.ends_with('/') {
            return self.to(decoded.into_owned() + "index.html").unwrap_or(Way::Nowhere);
        }
        match self.to(name.to_owned()).or_else(|| self.to(format!("{name}.html"))) {
            Some(way) => way,
            None if self.files.is_folder(name) => Way::Moved(format!("{path}/")),
            None => Way::Nowhere,
        }
    }

    fn to(&self, path: String) -> Option<Way> {
        self.files.file(&path).map(|bytes| Way::To(path, bytes))
    }
}

/// Whether each segment of a path is a plain name: no `..`, no drive, no empty one, which would make a redirection to
/// another host (`//name/`).
fn is_plain(path: &str) -> bool {
    path.split('/').all(|segment| {
        let mut parts = Path::new(segment).components();
        let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(part)), None) if part == segment);
        plain && !segment.contains(['\\', '\0'])
    })
}

/// The page for an address without a page.
const MISSING: &str = "404.html";

fn send(path: &str, bytes: Vec<u8>, status: StatusCode, asked: &HeaderMap) -> Response {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let tag = format!("\"{:016x}\"", hasher.finish());
    let known = asked.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let head = [(CONTENT_TYPE, kind(path)), (ETAG, tag.clone()), (CACHE_CONTROL, "max-age=600".to_owned())];
    if status == StatusCode::OK && known.is_some_and(|known| known.trim_start_matches("W/") == tag) {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    (status, head, Body::from(bytes)).into_response()
}

/// The media type of a file, with the charset that GitHub Pages adds to text.
fn kind(path: &str) -> String {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let text = kind.type_() == mime_guess::mime::TEXT || kind.subtype() == mime_guess::mime::JSON;
    if text { format!("{}; charset=utf-8", kind.essence_str()) } else { kind.essence_str().to_owned() }
}

/// The response if there is no `404.html` either.
fn missing() -> Response {
    let page = "<!doctype html><title>404</title><body><h1>404</h1><p>There is nothing here.</p></body>";
    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}
