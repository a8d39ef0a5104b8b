//! Only the editor's page of this run of the server may read and save files.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use crate::write::desk::{Desk, HOST, ORIGIN, put, text};

/// A save as the editor's page sends it, with some headers changed. An empty value removes a header.
async fn save_with(desk: &Desk, changed: &[(&str, &str)]) -> StatusCode {
    let mut headers = vec![
        ("host", HOST),
        ("origin", ORIGIN),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/json"),
        ("x-write-secret", desk.secret.as_str()),
    ];
    headers.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    headers.extend(changed.iter().filter(|(_, value)| !value.is_empty()));
    let before = desk.files();
    let body = json!({ "changes": [put("posts/new.md", None, "New.")], "message": "" }).to_string();
    let request = Request::builder().method("POST").uri("/write/api/save");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let response = desk.send(request.body(Body::from(body)).expect("a request")).await;
    let status = response.status();
    assert!(response.headers().keys().all(|name| !name.as_str().starts_with("access-control-")));
    if status != StatusCode::OK {
        let answer: serde_json::Value = serde_json::from_str(&text(response).await).expect("JSON");
        assert!(answer["message"].is_string() && answer["remedy"].is_string(), "{answer}");
        assert_eq!(desk.files(), before, "{changed:?}");
    }
    status
}

#[tokio::test]
async fn the_editor_saves_in_browsers_old_and_new() {
    assert_eq!(save_with(&Desk::new().await, &[]).await, StatusCode::OK);
    // Safari before 16.4 sends no Sec-Fetch-Site.
    assert_eq!(save_with(&Desk::new().await, &[("sec-fetch-site", "")]).await, StatusCode::OK);
    let charset = [("content-type", "Application/JSON; charset=utf-8")];
    assert_eq!(save_with(&Desk::new().await, &charset).await, StatusCode::OK);
    for host in ["127.0.0.1:8080", "[::1]:8080", "localhost"] {
        let origin = format!("http://{host}");
        let desk = Desk::new().await;
        assert_eq!(save_with(&desk, &[("host", host), ("origin", &origin)]).await, StatusCode::OK, "{host}");
    }
}

#[tokio::test]
async fn through_a_tunnel_pages_are_read_and_nothing_is_saved() {
    let desk = Desk::new().await;
    for origin in ["http://preview.example", "https://preview.example"] {
        let tunnel = [("host", "preview.example"), ("origin", origin)];
        assert_eq!(save_with(&desk, &tunnel).await, StatusCode::FORBIDDEN, "{origin}");
    }
    let page = desk.document("/", &[("host", "preview.example"), ("sec-fetch-site", "none")]).await;
    assert!(page.contains("<title>Write</title>") && !page.contains("write-secret"), "{page}");
}

#[tokio::test]
async fn a_page_of_another_site_cannot_save_even_with_the_secret() {
    let desk = Desk::new().await;
    for origin in [
        "https://evil.example",
        "http://localhost:3000",
        "http://localhost",
        "http://localhost:80801",
        "http://127.0.0.1:8080",
        "http://localhost:8080.evil.example",
        "http://evil.example@localhost:8080",
        "http://localhost:8080/",
        "localhost:8080",
        "file://localhost:8080",
        "null",
    ] {
        assert_eq!(save_with(&desk, &[("origin", origin)]).await, StatusCode::FORBIDDEN, "{origin}");
    }
    for site in ["cross-site", "same-site", "none", "Same-Origin", "same-origin, cross-site"] {
        assert_eq!(save_with(&desk, &[("sec-fetch-site", site)]).await, StatusCode::FORBIDDEN, "{site}");
    }
    assert_eq!(save_with(&desk, &[("origin", "")]).await, StatusCode::FORBIDDEN, "no origin");
    let two = [("origin", ORIGIN), ("origin", ORIGIN)];
    assert_eq!(save_with(&desk, &two).await, StatusCode::FORBIDDEN, "two origins");
    // A name that another site resolves to this machine.
    let rebound = [("host", HOST), ("origin", "http://evil.example:8080")];
    assert_eq!(save_with(&desk, &rebound).await, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_request_without_the_secret_of_this_run_is_refused() {
    let desk = Desk::new().await;
    let (short, long) = (desk.secret[1..].to_owned(), desk.secret.clone() + "0");
    let upper = desk.secret.to_uppercase();
    let of_another_run = Desk::new().await.secret;
    for secret in ["", " ", "0", &"0".repeat(64), &short, &long, &upper, &of_another_run] {
        assert_eq!(save_with(&desk, &[("x-write-secret", secret)]).await, StatusCode::FORBIDDEN, "{secret:?}");
    }
    let secret = desk.secret.as_str();
    let two = [("x-write-secret", secret), ("x-write-secret", secret)];
    assert_eq!(save_with(&desk, &two).await, StatusCode::FORBIDDEN);
    let (status, _) = desk.ask("GET", "list", Body::empty()).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn what_a_page_of_another_site_can_send_without_asking_is_refused() {
    let desk = Desk::new().await;
    // A form and a fetch without preflight have one of these types, and no header of their own.
    for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "text/plain", ""] {
        let simple = [("content-type", kind), ("x-write-secret", "")];
        assert_eq!(save_with(&desk, &simple).await, StatusCode::FORBIDDEN, "{kind}");
        assert_eq!(save_with(&desk, &[("content-type", kind)]).await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
}

/// Reads with these headers.
async fn read_with(desk: &Desk, method: &str, path: &str, headers: &[(&str, &str)]) -> StatusCode {
    let request = Request::builder().method(method).uri(format!("/write/api/{path}")).header("host", HOST);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let response = desk.send(request.body(Body::empty()).expect("a request")).await;
    assert!(response.headers().keys().all(|name| !name.as_str().starts_with("access-control-")));
    response.status()
}

#[tokio::test]
async fn an_image_a_script_a_link_and_a_preflight_read_nothing() {
    let desk = Desk::new().await;
    let secret = ("x-write-secret", desk.secret.as_str());
    for path in ["list", "file?path=posts/hello.md"] {
        assert_eq!(read_with(&desk, "GET", path, &[secret]).await, StatusCode::OK, "{path}");
        assert_eq!(read_with(&desk, "GET", path, &[secret, ("sec-fetch-site", "same-origin")]).await, StatusCode::OK);
        for headers in [
            &[][..],
            &[("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "image")],
            &[("sec-fetch-site", "same-origin")],
            &[secret, ("sec-fetch-site", "cross-site")],
            &[secret, ("sec-fetch-site", "none")],
            &[secret, ("origin", "https://evil.example")],
            &[secret, ("origin", "null")],
        ] {
            assert_eq!(read_with(&desk, "GET", path, headers).await, StatusCode::FORBIDDEN, "{path} {headers:?}");
        }
        let preflight = [
            ("origin", "https://evil.example"),
            ("access-control-request-method", "POST"),
            ("access-control-request-headers", "content-type, x-write-secret"),
        ];
        assert_eq!(read_with(&desk, "OPTIONS", path, &preflight).await, StatusCode::FORBIDDEN);
    }
    assert_eq!(read_with(&desk, "OPTIONS", "save", &[("origin", "https://evil.example")]).await, StatusCode::FORBIDDEN);
    assert_eq!(read_with(&desk, "GET", "save", &[secret]).await, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_secret_is_in_the_editors_page_only_for_the_author_and_in_no_cache_and_no_frame() {
    let desk = Desk::new().await;
    let navigation = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
    for headers in [&[][..], &[("sec-fetch-site", "none")], &[("sec-fetch-site", "same-origin")], &navigation] {
        let page = desk.document("/", headers).await;
        let meta = format!("<title>Write</title><meta name=\"write-secret\" content=\"{}\"></head>", desk.secret);
        assert!(page.contains(&meta), "{headers:?}: {page}");
        assert_eq!(page.matches(&desk.secret).count(), 1);
    }
    for dest in ["iframe", "image", "script", "empty", "object"] {
        let headers = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", dest)];
        assert!(!desk.document("/", &headers).await.contains(&desk.secret), "{dest}");
        let headers = [("sec-fetch-site", "same-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")];
        assert!(!desk.document("/", &headers).await.contains(&desk.secret), "{dest}");
    }
    let request = Request::builder().uri("/write/").header("host", HOST).body(Body::empty()).expect("a request");
    let response = desk.send(request).await;
    let header = |name: &str| response.headers().get(name).map_or("", |value| value.to_str().expect("text")).to_owned();
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(
        (header("x-frame-options"), header("content-security-policy")),
        ("DENY".into(), "frame-ancestors 'none'".into())
    );
    // Each run has another one, of 256 bits.
    let secret = desk.secret.clone();
    assert!(secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_ne!(desk.restarted().await.secret, secret);
}

#[tokio::test]
async fn the_secret_is_in_no_response_and_no_file() {
    let desk = Desk::new().await;
    let (_, list) = desk.ask("GET", "list", Body::empty()).await;
    let saved = desk.saves(json!([put("posts/new.md", None, "New.")])).await;
    let (_, wrong) = desk.save(json!([put("../x.md", None, "New.")])).await;
    for answer in [list, saved, wrong] {
        assert!(!answer.to_string().contains(&desk.secret), "{answer}");
    }
    for (path, bytes) in desk.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains(&desk.secret), "{path}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_long_is_refused_with_the_maximum() {
    let desk = Desk::new().await;
    let chunk = vec![b' '; 1_000_000];
    let stream = tokio_stream::iter((0..120).map(move |_| Ok::<_, std::io::Error>(chunk.clone())));
    let (status, answer) = desk.ask("POST", "save", Body::from_stream(stream)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer["message"], "these files are too large to be saved at once: the maximum is 75 MB");
    assert!(answer["remedy"].is_string());
}

#[tokio::test]
async fn a_request_that_is_not_as_expected_is_refused() {
    let desk = Desk::new().await;
    for body in [
        "",
        "{",
        "[]",
        "{\"changes\":1}",
        "{\"changes\":[{\"kind\":\"chmod\",\"path\":\"posts/hello.md\"}]}",
        "{\"changes\":[{\"kind\":\"write\",\"path\":\"posts/hello.md\",\"base64\":\"%\"}]}",
        "{\"changes\":[{\"kind\":\"delete\",\"path\":\"posts/hello.md\"}]}",
    ] {
        let (status, answer) = desk.ask("POST", "save", body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}: {answer}");
        assert!(answer["message"].is_string() && answer["remedy"].is_string(), "{answer}");
    }
    assert_eq!(desk.bytes("posts/hello.md"), b"Hello, world.\n");
}
