//! When a saved text is on the page.

use std::cell::Cell;

use personal_page_editor::store::github::deployment::{Deployment, State};
use serde_json::json;

use crate::room::Room;

const SHA: &str = "0123456789abcdef0123456789abcdef01234567";

fn run(room: &Room, path: &str, status: &str, conclusion: Option<&str>) {
    let run = json!({ "repository": room.github.repository, "head_sha": SHA, "path": path, "status": status, "conclusion": conclusion });
    room.github.ask("run", &run);
}

async fn state(room: &Room) -> State {
    room.store().deployment(SHA).await.expect("a deployment").state
}

#[tokio::test]
async fn a_commit_waits_is_built_and_is_live_at_the_sites_address() {
    let room = Room::new();
    let pages = ".github/workflows/pages.yml";
    room.github.change(&json!({ "pages": "https://ada.github.io/site/" }));
    let mut seen = Vec::new();
    let store = room.store();
    let tell = |now: &Deployment| {
        seen.push(now.state);
        match now.state {
            State::Waiting => run(&room, pages, "in_progress", None),
            _ => run(&room, pages, "completed", Some("success")),
        }
    };
    let last = store.until_deployed(SHA, || true, tell).await.expect("a deployment");
    assert_eq!(seen, [State::Waiting, State::Building, State::Live]);
    assert_eq!(last.site.as_deref(), Some("https://ada.github.io/site/"));
    assert!(last.run.is_some_and(|run| run.contains("/actions/runs/")));
}

#[tokio::test]
async fn nothing_is_sent_once_nobody_wants_to_know_as_after_the_token_was_forgotten() {
    let room = Room::new();
    let (store, is_wanted) = (room.store(), Cell::new(true));
    let last = store.until_deployed(SHA, || is_wanted.get(), |_| is_wanted.set(false)).await.expect("a look");
    assert_eq!(last.state, State::Waiting);
    let sent = |room: &Room| room.github.ask("requests", &json!({})).as_array().map(Vec::len);
    let after_one_look = sent(&room);
    store.until_deployed(SHA, || is_wanted.get(), |_| panic!("a look")).await.expect("no look");
    assert_eq!(sent(&room), after_one_look);
    room.store().deployment(SHA).await.expect("a look");
    assert_eq!(sent(&room), after_one_look.map(|requests| requests * 2), "the first was one look");
}

#[tokio::test]
async fn a_build_that_fails_says_so_and_one_that_is_superseded_does_not() {
    let room = Room::new();
    run(&room, ".github/workflows/pages.yml", "completed", Some("failure"));
    assert_eq!(state(&room).await, State::Failed);
    run(&room, ".github/workflows/pages.yml", "completed", Some("cancelled"));
    assert_eq!(state(&room).await, State::Cancelled);
}

#[tokio::test]
async fn other_workflows_of_the_commit_do_not_decide() {
    let room = Room::new();
    run(&room, ".github/workflows/pages.yml", "completed", Some("success"));
    run(&room, ".github/workflows/spelling.yml", "completed", Some("failure"));
    assert_eq!(state(&room).await, State::Live);
}

#[tokio::test]
async fn a_site_whose_address_may_not_be_seen_is_live_all_the_same() {
    let room = Room::new();
    run(&room, ".github/workflows/pages.yml", "completed", Some("success"));
    let deployment = room.store().deployment(SHA).await.expect("a deployment");
    assert_eq!((deployment.state, deployment.site), (State::Live, None));
}
