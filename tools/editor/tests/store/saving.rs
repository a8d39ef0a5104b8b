//! A save is one commit.

use std::time::{Duration, Instant};

use personal_page_editor::store::{Change, Save, Store, StoreError, Version};
use serde_json::json;

use crate::github::GitHub;
use crate::native::Clock;
use crate::room::{HELLO, OTHER, Room, hello, line, rewrite, write};

#[tokio::test]
async fn a_changed_text_is_one_commit_with_the_message() {
    let room = Room::new();
    let save = Save { message: "Say more\n\nThe second paragraph was missing.".to_owned(), ..hello("More.\n") };
    let saved = room.store().save(&save).await.expect("a save");
    assert_eq!(room.github.log(), ["Say more\n\nThe second paragraph was missing.", "Begin"]);
    assert_eq!(room.github.files(), [line(OTHER.0, OTHER.1.as_bytes()), line(HELLO.0, b"More.\n")]);
    assert_eq!(saved.files, [(HELLO.0.to_owned(), Some(Version::of(b"More.\n")))]);
    let commit = room.github.ask("log", &json!({}))[0]["id"].as_str().map(str::to_owned);
    assert_eq!(saved.commit, commit);
    assert_eq!(
        saved.link,
        Some(format!("https://github.com/{}/commit/{}", room.github.repository, commit.unwrap_or_default()))
    );
}

#[tokio::test]
async fn five_megabytes_of_text_and_pictures_are_one_commit() {
    let room = Room::new();
    // Every byte there is, so that nothing is taken for text.
    let picture = |seed: usize| (0..500_000).map(|at| (at * 31 + seed * 7 + at / 256) as u8).collect::<Vec<u8>>();
    let mut changes = vec![rewrite(HELLO, "![The sea](sea-0.jpg)\n")];
    changes.extend((0..10).map(|number| write(&format!("posts/sea-{number}.jpg"), &picture(number))));
    let begun = Instant::now();
    room.store().save(&Save { changes, message: "Add ten pictures".to_owned() }).await.expect("a save");
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    assert_eq!(room.github.log(), ["Add ten pictures", "Begin"]);
    let files = room.github.files();
    assert_eq!(files.len(), 12);
    assert!(files.contains(&line("posts/sea-7.jpg", &picture(7))));
}

#[tokio::test]
async fn a_text_is_renamed_with_its_picture_and_another_is_deleted_in_the_same_commit() {
    let room = Room::new();
    room.github.push(&[("posts/sea.jpg", "The sea.")]);
    let base = |text: &str| Version::of(text.as_bytes());
    let changes = vec![
        Change::Rename { from: "posts/sea.jpg".to_owned(), to: "posts/hi/sea.jpg".to_owned(), base: base("The sea.") },
        Change::Delete { path: HELLO.0.to_owned(), base: base(HELLO.1) },
        write("posts/hi/index.md", b"Hi."),
        Change::Delete { path: OTHER.0.to_owned(), base: base(OTHER.1) },
    ];
    let saved = room.store().save(&Save { changes, message: "Rename".to_owned() }).await.expect("a save");
    assert_eq!(room.github.files(), [line("posts/hi/index.md", b"Hi."), line("posts/hi/sea.jpg", b"The sea.")]);
    assert_eq!(room.github.log(), ["Rename", "Change", "Begin"]);
    assert_eq!(saved.files[0], ("posts/sea.jpg".to_owned(), None));
    assert_eq!(saved.files[1], ("posts/hi/sea.jpg".to_owned(), Some(base("The sea."))));
}

#[tokio::test]
async fn saving_the_same_again_makes_no_second_commit() {
    let room = Room::new();
    let first = room.store().save(&hello("More.")).await.expect("a save");
    let second = room.store().save(&hello("More.")).await.expect("the same save");
    assert_eq!(room.github.log().len(), 2);
    assert_eq!(first.files, second.files);
}

#[tokio::test]
async fn a_new_text_does_not_replace_one_with_the_same_name() {
    let room = Room::new();
    let save = Save { changes: vec![write(OTHER.0, b"Another bread.")], message: "Add bread".to_owned() };
    let Err(StoreError::Conflict(conflicts)) = room.store().save(&save).await else { panic!("no conflict") };
    assert_eq!(conflicts[0].theirs.as_ref().map(|file| file.bytes.as_slice()), Some(OTHER.1.as_bytes()));
    assert_eq!(room.github.log(), ["Begin"]);
}

#[tokio::test]
async fn a_renamed_text_does_not_replace_another() {
    let room = Room::new();
    let rename = Change::Rename { from: HELLO.0.into(), to: OTHER.0.into(), base: Version::of(HELLO.1.as_bytes()) };
    let error = room.store().save(&Save { changes: vec![rename], message: "Rename".to_owned() }).await;
    assert!(matches!(error, Err(StoreError::Conflict(ref conflicts)) if conflicts[0].path == OTHER.0), "{error:?}");
    assert_eq!(room.github.log(), ["Begin"]);
}

#[tokio::test]
async fn a_path_outside_the_site_or_changed_twice_is_refused_before_anything_is_sent() {
    let room = Room::new();
    for path in ["../secrets", "posts//x.md", ".git/config", "posts/.GIT/hooks", "/posts/x.md", "", "posts/a\\b.md"] {
        let save = Save { changes: vec![write(path, b"x")], message: "Try".to_owned() };
        assert!(matches!(room.store().save(&save).await, Err(StoreError::Refused(_))), "{path}");
    }
    let twice = Save { changes: vec![rewrite(HELLO, "a"), rewrite(HELLO, "b")], message: "Try".to_owned() };
    assert!(matches!(room.store().save(&twice).await, Err(StoreError::Refused(_))));
    assert_eq!(room.github.ask("requests", &json!({})), json!([]));
}

#[tokio::test]
async fn more_than_github_takes_is_refused_before_anything_is_sent() {
    let room = Room::new();
    let save = Save { changes: vec![write("posts/film.mp4", &vec![0; 30_000_000])], message: "Add".to_owned() };
    let error = room.store().save(&save).await.expect_err("too large").problem();
    assert!(error.remedy.contains("fewer or smaller pictures"), "{error:?}");
    assert_eq!(room.github.ask("requests", &json!({})), json!([]));
}

#[tokio::test]
async fn a_site_on_another_branch_is_saved_there() {
    let room = Room { github: GitHub::alone(), clock: Clock::new() };
    room.github.repository(&room.github.repository, &[HELLO], &json!({ "branch": "pages" }));
    let saved = room.store().save(&hello("More.")).await;
    saved.expect("the default branch has any name");
    let log = room.github.ask("log", &json!({ "branch": "pages" }));
    assert_eq!(log.as_array().map(Vec::len), Some(2));
}
