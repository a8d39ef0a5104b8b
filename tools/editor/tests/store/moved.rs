//! Saves while others push.

use personal_page_editor::store::{Save, Store, StoreError};
use serde_json::json;

use crate::room::{HELLO, OTHER, Room, hello, line, rewrite, write};

fn push(room: &Room, path: &str, text: &str, times: usize) {
    let push = json!({ "repository": room.github.repository, "path": path, "text": text });
    room.github.fail(&json!({ "on": "createCommitOnBranch", "times": times, "push": push }));
}

#[tokio::test]
async fn a_save_while_another_pushes_to_another_file_leaves_both() {
    let room = Room::new();
    push(&room, OTHER.0, "Rye.", 1);
    room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log(), ["Rewrite the first text", "Change posts/bread.md", "Begin"]);
    assert_eq!(room.github.files(), [line(OTHER.0, b"Rye."), line(HELLO.0, b"More.")]);
}

#[tokio::test]
async fn a_save_while_another_pushes_to_the_same_file_is_a_conflict_with_theirs() {
    let room = Room::new();
    push(&room, HELLO.0, "Theirs.", 1);
    let Err(StoreError::Conflict(conflicts)) = room.store().save(&hello("Ours.")).await else { panic!("no conflict") };
    assert_eq!(conflicts.len(), 1);
    let theirs = conflicts[0].theirs.clone().expect("their text");
    assert_eq!((theirs.path.as_str(), theirs.bytes.as_slice()), (HELLO.0, &b"Theirs."[..]));
    assert_eq!(room.github.log(), ["Change posts/hello.md", "Begin"]);
    // With theirs as the base, the merged text is saved.
    let merged = Save { changes: vec![rewrite((HELLO.0, "Theirs."), "Both.")], ..hello("") };
    room.store().save(&merged).await.expect("a save");
    assert_eq!(room.github.files()[1], line(HELLO.0, b"Both."));
}

#[tokio::test]
async fn a_text_that_another_has_deleted_is_a_conflict_without_theirs() {
    let room = Room::new();
    room.github.ask("push", &json!({ "deletions": [HELLO.0] }));
    let Err(StoreError::Conflict(conflicts)) = room.store().save(&hello("Ours.")).await else { panic!("no conflict") };
    assert_eq!((conflicts[0].path.as_str(), &conflicts[0].theirs), (HELLO.0, &None));
}

#[tokio::test]
async fn of_text_and_picture_neither_is_saved_if_one_is_in_conflict() {
    let room = Room::new();
    let changes = vec![rewrite(HELLO, "Ours."), rewrite(OTHER, "Ours, too.")];
    push(&room, OTHER.0, "Theirs.", 1);
    let error = room.store().save(&Save { changes, message: "Both".to_owned() }).await;
    assert!(matches!(error, Err(StoreError::Conflict(ref conflicts)) if conflicts.len() == 1), "{error:?}");
    assert_eq!(room.github.files()[1], line(HELLO.0, HELLO.1.as_bytes()));
}

#[tokio::test]
async fn a_head_that_moves_four_times_is_caught_up_with() {
    let room = Room::new();
    push(&room, OTHER.0, "Rye.", 4);
    room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log().len(), 6);
}

#[tokio::test]
async fn a_head_that_never_stands_still_ends_the_save_and_says_so() {
    let room = Room::new();
    push(&room, OTHER.0, "Rye.", 100);
    let error = room.store().save(&hello("More.")).await.expect_err("no end");
    assert!(error.problem().message.contains("others save to the same branch"), "{error:?}");
    assert!(!room.github.log().contains(&"Rewrite the first text".to_owned()));
}

#[tokio::test]
async fn files_that_already_have_what_is_saved_are_no_conflict() {
    // As after the picture was uploaded with GitHub's own page, or a text was pushed by git.
    let room = Room::new();
    let changes = || vec![rewrite(HELLO, "![The sea](sea.jpg)\n"), write("posts/sea.jpg", b"The sea.")];
    let save = |message: &str| Save { changes: changes(), message: message.to_owned() };
    room.github.push(&[("posts/sea.jpg", "The sea.")]);
    room.store().save(&save("Show the sea")).await.expect("a save");
    assert_eq!(room.github.log(), ["Show the sea", "Change", "Begin"]);
    assert!(room.github.files().contains(&line(HELLO.0, b"![The sea](sea.jpg)\n")));

    let room = Room::new();
    room.github.push(&[("posts/sea.jpg", "Another sea.")]);
    let Err(StoreError::Conflict(conflicts)) = room.store().save(&save("Show the sea")).await else { panic!("saved") };
    assert_eq!(conflicts.iter().map(|conflict| conflict.path.as_str()).collect::<Vec<_>>(), ["posts/sea.jpg"]);
}
