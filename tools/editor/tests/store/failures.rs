//! What GitHub refuses: the author is told what to do, and nothing is saved.

use personal_page_editor::store::{Saved, Store, StoreError};
use serde_json::{Value, json};

use crate::native::NOW_S;
use crate::room::{Room, hello};

const COMMIT: &str = "createCommitOnBranch";

/// Saves, and returns the error, of which nothing is in the repository.
async fn refused(room: &Room) -> StoreError {
    let before = room.github.log();
    let error = room.store().save(&hello("More.")).await.expect_err("the save fails");
    assert_eq!(room.github.log(), before, "{error:?}");
    error
}

/// Saves once the failure is over.
async fn saved(room: &Room) -> Saved {
    let saved = room.store().save(&hello("More.")).await.expect("a save");
    assert_eq!(room.github.log().len(), 2);
    saved
}

async fn refused_by(fault: Value) -> (Room, StoreError) {
    let room = Room::new();
    room.github.fail(&fault);
    let error = refused(&room).await;
    (room, error)
}

#[tokio::test]
async fn a_token_that_has_expired_is_made_anew() {
    let room = Room::new();
    room.github.token(&json!({ "expired": true }));
    let error = refused(&room).await;
    assert!(matches!(error, StoreError::Unauthorised(_)), "{error:?}");
    assert_eq!(
        error.problem().remedy,
        "open https://github.com/settings/personal-access-tokens, generate the token again, and enter it here"
    );
}

#[tokio::test]
async fn a_token_that_may_not_write_contents_is_told_the_box_to_tick() {
    let room = Room::new();
    room.github.token(&json!({ "repositories": [] }));
    let error = refused(&room).await;
    assert!(matches!(error, StoreError::Forbidden(_)), "{error:?}");
    let remedy = error.problem().remedy;
    assert!(
        remedy.contains("/settings/personal-access-tokens") && remedy.contains("Contents: Read and write"),
        "{remedy}"
    );
}

#[tokio::test]
async fn an_organisation_with_single_sign_on_says_where_to_sign_on() {
    let room = Room::new();
    room.github.token(&json!({ "sso": "https://github.com/orgs/bakers/sso?authorization_request=A1" }));
    let remedy = refused(&room).await.problem().remedy;
    assert_eq!(remedy, "open https://github.com/orgs/bakers/sso?authorization_request=A1, sign on, and save again");
}

#[tokio::test]
async fn a_repository_that_is_not_there_or_hidden_is_not_found() {
    let room = Room::new();
    let error = room.store_of("nobody/nothing").save(&hello("More.")).await.expect_err("no repository");
    assert!(matches!(error, StoreError::NotFound(_)), "{error:?}");
    assert!(error.problem().remedy.contains("correct its name in site.toml"), "{error:?}");
}

#[tokio::test]
async fn an_archived_repository_says_where_to_unarchive_it() {
    let room = Room::new();
    room.github.change(&json!({ "archived": true }));
    assert!(refused(&room).await.problem().remedy.contains("Unarchive this repository"));
}

#[tokio::test]
async fn an_empty_repository_needs_a_first_push() {
    let room = Room::new();
    let empty = format!("{}/empty", room.github.login);
    room.github.repository(&empty, &[], &json!({}));
    let error = room.store_of(&empty).save(&hello("More.")).await.expect_err("no branch");
    assert!(error.problem().message.contains("empty"), "{error:?}");
    assert!(room.store_of(&empty).list().await.is_err());
}

#[tokio::test]
async fn both_kinds_of_protection_offer_to_propose() {
    for protection in ["classic", "ruleset"] {
        let room = Room::new();
        room.github.change(&json!({ "protection": protection }));
        let error = refused(&room).await;
        assert!(matches!(error, StoreError::Protected(_)), "{protection}: {error:?}");
        assert!(error.problem().remedy.starts_with("propose the change"));
    }
}

#[tokio::test]
async fn a_short_limit_is_waited_for() {
    let room = Room::new();
    let limit = json!({ "on": COMMIT, "status": 403, "headers": { "retry-after": "7" }, "message": "You have exceeded a secondary rate limit." });
    room.github.fail(&limit);
    saved(&room).await;
    assert!(room.clock.paused.get() >= 7_000, "{}", room.clock.paused.get());
}

#[tokio::test]
async fn a_long_limit_is_told_in_seconds() {
    let limit = json!({ "on": COMMIT, "status": 429, "headers": { "retry-after": "900" } });
    let (room, error) = refused_by(limit).await;
    assert_eq!(error, StoreError::Limited { retry_after_s: 900 });
    assert!(error.problem().remedy.starts_with("wait 15 minutes"), "{error:?}");
    saved(&room).await;
}

#[tokio::test]
async fn the_end_of_the_hourly_limit_is_told_in_seconds() {
    let reset = (NOW_S + 1_800).to_string();
    let headers = json!({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
    let limit = json!({ "on": "repository", "status": 403, "headers": headers, "message": "API rate limit exceeded for user ID 1." });
    let (_, error) = refused_by(limit).await;
    assert_eq!(error, StoreError::Limited { retry_after_s: 1_800 });
}

#[tokio::test]
async fn a_limit_that_graphql_tells_is_a_limit() {
    let limit = json!({ "on": COMMIT, "type": "RATE_LIMITED", "message": "API rate limit exceeded" });
    assert_eq!(refused_by(limit).await.1, StoreError::Limited { retry_after_s: 60 });
}

#[tokio::test]
async fn other_refusals_say_what_github_says() {
    for status in [400, 405, 409, 410, 415, 422, 451] {
        let (room, error) = refused_by(json!({ "on": COMMIT, "status": status, "message": "The reason" })).await;
        assert!(
            matches!(error, StoreError::Refused(ref problem) if problem.message.contains("The reason")),
            "{error:?}"
        );
        saved(&room).await;
    }
}

#[tokio::test]
async fn a_server_that_fails_twice_is_asked_again() {
    for status in [500, 502, 503, 504] {
        let room = Room::new();
        room.github.fail(&json!({ "on": "repository", "status": status, "times": 2 }));
        room.github.fail(&json!({ "on": COMMIT, "status": status, "times": 2 }));
        saved(&room).await;
    }
}

#[tokio::test]
async fn a_server_that_always_fails_is_told_as_such_before_anything_is_sent() {
    let (_, error) =
        refused_by(json!({ "on": "repository", "status": 502, "times": 100, "message": "Bad gateway" })).await;
    assert_eq!(error, StoreError::Server { status: 502, message: "Bad gateway".to_owned() });
}

#[tokio::test]
async fn no_answer_within_the_limit_of_time_ends_the_save() {
    let room = Room::new();
    room.clock.hurry.set(300);
    room.github.fail(&json!({ "on": "repository", "slow": 3_000, "times": 100 }));
    let error = refused(&room).await;
    assert!(matches!(error, StoreError::Unreachable(_)), "{error:?}");
}

#[tokio::test]
async fn a_save_is_cancelled_before_anything_is_sent() {
    let room = Room::new();
    let cancelled = room.store().save_unless(&hello("More."), async {}).await;
    // The save is looked at first, and waits for its first answer.
    assert_eq!(cancelled, Err(StoreError::Cancelled));
    assert_eq!(room.github.log(), ["Begin"]);
}

#[tokio::test]
async fn a_cancelled_save_that_was_sent_is_not_called_unsaved() {
    let room = Room::new();
    room.github.fail(&json!({ "on": COMMIT, "slow": 2_000 }));
    let cancel = async {
        let sent = || room.github.ask("requests", &json!({})).to_string().contains(COMMIT);
        while !sent() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let error = room.store().save_unless(&hello("More."), cancel).await.expect_err("cancelled");
    assert!(matches!(error, StoreError::Uncertain(_)), "{error:?}");
    saved(&room).await;
}
