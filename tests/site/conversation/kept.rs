//! What a second `cargo site fetch` keeps, and what it removes.

use serde_json::{Value, json};

use crate::conversation::host::{
    BLUESKY, GITHUB, MASTODON, Mirror, THREADS, WEBMENTION, changed, face, project, recorded, replies, stored,
};

const CONTEXT: &str = "/mastodon.example/api/v1/statuses/100/context";

fn handles(project: &crate::tools::project::Project, thread: usize) -> Vec<String> {
    replies(project, thread).into_iter().map(|[_, handle, _]| handle).collect()
}

#[test]
fn what_was_deleted_there_is_deleted_here() {
    let project = project(THREADS, "");
    let mirror = Mirror::recorded().with("/files.other.example/bea.png", face());
    assert_eq!(mirror.fetch(&project).code, 0);
    let name = stored(&project)["threads"][0]["replies"][0]["author"]["avatar"].as_str().expect("a face").to_owned();
    let without = changed("mastodon-context.json", |context| {
        let replies = context["descendants"].as_array_mut().expect("replies");
        replies.retain(|reply| reply["id"] != "101");
    });
    let mirror = mirror.with(CONTEXT, without);
    assert_eq!(mirror.fetch(&project).code, 0);
    // The answers to it are now replies to the thread.
    assert_eq!(
        replies(&project, 0).iter().map(|[kind, handle, _]| format!("{kind} {handle}")).collect::<Vec<_>>(),
        ["reply @alex@mastodon.example", "answer @cem@mastodon.example", "reply @dora@mastodon.example"]
    );
    assert!(!project.path(format!("conversation/{name}")).exists());
    // The thread itself, on one service and then on the other.
    let mirror = mirror.answering(MASTODON, &[("404 Not Found", Vec::new())]);
    let said = mirror.fetch(&project);
    assert!(said.err.contains("https://mastodon.example/@alex/100: is gone, and its replies with it"), "{}", said.err);
    assert_eq!(handles(&project, 0), ["@bea.example", "@cem.bsky.example"]);
    let gone = json!({ "error": "NotFound", "message": "Post not found" }).to_string();
    let mirror = mirror.answering(BLUESKY, &[("400 Bad Request", gone.into_bytes())]);
    assert_eq!(mirror.fetch(&project).code, 0);
    assert!(!project.path("conversation/posts/hello.json").exists());
}

#[test]
fn a_service_that_does_not_answer_loses_nothing() {
    let project = project(THREADS, "");
    let mirror = Mirror::recorded();
    assert_eq!(mirror.fetch(&project).code, 0);
    let before = stored(&project);
    for (status, body) in [
        ("401 Unauthorized", Vec::new()),
        ("500 Internal Server Error\r\nRetry-After: 0", Vec::new()),
        ("200 OK", b"<!doctype html><title>We are moving</title>".to_vec()),
        ("200 OK", b"{}".to_vec()),
    ] {
        let mirror = Mirror::recorded().answering(MASTODON, &[(status, body)]);
        let said = mirror.fetch(&project);
        assert_eq!(said.code, 0);
        assert!(said.err.contains("Replies kept from before: 4"), "{status}: {}", said.err);
        assert_eq!(stored(&project), before, "{status}");
    }
}

#[test]
fn an_api_that_has_moved_loses_nothing_but_a_discussion_that_is_gone_does() {
    let project = project(THREADS, "[conversation]\nwebmention = true\n");
    assert_eq!(Mirror::recorded().fetch_with_token(&project).code, 0);
    let before = stored(&project);
    for status in ["404 Not Found", "410 Gone"] {
        let moved = [(status, Vec::new())];
        let mirror = Mirror::recorded().answering(WEBMENTION, &moved).answering(GITHUB, &moved);
        let said = mirror.fetch_with_token(&project);
        for kept in ["discussions/4: its host answers that", "posts/hello/: its host answers that"] {
            assert!(said.err.contains(kept), "{}", said.err);
        }
        assert_eq!(stored(&project), before, "{status}");
    }
    let gone = json!({ "data": { "repository": { "discussion": null } }, "errors": [{ "type": "NOT_FOUND" }] });
    let said = Mirror::recorded().with(GITHUB, gone.to_string()).fetch_with_token(&project);
    assert!(said.err.contains("discussions/4: is gone, and its replies with it"), "{}", said.err);
    assert_eq!(stored(&project)["threads"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_host_that_is_busy_is_asked_again_when_it_wants_to_be() {
    let busy = ("429 Too Many Requests\r\nRetry-After: 0", Vec::new());
    let mirror = Mirror::recorded().answering(MASTODON, &[busy, ("200 OK", recorded("mastodon-status.json"))]);
    let project = project("thread = \"https://mastodon.example/@alex/100\"", "");
    let said = mirror.fetch(&project);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(replies(&project, 0).len(), 4);
    // Not in an hour: this run would take as long.
    let later = ("503 Service Unavailable\r\nRetry-After: 3600", Vec::new());
    let mirror = Mirror::recorded().answering(MASTODON, &[later]);
    let said = mirror.fetch(&project);
    assert!(said.err.contains("its host answers 503. Replies kept from before: 4"), "{}", said.err);
    assert_eq!(mirror.asked().len(), 1);
}

#[test]
fn a_host_that_does_not_answer_is_asked_for_one_text_only() {
    let front = |id: u32| {
        let keys = format!("thread = \"https://mastodon.example/@alex/{id}\"");
        format!("+++\ntitle = \"No {id}\"\ndate = 2026-03-01\ndescription = \"Hi.\"\n{keys}\n+++\nWords.\n")
    };
    let project = project(THREADS, "").file("posts/one.md", front(101)).file("posts/two.md", front(102));
    let status = |id: u32| format!("/mastodon.example/api/v1/statuses/{id}");
    let down = || [("502 Bad Gateway\r\nRetry-After: 0", Vec::new())];
    let mirror = [100, 101, 102].into_iter().fold(Mirror::recorded(), |it, id| it.answering(&status(id), &down()));
    assert_eq!(mirror.fetch(&project).code, 0);
    let asked = mirror.asked().into_iter().filter(|it| it.contains("/mastodon.example/")).count();
    assert_eq!(asked, 3, "three attempts, for the first of the texts");
    assert_eq!(handles(&project, 0), ["@bea.example", "@cem.bsky.example"]);
}

#[test]
fn what_nothing_needs_is_removed_and_other_files_stay() {
    let project = project(THREADS, "")
        .file("conversation/posts/gone.json", "{\"threads\": []}")
        .file("conversation/0123456789abcdef.webp", "x")
        .file("conversation/README.md", "Mine.");
    assert_eq!(Mirror::recorded().fetch(&project).code, 0);
    assert!(!project.path("conversation/posts/gone.json").exists());
    assert!(!project.path("conversation/0123456789abcdef.webp").exists());
    assert_eq!(project.text("conversation/README.md"), "Mine.");
}

#[test]
fn a_text_with_a_mistake_keeps_its_conversation() {
    let project = project(THREADS, "");
    assert_eq!(Mirror::recorded().fetch(&project).code, 0);
    let before = stored(&project);
    let project = project.file("posts/hello.md", "+++\ntitle = \"Hello\ndate = 2026-03-01\n+++\nWords.\n");
    let said = Mirror::recorded().fetch(&project);
    assert!(said.err.contains("Some texts have mistakes"), "{}", said.err);
    assert_eq!(stored(&project), before);
}

#[test]
fn blocked_accounts_and_hosts_are_left_out_with_what_answers_them() {
    let stored_handles = |block: &str| {
        let project = project(THREADS, &format!("[conversation]\nblock = [{block}]\n"));
        assert_eq!(Mirror::recorded().fetch(&project).code, 0);
        let stored = stored(&project);
        let all = stored["threads"].as_array().expect("threads").iter().flat_map(|thread| {
            let replies = thread["replies"].as_array().cloned().unwrap_or_default();
            replies.into_iter().map(|it| it["author"]["handle"].clone())
        });
        all.collect::<Vec<Value>>()
    };
    assert_eq!(
        stored_handles("\"@Bea@other.example\""),
        ["@dora@mastodon.example", "@bea.example", "@cem.bsky.example"]
    );
    assert_eq!(stored_handles("\"bsky.example\"").last(), Some(&json!("@bea.example")));
    assert_eq!(stored_handles("\"sky.example\"").last(), Some(&json!("@cem.bsky.example")));
}
