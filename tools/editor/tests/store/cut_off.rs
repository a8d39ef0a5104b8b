//! Saves whose answer does not arrive.

use personal_page_editor::store::{Store, StoreError};
use serde_json::{Value, json};

use crate::room::{HELLO, OTHER, Room, hello, line};

const COMMIT: &str = "createCommitOnBranch";

fn fail(room: &Room, fault: Value) {
    let mut fault = fault;
    fault["on"] = json!(COMMIT);
    room.github.fail(&fault);
}

#[tokio::test]
async fn a_commit_whose_answer_was_cut_off_is_recognised_and_not_made_twice() {
    for cut in ["after", "within"] {
        let room = Room::new();
        fail(&room, json!({ "cut": cut }));
        let saved = room.store().save(&hello("More.")).await.expect("a save");
        assert_eq!(room.github.log(), ["Rewrite the first text", "Begin"], "{cut}");
        assert_eq!(saved.commit.as_deref(), room.github.ask("log", &json!({}))[0]["id"].as_str());
    }
}

#[tokio::test]
async fn it_is_recognised_if_others_have_pushed_since_to_the_same_file() {
    let room = Room::new();
    fail(&room, json!({ "cut": "after" }));
    let push = json!({ "repository": room.github.repository, "path": HELLO.0, "text": "Theirs, on top." });
    // The look at the new head comes after the push.
    room.github.fail(&json!({ "on": "repository", "after": 2, "push": push }));
    let saved = room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log(), ["Change posts/hello.md", "Rewrite the first text", "Begin"]);
    assert_eq!(saved.commit.as_deref(), room.github.ask("log", &json!({}))[1]["id"].as_str());
    assert_eq!(room.github.files()[1], line(HELLO.0, b"Theirs, on top."));
}

#[tokio::test]
async fn a_commit_of_another_is_not_taken_for_the_one_that_was_cut_off() {
    let room = Room::new();
    fail(&room, json!({ "cut": "before" }));
    let push = json!({ "repository": room.github.repository, "path": OTHER.0, "text": "Rye." });
    room.github.fail(&json!({ "on": "repository", "after": 2, "push": push }));
    room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log(), ["Rewrite the first text", "Change posts/bread.md", "Begin"]);
}

#[tokio::test]
async fn a_request_that_never_arrived_is_sent_again() {
    let room = Room::new();
    fail(&room, json!({ "cut": "before", "times": 3 }));
    room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log(), ["Rewrite the first text", "Begin"]);
}

#[tokio::test]
async fn a_commit_that_github_makes_late_is_not_made_twice() {
    for milliseconds in [1, 30, 200, 1_000] {
        let room = Room::new();
        fail(&room, json!({ "late": milliseconds }));
        room.store().save(&hello("More.")).await.expect("a save");
        tokio::time::sleep(std::time::Duration::from_millis(milliseconds + 300)).await;
        assert_eq!(room.github.log(), ["Rewrite the first text", "Begin"], "{milliseconds}");
    }
}

#[tokio::test]
async fn if_nothing_answers_any_more_it_is_uncertain_and_saving_again_finds_it() {
    let room = Room::new();
    fail(&room, json!({ "cut": "after" }));
    room.github.fail(&json!({ "on": "*", "after": 3, "times": 100, "cut": "before" }));
    let error = room.store().save(&hello("More.")).await.expect_err("no answer");
    assert!(matches!(error, StoreError::Uncertain(_)), "{error:?}");
    assert!(error.problem().remedy.starts_with("save again"));
    room.github.heal();
    let saved = room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(saved.files[0].0, HELLO.0);
    assert_eq!(room.github.log(), ["Rewrite the first text", "Begin"]);
}

#[tokio::test]
async fn a_refusal_after_a_cut_off_answer_does_not_say_that_nothing_was_saved() {
    let room = Room::new();
    fail(&room, json!({ "cut": "before" }));
    fail(&room, json!({ "status": 403, "message": "Resource not accessible by personal access token" }));
    let error = room.store().save(&hello("More.")).await.expect_err("refused");
    assert!(matches!(error, StoreError::Uncertain(_)), "{error:?}");
}

#[tokio::test]
async fn a_commit_that_was_made_is_saved_even_if_the_answer_has_an_error_beside_it() {
    let room = Room::new();
    fail(&room, json!({ "partly": "The address of the commit is not known." }));
    room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log(), ["Rewrite the first text", "Begin"]);
}

#[tokio::test]
async fn a_timeout_of_githubs_own_is_looked_into() {
    let room = Room::new();
    let timeout = "Something went wrong while executing your query. This may be the result of a timeout.";
    room.github.fail(&json!({ "on": COMMIT, "type": "INTERNAL", "message": timeout }));
    room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log(), ["Rewrite the first text", "Begin"]);
}
