//! Proposals: by somebody without rights, and by an author who wants a second look.

use std::future::pending;

use personal_page_editor::store::github::propose::{Proposal, Proposed, Pull};
use personal_page_editor::store::{Save, StoreError};
use serde_json::{Value, json};

use crate::github::GitHub;
use crate::native::Clock;
use crate::room::{HELLO, OTHER, Room, hello, line, rewrite, write};

fn proposal() -> Proposal {
    Proposal { branch: "edit/hello".into(), title: "Say more in Hello".into(), text: "It was short.".into() }
}

/// A site of somebody else, and a reader who may not push to it.
struct Visit {
    owner: GitHub,
    room: Room,
}

impl Visit {
    fn new() -> Self {
        Self { owner: GitHub::with(&[HELLO, OTHER]), room: Room { github: GitHub::alone(), clock: Clock::new() } }
    }

    async fn propose(&self, save: &Save) -> Result<Proposed, StoreError> {
        self.room.store_of(&self.owner.repository).propose(save, &proposal(), pending()).await
    }

    /// The messages of a branch of the fork.
    fn log(&self, branch: &str) -> Vec<String> {
        let log = self.room.github.ask("log", &json!({ "branch": branch }));
        log.as_array()
            .expect("commits")
            .iter()
            .filter_map(|commit| Some(commit["message"].as_str()?.to_owned()))
            .collect()
    }

    fn pulls(&self) -> Vec<Value> {
        let pulls = self.owner.ask("pulls", &json!({}));
        let of_owner = |pull: &&Value| pull["repository"] == self.owner.repository.as_str();
        pulls.as_array().expect("pull requests").iter().filter(of_owner).cloned().collect()
    }
}

#[tokio::test]
async fn a_reader_without_rights_proposes_by_a_fork_and_a_pull_request() {
    let visit = Visit::new();
    let proposed = visit.propose(&hello("More.")).await.expect("a proposal");
    assert_eq!(proposed.repository, visit.room.github.repository);
    assert_eq!(proposed.branch, "edit/hello");
    assert!(
        matches!(proposed.pull, Pull::Open { ref link, updated: false } if link.contains("/pull/")),
        "{proposed:?}"
    );
    assert_eq!(visit.log("edit/hello"), ["Rewrite the first text", "Begin"]);
    assert_eq!(visit.owner.log(), ["Begin"], "the site is as before");
    let pulls = visit.pulls();
    assert_eq!(pulls.len(), 1);
    assert_eq!((&pulls[0]["title"], &pulls[0]["body"]), (&json!("Say more in Hello"), &json!("It was short.")));
    assert_eq!(pulls[0]["base"], "main");
}

#[tokio::test]
async fn a_second_change_of_the_same_text_updates_the_open_proposal() {
    let visit = Visit::new();
    visit.propose(&hello("More.")).await.expect("a proposal");
    let more = Save { changes: vec![rewrite((HELLO.0, "More."), "Even more.")], message: "Say even more".to_owned() };
    let proposed = visit.propose(&more).await.expect("an update");
    assert!(matches!(proposed.pull, Pull::Open { updated: true, .. }), "{proposed:?}");
    assert_eq!(visit.log("edit/hello"), ["Say even more", "Rewrite the first text", "Begin"]);
    assert_eq!(visit.pulls().len(), 1);
}

#[tokio::test]
async fn a_second_change_of_a_text_with_a_picture_updates_the_open_proposal() {
    let visit = Visit::new();
    let picture = || write("posts/sea.jpg", b"The sea.");
    let changes = vec![rewrite(HELLO, "![](./sea.jpg)"), picture()];
    visit.propose(&Save { changes, message: "Show the sea".to_owned() }).await.expect("a proposal");
    // The picture is not saved yet as far as the author's draft knows.
    let changes = vec![rewrite((HELLO.0, "![](./sea.jpg)"), "![The sea](./sea.jpg)"), picture()];
    let proposed = visit.propose(&Save { changes, message: "Say what it shows".to_owned() }).await.expect("an update");
    assert!(matches!(proposed.pull, Pull::Open { updated: true, .. }), "{proposed:?}");
    assert_eq!(visit.log("edit/hello"), ["Say what it shows", "Show the sea", "Begin"]);
}

#[tokio::test]
async fn after_the_first_was_merged_or_closed_a_new_proposal_gets_a_new_branch() {
    let visit = Visit::new();
    visit.propose(&hello("More.")).await.expect("a proposal");
    visit.owner.ask("pull", &json!({ "number": visit.pulls()[0]["number"], "state": "closed" }));
    let proposed = visit.propose(&hello("Other words.")).await.expect("a second");
    assert_eq!(proposed.branch, "edit/hello-2");
    assert_eq!(visit.log("edit/hello-2"), ["Rewrite the first text", "Begin"]);
}

#[tokio::test]
async fn a_fork_that_is_behind_is_brought_up_to_date() {
    let visit = Visit::new();
    visit.propose(&hello("More.")).await.expect("a proposal");
    visit.owner.push(&[(OTHER.0, "Rye.")]);
    let other = Proposal { branch: "edit/bread".into(), ..proposal() };
    let save = Save { changes: vec![rewrite((OTHER.0, "Rye."), "Rye and salt.")], message: "Add salt".to_owned() };
    visit.room.store_of(&visit.owner.repository).propose(&save, &other, pending()).await.expect("a proposal");
    assert_eq!(visit.log("edit/bread"), ["Add salt", "Change", "Begin"]);
}

#[tokio::test]
async fn a_conflict_leaves_no_branch_behind() {
    let visit = Visit::new();
    visit.owner.push(&[(HELLO.0, "Theirs.")]);
    let error = visit.propose(&hello("Ours.")).await;
    assert!(matches!(error, Err(StoreError::Conflict(_))), "{error:?}");
    assert_eq!(visit.room.github.ask("branches", &json!({})), json!(["main"]));
}

#[tokio::test]
async fn an_author_proposes_on_a_protected_branch_without_a_fork() {
    let room = Room::new();
    room.github.change(&json!({ "protection": "ruleset" }));
    let proposed = room.store().propose(&hello("More."), &proposal(), pending()).await.expect("a proposal");
    assert_eq!(proposed.repository, room.github.repository);
    assert_eq!(room.github.log(), ["Begin"]);
    assert_eq!(room.github.ask("branches", &json!({})), json!(["edit/hello", "main"]));
}

#[tokio::test]
async fn a_token_that_may_not_fork_is_told_of_other_ways() {
    let visit = Visit::new();
    visit.room.github.token(&json!({ "repositories": [] }));
    let error = visit.propose(&hello("More.")).await.expect_err("no fork");
    let remedy = error.problem().remedy;
    assert!(matches!(error, StoreError::Forbidden(_)), "{error:?}");
    assert!(remedy.contains("/settings/tokens/new?scopes=public_repo"), "{remedy}");
    assert!(remedy.contains("/edit/main/posts/hello.md"), "{remedy}");
}

#[tokio::test]
async fn a_token_that_may_not_open_pull_requests_gets_the_form_with_all_filled_in() {
    let visit = Visit::new();
    visit.room.github.fail(
        &json!({ "on": "pulls/create", "status": 403, "message": "Resource not accessible by personal access token" }),
    );
    let proposed = visit.propose(&hello("More.")).await.expect("a proposal");
    let Pull::Form { link } = proposed.pull else { panic!("{:?}", proposed.pull) };
    let head = format!("compare/main...{}:edit/hello?expand=1&title=Say%20more%20in%20Hello", visit.room.github.login);
    assert!(link.contains(&head), "{link}");
    assert_eq!(visit.log("edit/hello").len(), 2);
}

#[tokio::test]
async fn whatever_is_cut_off_there_is_one_branch_one_commit_and_one_pull_request() {
    for on in ["repos/create-fork", "git/create-ref", "createCommitOnBranch", "pulls/create"] {
        for cut in ["before", "after", "within"] {
            let visit = Visit::new();
            visit.room.github.fail(&json!({ "on": on, "cut": cut }));
            visit.propose(&hello("More.")).await.unwrap_or_else(|error| panic!("{on} {cut}: {error:?}"));
            assert_eq!(visit.log("edit/hello"), ["Rewrite the first text", "Begin"], "{on} {cut}");
            assert_eq!(visit.room.github.ask("branches", &json!({})), json!(["edit/hello", "main"]), "{on} {cut}");
            assert_eq!(visit.pulls().len(), 1, "{on} {cut}");
            assert_eq!(visit.owner.log(), ["Begin"]);
        }
    }
}

#[tokio::test]
async fn a_proposal_that_was_given_up_goes_on_where_it_was() {
    for on in ["git/create-ref", "createCommitOnBranch", "pulls/list"] {
        let visit = Visit::new();
        visit.room.github.fail(&json!({ "on": on, "cut": "after" }));
        visit.room.github.fail(&json!({ "on": "*", "after": 8, "times": 100, "status": 503 }));
        let first = visit.propose(&hello("More.")).await;
        visit.room.github.heal();
        visit.propose(&hello("More.")).await.unwrap_or_else(|error| panic!("{on}, after {first:?}: {error:?}"));
        assert_eq!(visit.log("edit/hello"), ["Rewrite the first text", "Begin"], "{on}");
        assert_eq!(visit.room.github.ask("branches", &json!({})), json!(["edit/hello", "main"]), "{on}");
        assert_eq!(visit.pulls().len(), 1, "{on}");
    }
}

#[tokio::test]
async fn a_branch_of_another_with_the_same_name_is_left_alone() {
    let room = Room::new();
    room.github.ask("push", &json!({ "branch": "edit/hello", "files": [{ "path": HELLO.0, "text": "Theirs." }] }));
    let proposed = room.store().propose(&hello("Ours."), &proposal(), pending()).await.expect("a proposal");
    assert_eq!(proposed.branch, "edit/hello-2");
    let theirs = room.github.ask("files", &json!({ "branch": "edit/hello" }));
    assert_eq!(format!("{} {}", HELLO.0, theirs[HELLO.0].as_str().unwrap_or_default()), line(HELLO.0, b"Theirs."));
}
