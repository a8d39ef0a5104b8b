//! A text gets another name, with the files that belong to it.

use axum::http::StatusCode;
use serde_json::json;

use crate::write::desk::{Desk, put, rename, version};

#[tokio::test]
async fn a_text_is_moved_and_may_be_changed_in_the_same_step() {
    let desk = Desk::new().await;
    let base = desk.version("posts/hello.md");
    let files = desk.saves(json!([rename("posts/hello.md", "posts/greetings/hi.md", &base)])).await;
    let moved =
        json!([{ "path": "posts/hello.md", "version": null }, { "path": "posts/greetings/hi.md", "version": base }]);
    assert_eq!(files, moved);
    assert_eq!(desk.bytes("posts/greetings/hi.md"), b"Hello, world.\n");

    let text = "+++\naliases = [\"/posts/hi/\"]\n+++\nHello, world.\n";
    let changes =
        json!([rename("posts/greetings/hi.md", "posts/hello.md", &base), put("posts/hello.md", Some(&base), text),]);
    let files = desk.saves(changes).await;
    assert_eq!(files[1], json!({ "path": "posts/hello.md", "version": version(text.as_bytes()) }));
    assert_eq!(desk.bytes("posts/hello.md"), text.as_bytes());
    assert_eq!(desk.names(), ["posts/hello.md", "posts/trip/index.md", "posts/trip/lake.jpg"]);
}

#[tokio::test]
async fn the_pictures_of_a_text_go_with_its_folder() {
    let desk = Desk::new().await;
    desk.write("posts/trip/maps/south.svg", "<svg/>");
    desk.write("posts/trip/index.fr.md", "Le lac");
    let base = desk.version("posts/trip/index.md");
    let files = desk.saves(json!([rename("posts/trip/index.md", "posts/2025/lake/index.md", &base)])).await;
    assert_eq!(files.as_array().map(Vec::len), Some(8));
    let names = ["index.fr.md", "index.md", "lake.jpg", "maps/south.svg"].map(|name| format!("posts/2025/lake/{name}"));
    assert_eq!(desk.names()[..4], names);
    assert!(!desk.path("posts/trip").exists());
}

#[tokio::test]
async fn files_that_the_request_moves_itself_are_moved_once() {
    let desk = Desk::new().await;
    let [text, picture] = ["posts/trip/index.md", "posts/trip/lake.jpg"].map(|path| desk.version(path));
    let changes = json!([
        rename("posts/trip/lake.jpg", "posts/lake/water.jpg", &picture),
        rename("posts/trip/index.md", "posts/lake/index.md", &text),
        put("posts/lake/index.md", Some(&text), "![The lake](water.jpg)\n"),
    ]);
    desk.saves(changes).await;
    assert_eq!(desk.names(), ["posts/hello.md", "posts/lake/index.md", "posts/lake/water.jpg"]);
}

#[tokio::test]
async fn a_translation_leaves_the_folder_alone() {
    let desk = Desk::new().await;
    desk.write("posts/trip/index.fr.md", "Le lac");
    let base = desk.version("posts/trip/index.fr.md");
    desk.saves(json!([rename("posts/trip/index.fr.md", "posts/lac/index.fr.md", &base)])).await;
    let base = desk.version("posts/trip/index.md");
    desk.saves(json!([rename("posts/trip/index.md", "posts/trip/index.en.md", &base)])).await;
    let names = ["posts/hello.md", "posts/lac/index.fr.md", "posts/trip/index.en.md", "posts/trip/lake.jpg"];
    assert_eq!(desk.names(), names);
}

#[tokio::test]
async fn a_text_with_pictures_does_not_leave_them_behind() {
    let desk = Desk::new().await;
    let base = desk.version("posts/trip/index.md");
    for to in ["posts/lake.md", "posts/index.md", "posts/lake/lake.md", "posts/trip/deeper/index.md"] {
        let (status, message) = desk.refuses(json!([rename("posts/trip/index.md", to, &base)])).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(message, "posts/trip/ has other files of this text, which would stay without it", "{to}");
    }
}

#[tokio::test]
async fn no_rename_overwrites_a_file() {
    let desk = Desk::new().await;
    let base = desk.version("posts/hello.md");
    desk.write("posts/lake/index.md", "Another lake.");
    let theirs = desk.conflicts(json!([rename("posts/hello.md", "posts/lake/index.md", &base)])).await;
    assert_eq!(theirs[0]["version"], version(b"Another lake."));
    let trip = desk.version("posts/trip/index.md");
    desk.write("posts/other/lake.jpg", "Another picture.");
    let theirs = desk.conflicts(json!([rename("posts/trip/index.md", "posts/other/index.md", &trip)])).await;
    assert_eq!(theirs[0]["path"], "posts/other/lake.jpg");
    let stale = version(b"As it was.");
    let theirs = desk.conflicts(json!([rename("posts/hello.md", "posts/hi.md", &stale)])).await;
    assert_eq!((&theirs[0]["path"], &theirs[0]["version"]), (&json!("posts/hello.md"), &json!(base)));
    let other = json!([rename("posts/hello.md", "posts/hi.md", &base), put("posts/hi.md", Some(&stale), "Hi.")]);
    assert_eq!(desk.refuses(other).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn only_the_case_of_a_name_changes() {
    let desk = Desk::new().await;
    let base = desk.version("posts/hello.md");
    desk.saves(json!([rename("posts/hello.md", "posts/Hello.md", &base)])).await;
    assert_eq!(desk.names()[0], "posts/Hello.md");
    let changes =
        json!([rename("posts/Hello.md", "posts/HELLO.md", &base), put("posts/HELLO.md", Some(&base), "HELLO.")]);
    desk.saves(changes).await;
    assert_eq!(desk.names(), ["posts/HELLO.md", "posts/trip/index.md", "posts/trip/lake.jpg"]);
    assert_eq!(desk.bytes("posts/HELLO.md"), b"HELLO.");
}

#[tokio::test]
async fn two_texts_do_not_swap_their_names_in_one_step() {
    let desk = Desk::new().await;
    desk.write("posts/a.md", "A.");
    let (hello, a) = (desk.version("posts/hello.md"), desk.version("posts/a.md"));
    let swap = json!([rename("posts/hello.md", "posts/a.md", &hello), rename("posts/a.md", "posts/hello.md", &a)]);
    assert_eq!(desk.refuses(swap).await.0, StatusCode::UNPROCESSABLE_ENTITY);
}
