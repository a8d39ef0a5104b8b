//! Only files below `posts/` are read and written, under names that are possible on every system.

use axum::body::Body;
use axum::http::StatusCode;
use serde_json::json;

use crate::write::desk::{Desk, delete, put, rename};

/// The message with which a path is refused by each kind of request.
async fn refused(desk: &Desk, path: &str) -> String {
    let (status, message) = desk.refuses(json!([put(path, None, "New.")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {message}");
    let hello = desk.version("posts/hello.md");
    assert_eq!(desk.refuses(json!([rename("posts/hello.md", path, &hello)])).await.1, message);
    message
}

#[tokio::test]
async fn no_path_leads_out_of_posts() {
    let desk = Desk::new().await;
    for (path, why) in [
        ("site.toml", "is not below posts/"),
        ("public/owner.css", "is not below posts/"),
        ("posts", "is not below posts/"),
        ("", "is not below posts/"),
        (".trash/2025-03-01/posts/hello.md", "is not below posts/"),
        ("Posts/hello.md", "is not below posts/"),
        ("/posts/hello.md", "is not below posts/"),
        ("/etc/passwd", "is not below posts/"),
        ("C:/posts/hello.md", "is not below posts/"),
        ("../secret.txt", "is not below posts/"),
        ("posts/../site.toml", "begins with a dot"),
        ("posts/./hello.md", "begins with a dot"),
        ("posts/..", "begins with a dot"),
        ("posts/", "has an empty name"),
        ("posts//hello.md", "has an empty name"),
        ("posts/hello.md/", "has an empty name"),
        ("posts\\hello.md", "has a backslash"),
        ("posts/..\\..\\secret.txt", "has a backslash"),
        ("posts/a\0.md", "has a control character"),
        ("posts/a\n.md", "has a control character"),
        ("posts/a\u{202e}dm.md", "has a control character"),
        ("posts/.git/config", "begins with a dot"),
        ("posts/.hello.md", "begins with a dot"),
    ] {
        let message = refused(&desk, path).await;
        assert!(message.contains(why), "{path:?}: {message}");
        let query: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
        let (status, answer) = desk.ask("GET", &format!("file?path={query}"), Body::empty()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path:?}: {answer}");
    }
    // It is decoded once.
    desk.saves(json!([put("posts/%2e%2e%2fx.md", None, "New.")])).await;
    assert!(desk.path("posts/%2e%2e%2fx.md").is_file());
}

#[tokio::test]
async fn a_name_that_some_system_does_not_allow_is_refused() {
    let desk = Desk::new().await;
    for (name, why) in [
        ("hello.md~", "temporary file"),
        ("4913", "temporary file"),
        ("Thumbs.db", "temporary file"),
        ("__MACOSX/a.md", "temporary file"),
        ("con.md", "a device on Windows"),
        ("NUL", "a device on Windows"),
        ("aux.tar.gz", "a device on Windows"),
        ("Com1.md", "a device on Windows"),
        ("lpt¹.md", "a device on Windows"),
        ("con/index.md", "a device on Windows"),
        ("what?.md", "Windows allows in no name"),
        ("a:b.md", "Windows allows in no name"),
        ("a*.md", "Windows allows in no name"),
        ("\"a\".md", "Windows allows in no name"),
        ("a|b.md", "Windows allows in no name"),
        ("<a>.md", "Windows allows in no name"),
        ("hello.", "ends with a dot"),
        ("trip /index.md", "ends with a space"),
        (" hello.md", "begins or ends with a space"),
        ("cafe\u{301}.md", "has letters and accents apart"),
    ] {
        let message = refused(&desk, &format!("posts/{name}")).await;
        assert!(message.contains(why), "{name}: {message}");
    }
    let long = refused(&desk, &format!("posts/{}.md", "a".repeat(300))).await;
    assert_eq!(long, "a name has 303 bytes, and the maximum is 255");
    let long = refused(&desk, &format!("posts/{}a.md", "folder/".repeat(100))).await;
    assert!(long.contains("the maximum is 512"), "{long}");
}

#[tokio::test]
async fn other_names_are_allowed() {
    let desk = Desk::new().await;
    for name in [
        "Hello World.md",
        "größe.md",
        "日本語/index.md",
        "🙂.md",
        "icon.md",
        "con-air.md",
        "com10.md",
        "com.md",
        "2024/01/a.b.md",
        "it's, (really) #1 & 100%.md",
        "diary..md",
    ] {
        let path = format!("posts/{name}");
        desk.saves(json!([put(&path, None, name)])).await;
        assert_eq!(desk.bytes(&path), name.as_bytes());
        let query: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
        let (_, file) = desk.ask("GET", &format!("file?path={query}"), Body::empty()).await;
        assert_eq!((&file["path"], &file["version"]), (&json!(path), &json!(desk.version(&path))));
    }
}

#[tokio::test]
async fn a_file_that_exists_is_edited_whatever_its_name() {
    let desk = Desk::new().await;
    for name in ["cafe\u{301}.md", " spaced.md"] {
        let path = format!("posts/{name}");
        desk.write(&path, "Old.");
        desk.saves(json!([put(&path, Some(&desk.version(&path)), "New.")])).await;
        assert_eq!(desk.bytes(&path), b"New.");
    }
}

#[tokio::test]
async fn a_name_that_differs_in_case_only_is_a_conflict_with_the_file() {
    let desk = Desk::new().await;
    let hello = desk.version("posts/hello.md");
    let theirs = desk.conflicts(json!([put("posts/Hello.md", None, "New.")])).await;
    assert_eq!((&theirs[0]["path"], &theirs[0]["version"]), (&json!("posts/hello.md"), &json!(hello)));
    desk.conflicts(json!([put("posts/Hello.md", Some(&hello), "New.")])).await;
    desk.conflicts(json!([delete("posts/HELLO.md", &hello)])).await;
    desk.write("posts/größe.md", "Size.");
    desk.conflicts(json!([rename("posts/hello.md", "posts/GRÖSSE.MD".replace("SS", "ẞ").as_str(), &hello)])).await;
    let (_, message) = desk.refuses(json!([put("posts/Trip/new.jpg", None, "New.")])).await;
    assert_eq!(message, "there is a folder posts/trip, whose name differs in case only");
}

#[tokio::test]
async fn a_folder_is_no_file_and_a_file_is_no_folder() {
    let desk = Desk::new().await;
    assert_eq!(desk.refuses(json!([put("posts/trip", None, "New.")])).await.1, "posts/trip is a folder");
    let (_, message) = desk.refuses(json!([put("posts/hello.md/a.md", None, "New.")])).await;
    assert_eq!(message, "posts/hello.md is a file, and no folder");
}

#[cfg(unix)]
#[tokio::test]
async fn a_symbolic_link_is_followed_within_posts_only() {
    use std::os::unix::fs::symlink;

    let desk = Desk::new().await;
    desk.write("posts/shared/text.md", "Old.");
    desk.write("public/file.md", "Public.");
    for (target, link) in [
        ("shared/text.md", "posts/inside.md"),
        ("shared", "posts/folder"),
        ("../../secret.txt", "posts/outside.md"),
        ("../site.toml", "posts/settings.md"),
        ("../public", "posts/public"),
        ("../..", "posts/up"),
        ("nothing.md", "posts/dangling.md"),
    ] {
        symlink(target, desk.path(link)).expect("a link for a test");
    }
    let base = desk.version("posts/shared/text.md");
    desk.saves(json!([put("posts/inside.md", Some(&base), "New.")])).await;
    assert_eq!(desk.bytes("posts/shared/text.md"), b"New.");
    assert!(desk.path("posts/inside.md").is_symlink());
    desk.saves(json!([put("posts/folder/more.md", None, "More.")])).await;
    assert!(desk.path("posts/shared/more.md").is_file());

    let outside = "a symbolic link on the way to";
    for path in
        ["posts/outside.md", "posts/settings.md", "posts/public/file.md", "posts/public/new.md", "posts/up/x.md"]
    {
        let (_, message) = desk.refuses(json!([put(path, None, "New.")])).await;
        assert!(message.starts_with(outside), "{path}: {message}");
        let (status, _) = desk.ask("GET", &format!("file?path={path}"), Body::empty()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    let (_, message) = desk.refuses(json!([put("posts/dangling.md", None, "New.")])).await;
    assert_eq!(message, "posts/dangling.md is a symbolic link to nothing");
    let base = desk.version("posts/inside.md");
    let (_, message) = desk.refuses(json!([delete("posts/inside.md", &base)])).await;
    assert_eq!(message, "posts/inside.md is a symbolic link");
    let (_, list) = desk.ask("GET", "list", Body::empty()).await;
    let listed: Vec<&str> = list.as_array().expect("a list").iter().filter_map(|file| file["path"].as_str()).collect();
    assert!(listed.contains(&"posts/inside.md") && !listed.iter().any(|path| path.contains("outside")), "{listed:?}");
}
