//! A save writes the bytes it is given, if the files are as they were read.

use std::fs;

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::write::desk::{Desk, delete, put, version};

#[tokio::test]
async fn a_text_keeps_each_of_its_bytes() {
    let desk = Desk::new().await;
    let odd = b"\xef\xbb\xbf+++\r\ntitle = 'a'\r\n+++\r\n\tone\rtwo\n\xff\xfe\0 \x1b three  \r\n\n\n";
    let files = desk.saves(json!([put("posts/odd.md", None, odd)])).await;
    assert_eq!(desk.bytes("posts/odd.md"), odd);
    assert_eq!(files, json!([{ "path": "posts/odd.md", "version": version(odd) }]));
    desk.saves(json!([put("posts/odd.md", Some(&version(odd)), b"")])).await;
    assert_eq!(desk.bytes("posts/odd.md"), b"");
    assert!(desk.names().iter().all(|name| !name.contains(".write")), "{:?}", desk.names());
}

#[tokio::test]
async fn a_text_and_its_pictures_are_saved_together_in_new_folders() {
    let desk = Desk::new().await;
    let picture = [0xff, 0xd8, 0, 1, 2];
    let changes = json!([
        put("posts/2025/lake/index.md", None, "![](a.jpg)"),
        put("posts/2025/lake/a.jpg", None, picture),
        put("posts/hello.md", Some(&desk.version("posts/hello.md")), "See the lake."),
    ]);
    let files = desk.saves(changes).await;
    assert_eq!(files.as_array().map(Vec::len), Some(3));
    assert_eq!(desk.bytes("posts/2025/lake/a.jpg"), picture);
    assert_eq!(desk.bytes("posts/2025/lake/index.md"), b"![](a.jpg)");
    assert_eq!(desk.bytes("posts/hello.md"), b"See the lake.");
}

#[tokio::test]
async fn a_file_that_changed_since_it_was_read_is_not_overwritten() {
    let desk = Desk::new().await;
    let read = desk.version("posts/hello.md");
    desk.write("posts/hello.md", "Somebody else's words.");
    let theirs = json!([{
        "path": "posts/hello.md",
        "version": version(b"Somebody else's words."),
        "base64": STANDARD.encode("Somebody else's words."),
    }]);
    // Neither is the picture written that belongs to it.
    let changes = json!([put("posts/new.jpg", None, "jpg"), put("posts/hello.md", Some(&read), "My words.")]);
    assert_eq!(desk.conflicts(changes).await, theirs);
    assert_eq!(desk.conflicts(json!([put("posts/hello.md", None, "My words.")])).await, theirs);
    assert_eq!(desk.conflicts(json!([delete("posts/hello.md", &read)])).await, theirs);
    let now = version(b"Somebody else's words.");
    desk.saves(json!([put("posts/hello.md", Some(&now), "Our words.")])).await;
    assert_eq!(desk.bytes("posts/hello.md"), b"Our words.");
}

#[tokio::test]
async fn a_file_that_already_has_what_is_saved_is_no_conflict() {
    let desk = Desk::new().await;
    let read = desk.version("posts/hello.md");
    let changes = || json!([put("posts/sea.jpg", None, "jpg"), put("posts/hello.md", Some(&read), "See the sea.")]);
    desk.saves(changes()).await;
    // The answer was lost, and the author saves again.
    let files = desk.saves(changes()).await;
    assert_eq!(files.as_array().map(Vec::len), Some(2));
    assert_eq!(desk.bytes("posts/hello.md"), b"See the sea.");
    // The text goes on, beside the same picture.
    let now = version(b"See the sea.");
    desk.saves(json!([put("posts/sea.jpg", None, "jpg"), put("posts/hello.md", Some(&now), "More.")])).await;
    assert_eq!(desk.conflicts(json!([put("posts/sea.jpg", None, "another")])).await[0]["path"], "posts/sea.jpg");
    assert_eq!(desk.bytes("posts/sea.jpg"), b"jpg");
}

#[tokio::test]
async fn a_file_that_was_deleted_since_it_was_read_is_a_conflict() {
    let desk = Desk::new().await;
    let read = desk.version("posts/hello.md");
    fs::remove_file(desk.path("posts/hello.md")).expect("a file");
    let nothing = json!([{ "path": "posts/hello.md", "version": null, "base64": null }]);
    assert_eq!(desk.conflicts(json!([put("posts/hello.md", Some(&read), "My words.")])).await, nothing);
    assert_eq!(desk.conflicts(json!([delete("posts/hello.md", &read)])).await, nothing);
    desk.saves(json!([put("posts/hello.md", None, "My words.")])).await;
}

#[tokio::test]
async fn a_deleted_file_is_in_the_trash_of_its_day_beside_one_of_the_same_name() {
    let desk = Desk::new().await;
    for text in ["First.", "Second.", "Third."] {
        desk.write("posts/note.md", text);
        let files = desk.saves(json!([delete("posts/note.md", &version(text.as_bytes()))])).await;
        assert_eq!(files, json!([{ "path": "posts/note.md", "version": null }]));
        assert!(!desk.path("posts/note.md").exists());
    }
    for (name, text) in [("note.md", "First."), ("note-2.md", "Second."), ("note-3.md", "Third.")] {
        assert_eq!(desk.bytes(&format!(".trash/2025-03-01/posts/{name}")), text.as_bytes());
    }
    // Git sees nothing of it, whatever the owner's own .gitignore has.
    assert_eq!(desk.bytes(".trash/.gitignore"), b"*\n");
}

#[tokio::test]
async fn files_that_are_deleted_together_have_a_place_each_in_the_trash() {
    let desk = Desk::new().await;
    desk.write(".trash/2025-03-01/posts/note.md", "Deleted before.");
    let texts = [("posts/note.md", "One."), ("posts/note-2.md", "Two."), ("posts/Note-3.md", "Three.")];
    let changes = texts.iter().map(|(path, text)| {
        desk.write(path, text);
        delete(path, &version(text.as_bytes()))
    });
    desk.saves(json!(changes.collect::<Vec<_>>())).await;
    for (name, text) in
        [("note.md", "Deleted before."), ("note-2.md", "One."), ("note-2-2.md", "Two."), ("Note-3.md", "Three.")]
    {
        assert_eq!(desk.bytes(&format!(".trash/2025-03-01/posts/{name}")), text.as_bytes(), "{name}");
    }
}

#[tokio::test]
async fn the_folder_of_the_last_file_is_gone_with_it_and_other_folders_stay() {
    let desk = Desk::new().await;
    let [text, picture] = ["posts/trip/index.md", "posts/trip/lake.jpg"].map(|path| (path, desk.version(path)));
    desk.saves(json!([delete(text.0, &text.1)])).await;
    assert!(desk.path("posts/trip").is_dir());
    desk.saves(json!([delete(picture.0, &picture.1)])).await;
    assert!(!desk.path("posts/trip").exists());
    desk.saves(json!([delete("posts/hello.md", &desk.version("posts/hello.md"))])).await;
    assert!(desk.path("posts").is_dir());
    let trash = ["hello.md", "trip/index.md", "trip/lake.jpg"].map(|name| format!(".trash/2025-03-01/posts/{name}"));
    assert_eq!(desk.names()[1..], trash);
}

#[tokio::test]
async fn two_changes_of_one_file_are_refused() {
    let desk = Desk::new().await;
    let base = desk.version("posts/hello.md");
    let twice = json!([put("posts/hello.md", Some(&base), "One."), delete("posts/hello.md", &base)]);
    let (status, message) = desk.refuses(twice).await;
    assert_eq!((status, &*message), (StatusCode::BAD_REQUEST, "two changes are of posts/hello.md"));
    let clash = json!([put("posts/a", None, "A file."), put("posts/a/b.md", None, "In it.")]);
    assert_eq!(desk.refuses(clash).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let clash = json!([put("posts/new.md", None, "One."), put("posts/New.md", None, "Two.")]);
    assert_eq!(desk.refuses(clash).await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_picture_of_fifty_megabytes_is_saved() {
    let desk = Desk::new().await;
    let picture: Vec<u8> = (0..50_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    desk.saves(json!([put("posts/trip/large.jpg", None, &picture)])).await;
    assert!(desk.bytes("posts/trip/large.jpg") == picture);
}

#[tokio::test]
async fn a_save_without_a_change_writes_nothing() {
    let desk = Desk::new().await;
    let time = || fs::metadata(desk.path("posts/hello.md")).and_then(|file| file.modified()).expect("a file");
    let before = (time(), desk.files());
    let base = desk.version("posts/hello.md");
    desk.saves(json!([put("posts/hello.md", Some(&base), desk.bytes("posts/hello.md"))])).await;
    desk.saves(json!([])).await;
    assert_eq!((time(), desk.files()), before);
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_keeps_its_permissions_and_a_read_only_one_is_not_replaced() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::new().await;
    let file = desk.path("posts/hello.md");
    let mode = || fs::metadata(&file).expect("a file").permissions().mode() & 0o777;
    for wanted in [0o600, 0o664, 0o755] {
        fs::set_permissions(&file, Permissions::from_mode(wanted)).expect("it is ours");
        desk.saves(json!([put("posts/hello.md", Some(&desk.version("posts/hello.md")), format!("{wanted}"))])).await;
        assert_eq!(mode(), wanted);
    }
    fs::set_permissions(&file, Permissions::from_mode(0o444)).expect("it is ours");
    let change = json!([put("posts/hello.md", Some(&desk.version("posts/hello.md")), "New.")]);
    assert_eq!(desk.refuses(change).await.1, "posts/hello.md is read-only");
}

#[tokio::test]
async fn the_texts_of_a_collection_are_listed_and_saved_too() {
    let desk = Desk::new().await;
    let (_, refused) = desk.refuses(json!([put("notes/2025-03-01-0815.md", None, "Rye.")])).await;
    assert!(refused.contains("is not below posts/"), "{refused}");
    let settings = String::from_utf8(desk.bytes("site.toml")).unwrap_or_default();
    desk.write("site.toml", settings + "\n[collections.notes]\nview = \"stream\"\n");
    desk.saves(json!([put("notes/2025-03-01-0815.md", None, "Rye.")])).await;
    assert_eq!(desk.bytes("notes/2025-03-01-0815.md"), b"Rye.");
    let (_, listed) = desk.ask("GET", "list", "").await;
    let paths: Vec<_> = listed.as_array().expect("a list").iter().map(|file| &file["path"]).collect();
    assert!(
        paths.contains(&&json!("notes/2025-03-01-0815.md")) && paths.contains(&&json!("posts/hello.md")),
        "{paths:?}"
    );
    let version = desk.version("notes/2025-03-01-0815.md");
    desk.saves(json!([delete("notes/2025-03-01-0815.md", &version)])).await;
    let (_, refused) = desk.refuses(json!([put("projects/mill.md", None, "Flour.")])).await;
    assert!(refused.contains("is not below posts/ or notes/"), "{refused}");
}
