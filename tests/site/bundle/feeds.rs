//! Feeds, as feed readers parse them.

use feed_rs::model::Feed;
use feed_rs::parser::Builder;
use serde_json::Value;

use crate::bundle::picture::meadow;
use crate::bundle::site::{Built, Site};

const ALL: [&str; 3] = ["feed.xml", "rss.xml", "feed.json"];

/// A post with everything that works only on its page.
fn full() -> Site {
    let keys = "title = \"Bread & <water>\"\ndate = 2025-03-01\nupdated = 2025-04-02\ndescription = \"How it rises.\"
tags = [\"Bread\"]";
    let text = "## Gas\n\nSee [below](#gluten), [the other](../other.md#end) and [a feed](/feed.xml).[^1]\n
## Gluten\n\n![A jar](jar.png)\n\n```rust\nlet loaf = 1;\n```\n\n[^1]: A note.\n";
    Site::new()
        .config("[author]\nname = \"Ines Aldana\"\n")
        .post_with("bread/index.md", keys, text)
        .file("posts/bread/jar.png", meadow())
        .post_with("other.md", "title = \"Other\"\ndate = 2025-02-01\nlang = \"de\"", "Brot.\n\n## End")
}

#[track_caller]
fn feed(built: &Built, path: &str) -> Feed {
    let parser = Builder::new().sanitize_content(false).build();
    parser.parse(built.bytes(path).as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn html(feed: &Feed, index: usize) -> String {
    feed.entries[index].content.as_ref().and_then(|content| content.body.clone()).expect("a text")
}

#[test]
fn every_kind_of_feed_says_the_same() {
    let built = full().bundle();
    for path in ALL {
        let feed = feed(&built, path);
        assert_eq!(feed.title.as_ref().map(|title| title.content.as_str()), Some("Field Notes"), "{path}");
        let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        let expected = ["tag:me.example,2025-03-01:/posts/bread/", "tag:me.example,2025-02-01:/posts/other/"];
        assert_eq!(ids, expected, "{path}");
        let first = &feed.entries[0];
        assert_eq!(first.title.as_ref().map(|title| title.content.as_str()), Some("Bread & <water>"), "{path}");
        assert_eq!(first.links[0].href, "https://me.example/posts/bread/", "{path}");
        assert_eq!(first.published.map(|day| day.to_rfc3339()).as_deref(), Some("2025-03-01T00:00:00+00:00"), "{path}");
        assert!(feed.entries[1].title.is_some());
    }
    let atom = feed(&built, "feed.xml");
    for updated in [atom.updated, atom.entries[0].updated] {
        assert_eq!(updated.map(|day| day.to_rfc3339()).as_deref(), Some("2025-04-02T00:00:00+00:00"));
    }
    assert_eq!(atom.authors[0].name.as_deref(), Some("Ines Aldana"));
    assert_eq!(atom.entries[0].categories[0].term, "Bread");
    assert!(built.text("rss.xml").contains("<pubDate>Sat, 01 Mar 2025 00:00:00 GMT</pubDate>"));
}

#[test]
fn a_feed_has_the_whole_text_with_full_addresses_and_nothing_for_the_app() {
    let built = full().base("/repo/").bundle();
    for path in ALL {
        let html = html(&feed(&built, path), 0);
        for part in [
            "<h2 id=\"gas\">Gas",
            "href=\"https://me.example/repo/posts/bread/#gluten\"",
            "href=\"https://me.example/repo/posts/other/#end\"",
            "href=\"https://me.example/repo/feed.xml\"",
            "href=\"https://me.example/repo/posts/bread/#fn-1\"",
            "src=\"https://me.example/repo/posts/bread/jar.png\"",
            "srcset=\"https://me.example/repo/posts/bread/jar-",
            "<p>A note.",
        ] {
            assert!(html.contains(part), "{path}: {part} is not in {html}");
        }
        for part in ["<button", "class=\"anchor\"", "tabindex", "sidenote", "href=\"#", "href=\"/", " /repo/"] {
            assert!(!html.contains(part), "{path}: {part} is in {html}");
        }
    }
}

#[test]
fn html_of_the_author_has_full_addresses_too() {
    let text = "<b>Bold</b> [there](#end), <a href=\"/archive/\">all</a>, <a href=\"//x.example/\">x</a>, \
                <a href=\"mailto:me@me.example\">me</a>[^1]\n\n## End\n\n[^1]: Note.";
    let site = Site::new().config("[markdown]\nhtml = true\n").post("hello.md", text);
    let html = html(&feed(&site.bundle(), "feed.xml"), 0);
    for href in
        ["https://me.example/posts/hello/#end", "https://me.example/archive/", "//x.example/", "mailto:me@me.example"]
    {
        assert!(html.contains(&format!("href=\"{href}\"")), "{href} is not in {html}");
    }
    assert_eq!(html.matches("Note.").count(), 1, "{html}");
}

#[test]
fn a_feed_has_the_twenty_newest_posts_that_are_listed() {
    let mut site = Site::new().post_with("about.md", "title = \"About\"\npage = true", "I write.").post_with(
        "plans.md",
        "title = \"Plans\"\ndate = 2025-06-01\nunlisted = true",
        "Hush.",
    );
    for n in 1..=25 {
        site = site.post_with(&format!("day-{n}.md"), &format!("title = \"Day {n}\"\ndate = 2025-03-{n:02}"), "");
    }
    let built = site.bundle();
    for path in ALL {
        let titles: Vec<String> =
            feed(&built, path).entries.iter().filter_map(|entry| Some(entry.title.as_ref()?.content.clone())).collect();
        let expected: Vec<String> = (6..=25).rev().map(|n| format!("Day {n}")).collect();
        assert_eq!(titles, expected, "{path}");
    }
}

#[test]
fn every_tag_has_a_feed_of_its_own_and_its_page_says_so() {
    let built = full().bundle();
    let feed = feed(&built, "tags/bread/feed.xml");
    assert_eq!(feed.title.map(|title| title.content).as_deref(), Some("Bread · Field Notes"));
    assert_eq!(feed.entries.len(), 1);
    let html = built.text("tags/bread/index.html");
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Bread · Field Notes\" href=\"/tags/bread/feed.xml\">";
    assert!(html.contains(link), "{html}");
}

#[test]
fn every_page_names_the_feeds() {
    let built = full().base("/repo/").bundle();
    for page in ["", "archive/", "tags/", "tags/bread/", "posts/bread/"] {
        let html = built.text(&format!("{page}index.html"));
        for (kind, file) in [("atom+xml", "feed.xml"), ("rss+xml", "rss.xml"), ("feed+json", "feed.json")] {
            assert!(html.contains(&format!("<link rel=\"alternate\" type=\"application/{kind}\" title=")), "{page}");
            assert!(html.contains(&format!(" href=\"/repo/{file}\">")), "{page}");
        }
    }
}

/// The contents of the elements with a name, as an XML parser returns them.
fn elements(built: &Built, path: &str, name: &str) -> Vec<String> {
    let text = built.text(path);
    let document = roxmltree::Document::parse_with_options(&text, Default::default()).expect("XML");
    let elements = document.descendants().filter(|node| node.tag_name().name() == name);
    elements.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn only_what_rss_defines_as_html_is_html() {
    for (words, html) in [
        ("How to use <dialog>", "How to use &lt;dialog&gt;"),
        ("Salt & pepper", "Salt &amp; pepper"),
        ("AT&amp;T is written so", "AT&amp;amp;T is written so"),
        ("]]> ends it, <b>she</b> said \"no\"", "]]&gt; ends it, &lt;b&gt;she&lt;/b&gt; said &quot;no&quot;"),
    ] {
        let toml = format!("'{words}'");
        let keys = format!("title = {toml}\ndate = 2025-03-01\ndescription = {toml}\ntags = [{toml}]");
        let config = format!("title = \"Field Notes\"\ndescription = {toml}\nurl = \"https://me.example\"\n");
        let site = Site::new().file("site.toml", config).post_with("dialog.md", &keys, "`<dialog>`");
        let built = site.bundle();
        assert_eq!(elements(&built, "rss.xml", "description"), [words, html], "of the site, and of the post");
        assert_eq!(elements(&built, "rss.xml", "encoded"), ["<p><code>&lt;dialog&gt;</code></p>\n"]);
        assert_eq!(elements(&built, "rss.xml", "title")[1], words);
        assert_eq!(elements(&built, "rss.xml", "category"), [words]);
        // Atom declares the type of each text, and these are plain.
        assert_eq!(elements(&built, "feed.xml", "summary"), [words]);
        assert_eq!(elements(&built, "feed.xml", "subtitle"), [words]);
        assert_eq!(elements(&built, "feed.xml", "title")[1], words);
        let feed: Value = serde_json::from_str(&built.text("feed.json")).expect("JSON");
        assert_eq!((&feed["items"][0]["title"], &feed["items"][0]["summary"]), (&words.into(), &words.into()));
        assert_eq!(feed["description"], words);
    }
}

#[test]
fn every_page_links_to_the_feed() {
    let built = full().base("/repo/").config("language = \"de\"\n").bundle();
    for page in ["index.html", "posts/bread/index.html", "tags/bread/index.html", "404.html"] {
        let html = built.text(page);
        let (_, footer) = html.split_once("<footer").expect("a footer");
        let (_, link) = footer.split_once("href=\"/repo/feed.xml\"").expect("a link to the feed");
        let (link, _) = link.split_once("</a>").expect("its end");
        assert!(
            link.contains("<svg") && link.contains("aria-hidden=\"true\"") && link.ends_with("</svg>Feed"),
            "{link}"
        );
    }
}

#[test]
fn characters_that_xml_cannot_have_are_left_out() {
    let built = Site::new().post("hello.md", "One\u{1}, two\u{fffe}\u{b}, & three ]]> <b>.").bundle();
    for path in ["feed.xml", "rss.xml"] {
        let text = built.text(path);
        roxmltree::Document::parse_with_options(&text, Default::default()).unwrap_or_else(|error| panic!("{error}"));
        assert!(html(&feed(&built, path), 0).contains("One, two, &amp; three"), "{text}");
    }
}

#[test]
fn a_site_without_posts_has_feeds_without_entries() {
    let built = Site::new().bundle();
    for path in ALL {
        assert_eq!(feed(&built, path).entries.len(), 0, "{path}");
    }
}

#[test]
fn a_feed_opened_in_a_browser_has_a_style() {
    let built = full().base("/repo/").bundle();
    for path in ["feed.xml", "rss.xml", "tags/bread/feed.xml"] {
        let start = built.text(path);
        assert!(start.contains("<?xml-stylesheet type=\"text/css\" href=\"/repo/feed.css\"?>"), "{start}");
    }
    assert!(built.text("feed.css").contains("--paper: light-dark("));
}

#[test]
fn the_json_feed_names_its_version_and_itself() {
    let feed: Value = serde_json::from_str(&full().bundle().text("feed.json")).expect("JSON");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], "https://me.example/feed.json");
    assert_eq!(feed["home_page_url"], "https://me.example/");
    assert_eq!(feed["items"][1]["language"], "de");
    assert_eq!(feed["items"][0]["summary"], "How it rises.");
}

#[test]
fn a_public_file_in_the_place_of_a_feed() {
    let mistakes = Site::new().file("public/feed.xml", "mine").mistakes();
    let message = "public/feed.xml: would be written to feed.xml, the path of the generated file /feed.xml";
    assert!(mistakes[0].starts_with(message), "{mistakes:?}");
}
