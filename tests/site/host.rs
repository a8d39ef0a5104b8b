//! The host behaves like GitHub Pages.

use std::fs;
use std::path::Path;

use axum::body::{Body, to_bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, LOCATION};
use axum::http::{HeaderName, Method, Request, Response, StatusCode};
use personal_page::cli::server::host::host;
use personal_page::cli::server::listen::listen;
use tempfile::TempDir;
use tower::ServiceExt;

/// A small site with all kinds of requests that a host can get.
fn site() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder for a test");
    let post = format!("<title>Notes on Sourdough</title>{}", "<p>Flour, water, salt.</p>".repeat(50));
    for (path, text) in [
        ("index.html", "<title>Home</title>"),
        ("404.html", "<title>Not found</title>"),
        ("about.html", "<title>About</title>"),
        ("posts/sourdough/index.html", post.as_str()),
        ("posts/sourdough/index.json", "{\"title\":\"Notes on Sourdough\"}"),
        ("posts/größe/index.html", "<title>Größe</title>"),
        ("pictures/a loaf.png", "not really a picture, but long enough to be worth compressing"),
        ("app.wasm", "\0asm, and long enough to be worth compressing"),
    ] {
        let file = dir.path().join("site").join(path);
        fs::create_dir_all(file.parent().expect("files are in folders"))
            .and_then(|()| fs::write(file, text))
            .expect("a file for a test");
    }
    fs::write(dir.path().join("secret.txt"), "not for visitors").expect("a file for a test");
    dir
}

async fn ask(dir: &Path, base: &str, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    host(dir.join("site"), base).oneshot(request).await.expect("the host always answers")
}

async fn get(base: &str, path: &str) -> Response<Body> {
    ask(site().path(), base, path, &[]).await
}

async fn text(response: Response<Body>) -> String {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn header(response: &Response<Body>, name: HeaderName) -> &str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("headers are ASCII"))
}

#[tokio::test]
async fn a_page_is_served_from_its_folder() {
    for base in ["/", "/repo/"] {
        let page = get(base, &format!("{base}posts/sourdough/")).await;
        assert_eq!(page.status(), StatusCode::OK);
        assert_eq!(header(&page, CONTENT_TYPE), "text/html; charset=utf-8");
        assert_eq!(header(&page, CACHE_CONTROL), "max-age=600");
        assert!(text(page).await.contains("Notes on Sourdough"));
    }
}

#[tokio::test]
async fn a_missing_slash_moves_for_good_and_keeps_the_query() {
    let moved = get("/repo/", "/repo/posts/sourdough?utm=feed").await;
    assert_eq!(moved.status(), StatusCode::MOVED_PERMANENTLY);
    assert_eq!(header(&moved, LOCATION), "/repo/posts/sourdough/?utm=feed");
    assert_eq!(header(&get("/repo/", "/repo").await, LOCATION), "/repo/");
}

#[tokio::test]
async fn a_name_without_html_finds_the_page() {
    assert_eq!(text(get("/", "/about").await).await, "<title>About</title>");
    assert_eq!(get("/", "/about/").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_not_there_is_404_html_with_status_404() {
    for path in ["/repo/posts/rye/", "/repo/posts/", "/repo/nothing.json", "/repo//posts/sourdough/", "/repo//posts"] {
        let page = get("/repo/", path).await;
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(text(page).await, "<title>Not found</title>", "{path}");
    }
}

#[tokio::test]
async fn outside_the_base_there_is_another_site() {
    for path in ["/", "/repository/", "/repo-old/", "/posts/sourdough/"] {
        let page = get("/repo/", path).await;
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!text(page).await.contains("<title>Not found</title>"), "{path}");
    }
}

#[tokio::test]
async fn no_path_leads_out_of_the_site() {
    for path in [
        "//",
        "/%2F",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/posts/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/./about",
    ] {
        let page = get("/", path).await;
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!text(page).await.contains("not for visitors"), "{path}");
    }
}

#[tokio::test]
async fn names_are_percent_decoded_once() {
    assert_eq!(get("/", "/posts/gr%C3%B6%C3%9Fe/").await.status(), StatusCode::OK);
    assert_eq!(get("/", "/pictures/a%20loaf.png").await.status(), StatusCode::OK);
    assert_eq!(get("/", "/pictures/a%2520loaf.png").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(get("/", "/posts/%ff/").await.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn text_and_programs_are_compressed_and_pictures_are_not() {
    let site = site();
    for (path, encoding) in [("/posts/sourdough/", "gzip"), ("/app.wasm", "gzip"), ("/pictures/a%20loaf.png", "")] {
        let page = ask(site.path(), "/", path, &[("accept-encoding", "gzip, br")]).await;
        assert_eq!(header(&page, CONTENT_ENCODING), encoding, "{path}");
    }
    assert_eq!(header(&ask(site.path(), "/", "/app.wasm", &[]).await, CONTENT_TYPE), "application/wasm");
}

#[tokio::test]
async fn a_known_file_is_not_sent_again() {
    let site = site();
    let tag = header(&ask(site.path(), "/", "/posts/sourdough/", &[]).await, ETAG).to_owned();
    let again = ask(site.path(), "/", "/posts/sourdough/", &[("if-none-match", &tag)]).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    let weak = ask(site.path(), "/", "/posts/sourdough/", &[("if-none-match", &format!("W/{tag}"))]).await;
    assert_eq!(weak.status(), StatusCode::NOT_MODIFIED);
    let other = ask(site.path(), "/", "/", &[("if-none-match", &tag)]).await;
    assert_eq!(other.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_host_only_reads() {
    let request = Request::builder().method(Method::POST).uri("/").body(Body::empty()).expect("a request");
    let answer = host(site().path().join("site"), "/").oneshot(request).await.expect("the host always answers");
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_taken_port_is_an_error() {
    let site = site();
    let (address, _server) = listen(host(site.path().into(), "/"), 0).await.expect("a free port");
    assert!(address.ip().is_loopback());
    assert!(listen(host(site.path().into(), "/"), address.port()).await.is_err());
}
