//! The list of files, and a file.

use axum::body::Body;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::write::desk::{Desk, version};

async fn paths(desk: &Desk) -> Vec<String> {
    let (status, list) = desk.ask("GET", "list", Body::empty()).await;
    assert_eq!(status, StatusCode::OK);
    let path = |file: &Value| file["path"].as_str().expect("a path").to_owned();
    list.as_array().expect("a list").iter().map(path).collect()
}

#[tokio::test]
async fn the_list_has_texts_and_pictures_with_their_versions_and_nothing_hidden() {
    let desk = Desk::new().await;
    for path in
        ["posts/.hello.md.swp", "posts/4913", "posts/.obsidian/a.md", "public/a.css", ".git/config", "posts/b.md~"]
    {
        desk.write(path, "Not of the list.");
    }
    desk.write("posts/draft.md", "+++\ndraft = true\n+++\n");
    assert_eq!(paths(&desk).await, ["posts/draft.md", "posts/hello.md", "posts/trip/index.md", "posts/trip/lake.jpg"]);
    let (_, list) = desk.ask("GET", "list", Body::empty()).await;
    assert_eq!(list[1], json!({ "path": "posts/hello.md", "version": version(b"Hello, world.\n") }));
    desk.write("posts/hello.md", "Hello, there.\n");
    let (_, list) = desk.ask("GET", "list", Body::empty()).await;
    assert_eq!(list[1]["version"], version(b"Hello, there.\n"));
}

#[tokio::test]
async fn a_site_without_posts_has_an_empty_list() {
    let desk = Desk::new().await;
    std::fs::remove_dir_all(desk.path("posts")).expect("a folder");
    assert!(paths(&desk).await.is_empty());
    desk.saves(json!([crate::write::desk::put("posts/first.md", None, "First.")])).await;
    assert_eq!(paths(&desk).await, ["posts/first.md"]);
}

#[tokio::test]
async fn a_file_is_read_with_its_version() {
    let desk = Desk::new().await;
    let (status, file) = desk.ask("GET", "file?path=posts%2Fhello.md", Body::empty()).await;
    assert_eq!(status, StatusCode::OK);
    let wanted =
        json!({ "path": "posts/hello.md", "version": version(b"Hello, world.\n"), "base64": "SGVsbG8sIHdvcmxkLgo=" });
    assert_eq!(file, wanted);
}

#[tokio::test]
async fn what_cannot_be_read_is_said_with_a_remedy() {
    let desk = Desk::new().await;
    for (query, status, message) in [
        ("path=posts/gone.md", StatusCode::NOT_FOUND, "posts/gone.md does not exist"),
        ("path=posts/Hello.md", StatusCode::NOT_FOUND, "posts/Hello.md does not exist"),
        ("path=posts/trip", StatusCode::UNPROCESSABLE_ENTITY, "posts/trip is a folder"),
        ("", StatusCode::BAD_REQUEST, "the request names no file"),
    ] {
        let (found, answer) = desk.ask("GET", &format!("file?{query}"), Body::empty()).await;
        assert_eq!((found, &answer["message"]), (status, &json!(message)), "{query}");
        assert!(answer["remedy"].is_string(), "{answer}");
    }
}
