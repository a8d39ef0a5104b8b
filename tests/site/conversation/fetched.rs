//! What `cargo site fetch` asks each service for, and what it stores.

use std::fs;

use serde_json::json;

use crate::conversation::host::{
    BLUESKY, GITHUB, MASTODON, Mirror, THREADS, WEBMENTION, face, project, replies, stored,
};

const MASTODON_ONLY: &str = "thread = \"https://mastodon.example/@alex/100\"";

#[track_caller]
fn are(found: &[[String; 3]], wanted: &[[&str; 3]]) {
    assert_eq!(found.iter().map(|it| it.each_ref().map(String::as_str)).collect::<Vec<_>>(), wanted);
}

#[test]
fn replies_on_mastodon_are_stored_with_their_answers_below_them() {
    let project = project(MASTODON_ONLY, "");
    let said = Mirror::recorded().fetch(&project);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let link = "<p><a href=\"https://mastodon.example/@alex\" rel=\"nofollow ugc\">@alex</a> Lovely, and \
                <a href=\"https://bea.example/notes/1\" rel=\"nofollow ugc\">https://bea.example/notes/1</a></p>";
    are(
        &replies(&project, 0),
        &[
            ["reply", "@bea@other.example", link],
            ["answer", "@alex@mastodon.example", "<p>Thank you!</p>"],
            ["answer", "@cem@mastodon.example", "<p>One level deeper.<br>Second line.</p>"],
            // What its author warns of is read there, and what is not for everyone is not stored.
            ["reply", "@dora@mastodon.example", "<p>Spoiler</p>"],
        ],
    );
    let thread = &stored(&project)["threads"][0];
    assert_eq!([&thread["likes"], &thread["reposts"]], [&json!(7), &json!(3)]);
    let first = &thread["replies"][0];
    assert_eq!(first["author"]["name"], "Bea :blobcat:");
    assert_eq!(first["date"], "2026-03-01T10:00:00Z");
    assert_eq!(first["url"], "https://other.example/@bea/101");
    assert!(said.out.ends_with("Replies: 4, texts: 1.\n"), "{}", said.out);
}

#[test]
fn replies_on_bluesky_keep_their_links_and_the_wishes_of_their_authors() {
    let project = project("thread = \"https://bsky.app/profile/alex.example/post/3ka\"", "");
    let mirror = Mirror::recorded();
    assert_eq!(mirror.fetch(&project).code, 0);
    let text = "<p>Größe matters, see <a href=\"https://bea.example/size\" rel=\"nofollow ugc\">bea.example/size</a></p>\
                <p>And &lt;b&gt;this&lt;/b&gt; too</p>";
    are(&replies(&project, 0), &[["reply", "@bea.example", text], ["answer", "@cem.bsky.example", "<p>I agree.</p>"]]);
    let thread = &stored(&project)["threads"][0];
    assert_eq!([&thread["likes"], &thread["reposts"]], [&json!(12), &json!(4)]);
    assert_eq!(thread["replies"][0]["url"], "https://bsky.app/profile/did:plc:bea/post/3kb");
    let asked = mirror.asked();
    assert!(asked[0].starts_with(&format!("GET {BLUESKY}?uri=at%3A%2F%2Falex.example%2Fapp.bsky.feed.post%2F3ka&")));
}

#[test]
fn a_discussion_is_asked_for_with_the_token_alone() {
    let project = project("thread = \"https://github.com/alex/site/discussions/4\"", "");
    let mirror = Mirror::recorded();
    let said = mirror.fetch(&project);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("GITHUB_TOKEN is not set"), "{}", said.err);
    assert!(mirror.asked().is_empty() && !project.path("conversation").exists());
    let said = mirror.fetch_with_token(&project);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    are(
        &replies(&project, 0),
        &[
            ["reply", "@octo@github.com", "<p>Try <code>cargo</code>:</p>\n<pre>cargo run</pre>"],
            ["answer", "@alex@github.com", "<p>It works.</p>"],
            ["reply", "@ghost@github.com", "<p>From an account that is gone.</p>"],
        ],
    );
    assert_eq!(stored(&project)["threads"][0]["more"], 2);
    let asked = mirror.asked();
    assert!(asked[0].starts_with(&format!("POST {GITHUB} ")) && asked[0].contains("\"number\":4"), "{}", asked[0]);
    let authorised = asked.iter().filter(|it| it.to_ascii_lowercase().contains("authorization: bearer a-token"));
    assert_eq!(authorised.count(), 1, "{asked:#?}");
}

#[test]
fn mentions_are_asked_for_by_the_address_of_each_published_text() {
    let project = project("", "[conversation]\nwebmention = true\n")
        .file("posts/soon.md", "+++\ntitle = \"Soon\"\ndate = 2026-03-01\ndraft = true\n+++\nI.\n")
        .file("posts/later.md", "+++\ntitle = \"Later\"\ndate = 2999-03-01\n+++\nI.\n");
    let mirror = Mirror::recorded();
    let said = mirror.fetch(&project);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    are(
        &replies(&project, 0),
        &[
            ["reply", "aaron.example", "<p>Good <em>point</em>.</p>"],
            ["mention", "gil.example", "<p>Links of the week</p>"],
        ],
    );
    let thread = &stored(&project)["threads"][0];
    assert_eq!([&thread["likes"], &thread["reposts"]], [&json!(1), &json!(1)]);
    let asked: Vec<String> = mirror.asked().into_iter().filter(|it| it.contains(WEBMENTION)).collect();
    assert_eq!(asked.len(), 1, "{asked:#?}");
    assert!(asked[0].contains("target=https%3A%2F%2Fme.example%2Fposts%2Fhello%2F&per-page=100&page=0 "));
}

#[test]
fn faces_become_small_pictures_without_their_metadata() {
    let project = project(MASTODON_ONLY, "");
    let mirror = Mirror::recorded()
        .with("/files.other.example/bea.png", face())
        .with("/files.mastodon.example/alex.png", "<!doctype html><script>alert(1)</script>")
        .answering("/files.mastodon.example/cem.png", &[("403 Forbidden", face())]);
    assert_eq!(mirror.fetch(&project).code, 0);
    let stored_faces = |project: &crate::tools::project::Project| {
        let stored = stored(project);
        let replies = stored["threads"][0]["replies"].as_array().expect("replies").clone();
        replies.iter().map(|it| it["author"]["avatar"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let faces = stored_faces(&project);
    let [Some(face), None, None, None] = &faces[..] else { panic!("{faces:?}") };
    let bytes = fs::read(project.path(format!("conversation/{face}"))).expect("a face");
    let picture = image::load_from_memory_with_format(&bytes, image::ImageFormat::WebP).expect("WebP");
    assert_eq!((picture.width(), picture.height()), (96, 96));
    // It is asked for once.
    let asked = mirror.asked().len();
    assert_eq!(mirror.fetch(&project).code, 0);
    assert_eq!(stored_faces(&project), faces);
    assert!(!mirror.asked()[asked..].iter().any(|it| it.contains("bea.png")));
}

#[test]
fn a_second_run_writes_the_same_bytes() {
    let project = project(THREADS, "[conversation]\nwebmention = true\n");
    let mirror = Mirror::recorded();
    assert_eq!(mirror.fetch_with_token(&project).code, 0);
    let before = project.text("conversation/posts/hello.json");
    assert_eq!(stored(&project)["threads"].as_array().map(Vec::len), Some(4));
    assert_eq!(mirror.fetch_with_token(&project).code, 0);
    assert_eq!(project.text("conversation/posts/hello.json"), before);
}

#[test]
fn a_site_without_threads_asks_nobody() {
    let project = project("", "");
    let mirror = Mirror::recorded();
    let said = mirror.fetch(&project);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out, "No text has a thread: there is nothing to fetch.\n");
    assert!(mirror.asked().is_empty() && !project.path("conversation").exists());
}

#[test]
fn a_thread_is_asked_for_where_it_is() {
    let project = project(MASTODON_ONLY, "");
    let mirror = Mirror::recorded();
    assert_eq!(mirror.fetch(&project).code, 0);
    let asked = mirror.asked();
    assert!(asked[0].starts_with(&format!("GET {MASTODON} ")), "{}", asked[0]);
    assert!(asked[1].starts_with(&format!("GET {MASTODON}/context ")), "{}", asked[1]);
    assert!(asked.iter().all(|it| it.to_ascii_lowercase().contains("user-agent: personal-page/")), "{asked:#?}");
}
