//! A save is done wholly or not at all, also beside another one.

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::json;

use crate::write::desk::{Desk, put};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_saves_at_once_one_is_a_conflict_with_the_other() {
    let desk = Arc::new(Desk::new().await);
    for round in 0..20 {
        let base = desk.version("posts/hello.md");
        let picture = format!("posts/{round}.jpg");
        let saves = ["One.", "Two."].map(|words| {
            let (desk, text) = (Arc::clone(&desk), format!("{words} Round {round}."));
            let changes = json!([put(&picture, None, words), put("posts/hello.md", Some(&base), &text)]);
            tokio::spawn(async move { (desk.save(changes).await, text) })
        });
        let mut saved = Vec::new();
        for save in saves {
            let ((status, answer), text) = save.await.expect("an answer");
            match status {
                StatusCode::OK => saved.push(text),
                _ => assert_eq!(status, StatusCode::CONFLICT, "{answer}"),
            }
        }
        let [text] = &saved[..] else { panic!("one of them is saved: {saved:?}") };
        assert_eq!(desk.bytes("posts/hello.md"), text.as_bytes());
        assert_eq!(desk.bytes(&picture), &text.as_bytes()[..4]);
    }
}

#[tokio::test]
async fn a_save_that_fails_midway_changes_nothing() {
    let desk = Desk::new().await;
    let base = desk.version("posts/hello.md");
    // The trash is a file, so nothing can be moved there. That is found after the texts are written.
    desk.write(".trash/.gitignore", "*\n");
    desk.write(".trash/2025-03-01", "no folder");
    let trip = desk.version("posts/trip/index.md");
    let changes = json!([
        put("posts/new/index.md", None, "New."),
        put("posts/hello.md", Some(&base), "Changed."),
        crate::write::desk::delete("posts/trip/index.md", &trip),
    ]);
    let (status, message) = desk.refuses(changes.clone()).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{message}");
    assert!(message.contains(".trash/2025-03-01"), "{message}");
    std::fs::remove_file(desk.path(".trash/2025-03-01")).expect("a file");
    desk.saves(changes).await;
    assert_eq!(desk.bytes("posts/hello.md"), b"Changed.");
}

#[tokio::test]
async fn a_journal_of_a_save_that_ended_is_gone() {
    let desk = Desk::new().await;
    desk.saves(json!([put("posts/new.md", None, "New.")])).await;
    assert!(desk.files().iter().all(|(path, _)| !path.contains("save.")), "the journal is removed");
    let before = desk.files();
    assert_eq!(desk.restarted().await.files(), before);
}
