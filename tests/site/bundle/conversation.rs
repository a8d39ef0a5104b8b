//! How a conversation is shown below its text.

use crate::bundle::site::{Built, Site};

const FILE: &str = "conversation/posts/hello.json";
const FACE: &str = "conversation/0123456789abcdef.webp";

const STORED: &str = r#"{
  "threads": [
    {
      "thread": "https://mastodon.example/@alex/100",
      "likes": 7,
      "more": 2,
      "replies": [
        {
          "kind": "reply",
          "author": { "name": "Bea", "handle": "@bea@other.example", "url": "https://other.example/@bea" },
          "date": "2026-03-01T23:30:00Z",
          "url": "https://other.example/@bea/101",
          "html": "<p>Lovely.</p>"
        },
        {
          "kind": "answer",
          "author": { "name": "Alex", "handle": "@alex@mastodon.example" },
          "url": "https://mastodon.example/@alex/102",
          "html": "<p>Thank you!</p>"
        }
      ]
    },
    {
      "replies": [
        {
          "kind": "mention",
          "author": { "name": "Gil" },
          "url": "https://gil.example/weekly/12"
        }
      ]
    }
  ]
}
"#;

fn site(keys: &str, config: &str) -> Site {
    let keys = format!("title = \"Hello\"\ndate = 2025-03-01\ndescription = \"Hi.\"\n{keys}");
    Site::new().config(config).post_with("hello.md", &keys, "Words.")
}

const THREAD: &str = "thread = \"https://mastodon.example/@alex/100\"";

/// The section with the conversation; empty if there is none.
fn section(built: &Built) -> String {
    let html = built.text("posts/hello/index.html");
    let Some((_, section)) = html.split_once("<section class=\"conversation\">") else { return String::new() };
    section.split_once("</section>").expect("its end").0.to_owned()
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

fn face(size: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(size, size).write_to(&mut bytes, image::ImageFormat::WebP).expect("a picture");
    bytes.into_inner()
}

#[test]
fn a_text_shows_what_was_said_with_each_answer_below_its_reply() {
    let html = section(&site(THREAD, "timezone = \"Europe/Berlin\"\n").file(FILE, STORED).bundle());
    has(
        &html,
        &[
            "<h2>Conversation</h2>",
            "href=\"https://mastodon.example/@alex/100\">Reply on mastodon.example</a>",
            "<span>7 likes</span>",
            "<a class=\"p-name u-url\" rel=\"external nofollow ugc\" href=\"https://other.example/@bea\"><bdi>Bea</bdi></a> \
             <bdi class=\"handle\">@bea@other.example</bdi>",
            // In the time zone of the site.
            "<time class=\"dt-published\" datetime=\"2026-03-01T23:30:00Z\">2 Mar 2026</time>",
            "<div class=\"e-content\" dir=\"auto\"><p>Lovely.</p></div><ol><li class=\"u-comment h-cite\">",
            "<p>Thank you!</p></div></li></ol></li></ol>",
            "href=\"https://mastodon.example/@alex/100\">2 more replies</a>",
        ],
    );
    assert!(!html.contains("Gil"), "mentions are not asked for: {html}");
}

#[test]
fn mentions_are_shown_if_the_owner_asks_for_them() {
    let html = section(&site("", "[conversation]\nwebmention = true\n").file(FILE, STORED).bundle());
    has(&html, &["<bdi class=\"p-name\">Gil</bdi>", "<bdi>gil.example</bdi></a> <span>Mention</span>"]);
    assert!(!html.contains("Bea") && !html.contains("Reply on"), "{html}");
}

#[test]
fn a_thread_without_replies_is_a_link_to_reply() {
    let html = section(&site(THREAD, "").bundle());
    has(&html, &[">Reply on mastodon.example</a>"]);
    assert!(!html.contains("<ol"), "{html}");
}

#[test]
fn a_thread_is_the_same_however_its_host_is_written() {
    let thread = "thread = [\"https://Mastodon.example/@alex/100\", \"https://mastodon.example/@alex/100\"]";
    let html = section(&site(thread, "").file(FILE, STORED).bundle());
    has(&html, &["<p>Lovely.</p>"]);
    assert_eq!(html.matches("Reply on").count(), 1, "{html}");
}

#[test]
fn a_text_without_a_thread_has_the_bytes_it_had() {
    let plain = site("", "").bundle();
    let stored = site("", "").file(FILE, STORED).file(FACE, face(96)).bundle();
    assert_eq!(stored.files(), plain.files());
    let html = plain.text("posts/hello/index.html");
    assert!(!html.contains("conversation") && !html.contains("commenter"), "{html}");
}

#[test]
fn a_face_is_a_file_of_this_site_and_shifts_no_line() {
    let with = STORED.replace("\"name\": \"Bea\"", "\"avatar\": \"0123456789abcdef.webp\", \"name\": \"Bea\"");
    let built = site(THREAD, "").base("/repo/").file(FILE, &with).file(FACE, face(96)).bundle();
    let img =
        "<img class=\"u-photo\" src=\"/repo/conversation/0123456789abcdef.webp\" width=\"48\" height=\"48\" alt=\"\"";
    has(&section(&built), &[img]);
    assert_eq!(built.bytes(FACE), face(96));
    for (content, why) in [(face(97), "is no WebP picture of 96 pixels"), (b"<html>".to_vec(), "is no WebP picture")] {
        let mistakes = site(THREAD, "").file(FILE, &with).file(FACE, content).mistakes();
        assert!(mistakes[0].starts_with(FILE) && mistakes[0].contains(why), "{mistakes:?}");
    }
    assert!(site(THREAD, "").file(FILE, &with).mistakes()[0].contains("0123456789abcdef.webp\" cannot be read"));
}

#[test]
fn what_stands_in_the_file_is_cleaned_again() {
    let evil = STORED
        .replace("<p>Lovely.</p>", "<p onclick='x()'>Lovely.<script>x()</script></p></section><iframe src='//x'>")
        .replace("\"Bea\"", "\"<img src=x onerror=x()>\\u202e\"");
    let html = section(&site(THREAD, "").file(FILE, evil).bundle());
    has(&html, &["<p>Lovely.</p>", "&lt;img src=x onerror=x()&gt;", "Thank you!"]);
    for part in ["onclick", "<script", "<iframe", "\u{202e}"] {
        assert!(!html.contains(part), "{part} is in {html}");
    }
}

#[test]
fn a_file_that_is_no_conversation_is_an_error_with_its_line() {
    for (from, to, line, why) in [
        ("https://other.example/@bea/101", "javascript:x()", 12, "\"javascript:x()\" is no address on the web"),
        ("2026-03-01T23:30:00Z", "soon", 11, "\"soon\" is no time"),
        ("\"kind\": \"mention\"", "\"kind\": \"shout\"", 26, "unknown variant `shout`"),
        ("\"likes\": 7", "\"like\": 7", 5, "unknown field `like`"),
        (
            "\"name\": \"Bea\"",
            "\"name\": \"Bea\", \"avatar\": \"../x.webp\"",
            10,
            "\"../x.webp\" is no name of a picture",
        ),
    ] {
        let mistakes = site(THREAD, "").file(FILE, STORED.replace(from, to)).mistakes();
        let start = format!("{FILE}:{line}: this is no conversation: {why}");
        assert!(mistakes[0].starts_with(&start), "{start}: {mistakes:?}");
        assert!(mistakes[0].ends_with("— delete it, and run `cargo site fetch`"), "{mistakes:?}");
    }
    let built = site(THREAD, "").lenient().file(FILE, "{").bundle();
    assert_eq!(built.warnings().len(), 1);
}

#[test]
fn a_block_list_acts_at_once_on_what_is_stored() {
    let config = "[conversation]\nblock = [\"other.example\"]\n";
    let html = section(&site(THREAD, config).file(FILE, STORED).bundle());
    assert!(!html.contains("Bea") && !html.contains("Thank you!"), "{html}");
    let html = section(&site(THREAD, "[conversation]\nmax = 1\n").file(FILE, STORED).bundle());
    assert!(html.contains("Bea") && !html.contains("Thank you!") && html.contains("3 more replies"), "{html}");
}

#[test]
fn a_wrong_thread_or_setting_is_an_error_with_a_remedy() {
    let mistakes = site("thread = \"https://mastodon.example/@alex\"", "").mistakes();
    let wanted = "posts/hello.md:5: \"https://mastodon.example/@alex\" is not the address of a thread — write \
                  thread = \"https://mastodon.example/@alex/123\", or the address of a post on bsky.app or a discussion \
                  on github.com";
    assert_eq!(mistakes, [wanted]);
    for (config, why) in [
        ("max = 501", "\"max\" is not a number up to 500"),
        ("block = [\"spam\"]", "\"spam\" in \"block\" is neither an account nor a host"),
        ("block = [\"@spam\"]", "\"@spam\" in \"block\" is neither an account nor a host"),
        ("webmentions = true", "unknown key \"conversation.webmentions\" — did you mean \"webmention\"?"),
    ] {
        let mistakes = site("", &format!("[conversation]\n{config}\n")).mistakes();
        assert!(mistakes[0].contains(why), "{mistakes:?}");
    }
}

#[test]
fn the_page_asks_no_other_host() {
    let html = site(THREAD, "").file(FILE, STORED).bundle().text("posts/hello/index.html");
    let plain = site("", "").bundle().text("posts/hello/index.html");
    let policy = |html: &str| {
        let (_, rest) = html.split_once("<meta http-equiv=\"content-security-policy\"").expect("a policy");
        rest.split_once('>').expect("its end").0.to_owned()
    };
    assert_eq!(policy(&html), policy(&plain));
    assert!(!section(&site(THREAD, "").file(FILE, STORED).bundle()).contains("src=\"http"));
}
