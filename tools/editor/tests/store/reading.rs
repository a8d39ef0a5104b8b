//! What a store has.

use personal_page_editor::store::github::repository::Repository;
use personal_page_editor::store::github::store::GitHub as OnGitHub;
use personal_page_editor::store::{Store, StoreError, Version};
use serde_json::json;

use crate::github::GitHub;
use crate::native::{Clock, Native};
use crate::room::{HELLO, OTHER, Room};

fn paths(listed: &[personal_page_editor::store::Listed]) -> Vec<&str> {
    listed.iter().map(|file| file.path.as_str()).collect()
}

#[tokio::test]
async fn the_list_has_every_file_below_the_posts_and_no_other() {
    let room = Room::new();
    room.github.push(&[
        ("posts/trip/index.md", "A trip."),
        ("posts/trip/sea.jpg", "Sea."),
        ("site.toml", "title = \"A\""),
    ]);
    let listed = room.store().list().await.expect("a list");
    assert_eq!(paths(&listed), ["posts/bread.md", "posts/hello.md", "posts/trip/index.md", "posts/trip/sea.jpg"]);
    assert_eq!(listed[1].version, Version::of(HELLO.1.as_bytes()));
}

#[tokio::test]
async fn a_list_that_github_cuts_short_is_read_folder_by_folder() {
    let room = Room::new();
    let posts: Vec<(String, String)> =
        (0..40).map(|number| (format!("posts/2026/{}/{number}.md", number % 4), format!("Text {number}."))).collect();
    let posts: Vec<(&str, &str)> = posts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    room.github.push(&posts);
    room.github.change(&json!({ "truncated": 12 }));
    assert_eq!(room.store().list().await.expect("a list").len(), 42);
}

#[tokio::test]
async fn a_site_without_posts_has_an_empty_list() {
    let room = Room { github: GitHub::with(&[("site.toml", "title = \"A\"")]), clock: Clock::new() };
    assert_eq!(room.store().list().await, Ok(vec![]));
}

#[tokio::test]
async fn a_text_is_read_byte_for_byte_with_its_version() {
    let room = Room::new();
    let text = "\u{feff}+++\r\ntitle = \"ü 日本\"\r\n+++\r\n\r\nText.  \r\n";
    room.github.push(&[("posts/über & co/日本 #1.md", text)]);
    let file = room.store().read("posts/über & co/日本 #1.md").await.expect("a file");
    assert_eq!((file.bytes.as_slice(), file.version), (text.as_bytes(), Version::of(text.as_bytes())));
}

#[tokio::test]
async fn a_picture_of_three_megabytes_is_read() {
    let room = Room::new();
    let picture = "0123456789abcdef".repeat(200_000);
    room.github.push(&[("posts/sea.jpg", &picture)]);
    assert_eq!(room.store().read("posts/sea.jpg").await.expect("a file").bytes.len(), 3_200_000);
}

#[tokio::test]
async fn a_folder_and_a_file_that_is_not_there_are_told_apart_from_a_text() {
    let room = Room::new();
    for path in ["posts", "posts/nothing.md"] {
        let error = room.store().read(path).await.expect_err("no file");
        assert!(
            matches!(error, StoreError::NotFound(ref problem) if problem.message.contains("not on GitHub")),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_site_in_a_folder_of_the_repository_has_paths_below_that_folder() {
    let room = Room { github: GitHub::with(&[("web/posts/hello.md", "Hello."), OTHER]), clock: Clock::new() };
    let mut site = Repository::on_github(&room.github.repository).expect("a name");
    (site.api, site.folder) = (GitHub::base(), "web/".to_owned());
    let store = room.store_at(site);
    assert_eq!(paths(&store.list().await.expect("a list")), ["posts/hello.md"]);
    assert_eq!(store.read("posts/hello.md").await.expect("a file").bytes, b"Hello.");
    store.save(&crate::room::hello("x")).await.expect_err("the base is another");
}

#[tokio::test]
async fn a_renamed_repository_is_found_by_its_old_name() {
    let room = Room::new();
    let store = room.store();
    let new = format!("{}/journal", room.github.login);
    room.github.ask("rename", &json!({ "to": new }));
    assert_eq!(store.read(HELLO.0).await.expect("a file").bytes, HELLO.1.as_bytes());
    assert_eq!(store.access().await.expect("access").repository, new);
    let saved = store.save(&crate::room::hello("Renamed.")).await.expect("a save");
    assert!(saved.link.is_some_and(|link| link.contains(&new)));
}

#[tokio::test]
async fn without_a_token_a_public_repository_is_read_and_nothing_is_saved() {
    let room = Room::new();
    let site = Repository { api: GitHub::base(), ..Repository::on_github(&room.github.repository).expect("a name") };
    let store = OnGitHub::new(site, None, Native::new(), &room.clock);
    assert_eq!(store.list().await.expect("a list").len(), 2);
    assert_eq!(store.read(HELLO.0).await.expect("a file").bytes, HELLO.1.as_bytes());
    let error = store.save(&crate::room::hello("More.")).await.expect_err("no token");
    assert!(matches!(error, StoreError::Unauthorised(_)), "{error:?}");
    room.github.change(&json!({ "private": true }));
    assert!(matches!(store.list().await, Err(StoreError::NotFound(_))));
}
