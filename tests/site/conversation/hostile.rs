//! Services and people that mean harm.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::conversation::host::{MASTODON, Mirror, WEBMENTION, changed, project, recorded, replies, stored};

const CONTEXT: &str = "/mastodon.example/api/v1/statuses/100/context";
const KEYS: &str = "thread = \"https://mastodon.example/@alex/100\"";

/// The replies when the context is changed by `change`.
fn with(change: impl FnOnce(&mut Vec<Value>)) -> crate::tools::project::Project {
    let context = changed("mastodon-context.json", |context| {
        change(context["descendants"].as_array_mut().expect("replies"));
    });
    let project = project(KEYS, "");
    let said = Mirror::recorded().with(CONTEXT, context).fetch(&project);
    assert_eq!(said.code, 0, "{}", said.err);
    project
}

#[test]
fn a_mention_is_from_the_host_that_has_it_whatever_it_says_of_its_author() {
    let claims = changed("webmention.json", |mentions| {
        let mention = &mut mentions["children"][0];
        mention["wm-source"] = json!("https://spam.example/1");
        mention["url"] = json!("https://aaron.example/2026/03/reply");
        mention["author"]["url"] = json!("https://aaron.example/");
    });
    let handles = |block: &str| {
        let project = project("", &format!("[conversation]\nwebmention = true\nblock = [{block}]\n"));
        assert_eq!(Mirror::recorded().with(WEBMENTION, claims.clone()).fetch(&project).code, 0);
        replies(&project, 0).into_iter().map(|[_, handle, _]| handle).collect::<Vec<_>>()
    };
    assert_eq!(handles(""), ["spam.example", "gil.example"]);
    assert_eq!(handles("\"spam.example\""), ["gil.example"]);
}

#[test]
fn scripts_and_addresses_that_run_are_not_stored() {
    let project = with(|replies| {
        replies[0]["content"] = json!("<p onclick=\"x()\">Hi<script>x()</script><img src=x onerror=x()></p>");
        replies[0]["account"]["display_name"] = json!("<b>Al</b>\u{202e}ex\n::error::x");
        replies[0]["account"]["url"] = json!("javascript:x()");
        replies[0]["account"]["avatar_static"] = json!("https://127.0.0.1/x.png");
        replies[1]["url"] = json!("data:text/html,x");
        replies[1]["uri"] = json!(null);
        replies[2]["created_at"] = json!("soon");
    });
    let replies = stored(&project)["threads"][0]["replies"].as_array().expect("replies").clone();
    let alex = replies.iter().find(|it| it["html"] == "<p>Hi</p>").expect("the reply");
    assert_eq!(alex["author"]["name"], "<b>Al</b> ex ::error::x");
    assert_eq!([&alex["author"]["url"], &alex["author"]["avatar"]], [&Value::Null, &Value::Null]);
    assert!(replies.iter().all(|it| it["author"]["handle"] != "@bea@other.example"));
    let cem = replies.iter().find(|it| it["author"]["name"] == "Cem").expect("the reply");
    assert_eq!(cem["date"], Value::Null);
}

#[test]
fn a_circle_of_replies_is_shown_once_and_ends() {
    let project = with(|replies| {
        replies[1]["in_reply_to_id"] = json!("103");
        replies[3]["in_reply_to_id"] = json!("104");
        let again = replies[0].clone();
        replies.push(again);
    });
    let mut handles: Vec<String> = replies(&project, 0).into_iter().map(|[_, handle, _]| handle).collect();
    handles.sort();
    assert_eq!(
        handles,
        ["@alex@mastodon.example", "@bea@other.example", "@cem@mastodon.example", "@dora@mastodon.example"]
    );
}

#[test]
fn of_very_many_replies_the_first_are_kept_and_the_others_counted() {
    let start = Instant::now();
    let project = with(|replies| {
        let one = replies[0].clone();
        *replies = (0..4_000)
            .map(|number| {
                let mut reply = one.clone();
                reply["id"] = json!(format!("{}", 1_000 + number));
                // A chain: each answers the one before.
                reply["in_reply_to_id"] = json!(format!("{}", 999 + number));
                reply
            })
            .collect();
    });
    assert_eq!(replies(&project, 0).len(), 100);
    assert_eq!(stored(&project)["threads"][0]["more"], 3_900);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn an_answer_without_end_is_refused_and_nothing_is_lost() {
    let project = with(|_| ());
    let before = stored(&project);
    let mut giant = recorded("mastodon-context.json");
    giant.extend(vec![b' '; 9_000_000]);
    let deep = "[".repeat(200_000).into_bytes();
    for (body, why) in [(giant, "longer than 8 MB"), (deep, "the answer is no JSON")] {
        let said = Mirror::recorded().with(CONTEXT, body).fetch(&project);
        assert_eq!(said.code, 0);
        assert!(said.err.contains(why), "{}", said.err);
        assert_eq!(stored(&project), before);
    }
}

#[test]
fn a_long_text_is_cut() {
    let project = with(|replies| {
        replies[0]["content"] = json!("<p>Größe &amp; more</p>".repeat(100_000));
        replies[1]["content"] = json!("<blockquote>".repeat(100_000));
    });
    for [_, handle, html] in replies(&project, 0) {
        assert!(html.len() < 20_000, "{handle}: {}", html.len());
    }
}

#[test]
fn nothing_a_service_says_controls_the_terminal() {
    let mirror = Mirror::recorded().answering(MASTODON, &[("200 OK", b"\x1b[2J\n::error::x".to_vec())]);
    let said = mirror.fetch(&project(KEYS, ""));
    assert!(said.err.lines().all(|line| !line.contains(char::is_control) && !line.starts_with("::")), "{:?}", said.err);
}

#[test]
fn a_redirect_to_itself_ends() {
    let path = format!("302 Found\r\nLocation: {MASTODON}");
    let mirror = Mirror::recorded().answering(MASTODON, &[(&path, Vec::new())]);
    let said = mirror.fetch(&project(KEYS, ""));
    assert_eq!(said.code, 0);
    assert!(said.err.contains("too many redirects"), "{}", said.err);
}
