//! The token is nowhere but in one header of requests to the API.

use personal_page_editor::store::github::http::{Method, Request};
use personal_page_editor::store::github::token::Token;
use personal_page_editor::store::{Store, StoreError};
use serde_json::{Value, json};

use crate::room::{HELLO, Room, hello};

/// A server that repeats the token in its errors.
fn faults(token: &str) -> Vec<Value> {
    let mut faults = Vec::new();
    for on in ["repository", "createCommitOnBranch", "git/get-tree", "repos/get-content"] {
        for status in [400, 401, 403, 404, 409, 413, 422, 429, 451, 500, 503] {
            faults.push(json!({ "on": on, "status": status, "message": format!("No {token} here"), "times": 100 }));
        }
        for kind in ["FORBIDDEN", "NOT_FOUND", "STALE_DATA", "UNPROCESSABLE", "BRANCH_PROTECTION_RULE_VIOLATION", ""] {
            faults.push(json!({ "on": on, "type": kind, "message": format!("No {token} here"), "times": 100 }));
        }
        faults.push(json!({ "on": on, "cut": "before", "times": 100 }));
        faults.push(json!({ "on": on, "cut": "within", "times": 100 }));
    }
    faults.push(json!({ "on": "repository", "status": 403, "headers": { "x-github-sso": format!("required; url=https://x/{token}") }, "times": 9 }));
    faults
}

#[tokio::test]
async fn no_error_shows_the_token_even_if_the_server_repeats_it() {
    let room = Room::new();
    let mut seen = 0;
    for fault in faults(&room.github.token) {
        room.github.fail(&fault);
        let store = room.store();
        let errors = [
            store.list().await.err(),
            store.read(HELLO.0).await.err(),
            store.save(&hello("More.")).await.err(),
            store.deployment("main").await.err(),
        ];
        for error in errors.into_iter().flatten() {
            seen += 1;
            let told = format!("{error:?} {:?}", error.problem());
            assert!(!told.contains("5ecret"), "{fault}: {told}");
        }
        room.github.heal();
    }
    assert!(seen > 100, "{seen} errors");
}

#[tokio::test]
async fn the_token_is_in_no_address_and_in_one_header() {
    let room = Room::new();
    room.store().list().await.expect("a list");
    room.store().save(&hello("More.")).await.expect("a save");
    let requests = room.github.ask("requests", &json!({}));
    for request in requests.as_array().expect("requests") {
        assert!(!request["url"].to_string().contains("5ecret"), "{request}");
        for (name, value) in request["headers"].as_object().expect("headers") {
            assert!(name == "authorization" || !value.to_string().contains("5ecret"), "{name}: {value}");
        }
    }
}

#[tokio::test]
async fn the_token_goes_to_no_other_host() {
    let room = Room::new();
    let location = json!({ "location": "http://localhost:1/repos/elsewhere" });
    room.github.fail(&json!({ "on": "repos/get-content", "status": 301, "headers": location, "times": 9 }));
    let error = room.store().read(HELLO.0).await.expect_err("moved elsewhere");
    assert!(matches!(error, StoreError::NotFound(_)), "{error:?}");
    let prefix = json!({ "location": format!("{}.example.org/", crate::github::GitHub::base()) });
    room.github.fail(&json!({ "on": "repos/get-content", "status": 301, "headers": prefix, "times": 9 }));
    assert!(room.store().read(HELLO.0).await.is_err());
}

#[test]
fn a_token_and_a_request_with_it_show_no_token() {
    let token = Token::new(" github_pat_5ecret\n").expect("a token");
    let url = "https://api.github.com/graphql".to_owned();
    let request = Request { method: Method::Post, url, accept: "a", token: Some(token.clone()), body: None };
    assert!(!format!("{token:?} {request:?}").contains("5ecret"));
    assert_eq!(request.headers()[1], ("authorization", "Bearer github_pat_5ecret".to_owned()));
}

#[test]
fn what_is_no_token_is_refused_without_showing_it() {
    for pasted in ["", "  ", "5ecret with spaces", "5ecret\r\nx-other: header", "5ecret-ü"] {
        let error = Token::new(pasted).expect_err("no token");
        assert!(!format!("{error:?}").contains("5ecret"));
    }
}
