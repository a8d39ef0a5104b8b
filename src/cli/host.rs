//! A host that answers as GitHub Pages does: no fallback, one address for each page, `404.html` for the rest.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio::fs;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::compression::CompressionLayer;

/// Answers with the files of `dir` under `base`, a path that begins and ends with a slash.
pub fn host(dir: PathBuf, base: &str) -> Router {
    files(dir, base).layer(CompressionLayer::new())
}

/// Listens on `port` of this machine alone, or on a free one if `port` is 0.
///
/// # Errors
/// The port is taken.
pub async fn listen(router: Router, port: u16) -> io::Result<(SocketAddr, JoinHandle<io::Result<()>>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    Ok((address, tokio::spawn(async move { axum::serve(listener, router).await })))
}

/// The host, not compressing yet, so that a layer can see what it sends.
pub(super) fn files(dir: PathBuf, base: &str) -> Router {
    let place = Arc::new(Place { dir, base: base.to_owned() });
    Router::new().fallback(move |request: Parts| {
        let place = Arc::clone(&place);
        async move { place.answer(&request).await }
    })
}

/// Where a path leads.
enum Way {
    To(PathBuf),
    Moved(String),
    Nowhere,
    Outside,
    Garbled,
}

struct Place {
    dir: PathBuf,
    base: String,
}

impl Place {
    async fn answer(&self, request: &Parts) -> Response {
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
        }
        let uri = &request.uri;
        match self.way(uri.path()).await {
            Way::To(file) => send(&file, StatusCode::OK, &request.headers).await,
            Way::Nowhere => send(&self.dir.join("404.html"), StatusCode::NOT_FOUND, &request.headers).await,
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

    async fn way(&self, path: &str) -> Way {
        if self.base == format!("{path}/") {
            return Way::Moved(self.base.clone());
        }
        let Some(path_in) = path.strip_prefix(&self.base) else { return Way::Outside };
        let Ok(decoded) = percent_decode_str(path_in).decode_utf8() else { return Way::Garbled };
        let Some(file) = inside(&self.dir, decoded.trim_end_matches('/')) else { return Way::Nowhere };

        let here = fs::metadata(&file).await.ok();
        let is_dir = here.as_ref().is_some_and(std::fs::Metadata::is_dir);
        if decoded.is_empty() || decoded.ends_with('/') {
            let index = file.join("index.html");
            return if is_dir && is_file(&index).await { Way::To(index) } else { Way::Nowhere };
        }
        if here.is_some_and(|m| m.is_file()) {
            return Way::To(file);
        }
        let mut page = file.into_os_string();
        page.push(".html");
        match PathBuf::from(page) {
            page if is_file(&page).await => Way::To(page),
            _ if is_dir => Way::Moved(format!("{path}/")),
            _ => Way::Nowhere,
        }
    }
}

async fn is_file(path: &Path) -> bool {
    fs::metadata(path).await.is_ok_and(|m| m.is_file())
}

/// `dir` and then the segments of `path`, if each is a plain name: no `..`, no drive, no empty one, which would
/// make a redirection to another host (`//name/`).
fn inside(dir: &Path, path: &str) -> Option<PathBuf> {
    let mut file = dir.to_owned();
    if path.is_empty() {
        return Some(file);
    }
    for segment in path.split('/') {
        let mut parts = Path::new(segment).components();
        let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(part)), None) if part == segment);
        if !plain || segment.contains(['\\', '\0']) {
            return None;
        }
        file.push(segment);
    }
    Some(file)
}

async fn send(file: &Path, status: StatusCode, asked: &HeaderMap) -> Response {
    let Ok(bytes) = fs::read(file).await else { return missing() };
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let tag = format!("\"{:016x}\"", hasher.finish());
    let known = asked.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let head = [(CONTENT_TYPE, kind(file)), (ETAG, tag.clone()), (CACHE_CONTROL, "max-age=600".to_owned())];
    if status == StatusCode::OK && known.is_some_and(|known| known.trim_start_matches("W/") == tag) {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    (status, head, Body::from(bytes)).into_response()
}

/// The media type of a file, with the charset that GitHub Pages adds to text.
fn kind(file: &Path) -> String {
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    let text = kind.type_() == mime_guess::mime::TEXT || kind.subtype() == mime_guess::mime::JSON;
    if text { format!("{}; charset=utf-8", kind.essence_str()) } else { kind.essence_str().to_owned() }
}

/// What is sent where not even a `404.html` is.
fn missing() -> Response {
    let page = "<!doctype html><title>404</title><body><h1>404</h1><p>There is nothing here.</p></body>";
    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}
