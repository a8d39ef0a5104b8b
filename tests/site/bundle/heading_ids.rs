//! Headings with the ids of another engine, so that links to them hold.

use crate::bundle::site::{Built, Site};

/// Headings as they are in blogs: emphasis, code, punctuation, other scripts, numbers, and equal ones.
const HEADINGS: [&str; 14] = [
    "## The quick *brown* fox",
    "## Using `snake_case` & `--flags` ##",
    "## What's new in v2.0?",
    "## C++ / C#: a -- comparison",
    "Größe und Maß\n-------------",
    "## 日本語の見出し",
    "## 1. Getting started",
    "## Notes",
    "## Notes",
    "## Notes",
    "## [Read more](https://example.org/a_b)",
    "## 🎉 Party!",
    "## Café — au lait",
    "## !?",
];

fn built(engine: &str, text: &str) -> Built {
    Site::new().config(&format!("heading_ids = \"{engine}\"\n")).post("hello.md", text).bundle()
}

/// The ids of the headings of a text, which are in the page, in its contents list and in the feed.
#[track_caller]
fn ids(engine: &str, headings: &[&str]) -> Vec<String> {
    let built = built(engine, &headings.join("\n\n"));
    let ids: Vec<String> = built.article("posts/hello/").contents.into_iter().map(|heading| heading.id).collect();
    let [body, page, feed] =
        [built.body("posts/hello/"), built.text("posts/hello/index.html"), built.text("feed.json")];
    for id in &ids {
        assert_eq!(body.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} in {body}");
        assert!(page.contains(&format!("href=\"#{id}\"")), "{id} in the contents list of {page}");
        assert!(feed.contains(&format!("id=\\\"{id}\\\"")), "{id} in {feed}");
    }
    ids
}

#[test]
fn headings_have_the_ids_of_github() {
    for engine in ["github", "docusaurus", "astro"] {
        assert_eq!(
            ids(engine, &HEADINGS),
            [
                "the-quick-brown-fox",
                "using-snake_case----flags",
                "whats-new-in-v20",
                "c--c-a----comparison",
                "größe-und-maß",
                "日本語の見出し",
                "1-getting-started",
                "notes",
                "notes-1",
                "notes-2",
                "read-more",
                "-party",
                "café--au-lait",
                "section",
            ]
        );
    }
    // The examples of github-slugger.
    assert_eq!(
        ids("github", &["## foo", "## foo", "## bar", "## Привет non-latin 你好", "## 😄 emoji", "## हिन्दी ½"]),
        ["foo", "foo-1", "bar", "привет-non-latin-你好", "-emoji", "हिन्दी-"]
    );
}

#[test]
fn headings_have_the_ids_of_hugo_which_takes_their_source() {
    assert_eq!(
        ids("hugo", &HEADINGS),
        [
            "the-quick-brown-fox",
            "using-snake_case----flags",
            "whats-new-in-v20",
            "c--c-a----comparison",
            "größe-und-maß",
            "日本語の見出し",
            "1-getting-started",
            "notes",
            "notes-1",
            "notes-2",
            "read-morehttpsexampleorga_b",
            "-party",
            "café--au-lait",
            "heading",
        ]
    );
    assert_eq!(
        ids("hugo", &["## Learning C#", "## On _time_ ###", "> Said\n> ====", "## Own {#Own_id}"]),
        ["learning-c", "on-_time_", "said", "Own_id"]
    );
}

#[test]
fn headings_have_the_ids_of_jekyll() {
    assert_eq!(
        ids("jekyll", &HEADINGS),
        [
            "the-quick-brown-fox",
            "using-snake_case----flags",
            "whats-new-in-v20",
            "c--c-a--comparison",
            "größe-und-maß",
            "日本語の見出し",
            "1-getting-started",
            "notes",
            "notes-1",
            "notes-2",
            "read-more",
            "-party",
            "café--au-lait",
            "section",
        ]
    );
    let plain = "heading_ids = \"jekyll\"\n[markdown]\nsmart_punctuation = false\n";
    let built = Site::new().config(plain).post("hello.md", "## One -- two").bundle();
    assert_eq!(built.article("posts/hello/").contents[0].id, "one--two");
}

#[test]
fn headings_have_the_ids_of_kramdown() {
    assert_eq!(
        ids("kramdown", &HEADINGS),
        [
            "the-quick-brown-fox",
            "using-snakecase----flags",
            "whats-new-in-v20",
            "c--c-a--comparison",
            "gre-und-ma",
            "section",
            "getting-started",
            "notes",
            "notes-1",
            "notes-2",
            "read-more",
            "party",
            "caf--au-lait",
            "section-1",
        ]
    );
    // The examples of its manual.
    assert_eq!(
        ids("kramdown", &["# This is a header", "## 12. Another one 1 here", "### Do ^& it now", "# Hallo", "# Hallo"]),
        ["this-is-a-header", "another-one-1-here", "do--it-now", "hallo", "hallo-1"]
    );
}

#[test]
fn headings_have_the_ids_of_vitepress() {
    assert_eq!(
        ids("vitepress", &HEADINGS),
        [
            "the-quick-brown-fox",
            "using-snake-case-flags",
            "what-s-new-in-v2-0",
            "c-c-a-comparison",
            "große-und-maß",
            "日本語の見出し",
            "_1-getting-started",
            "notes",
            "notes-1",
            "notes-2",
            "read-more",
            "🎉-party",
            "cafe-—-au-lait",
            "section",
        ]
    );
}

#[test]
fn headings_have_the_ids_of_zola() {
    assert_eq!(
        ids("zola", &HEADINGS),
        [
            "the-quick-brown-fox",
            "using-snake-case-flags",
            "what-s-new-in-v2-0",
            "c-c-a-comparison",
            "grosse-und-mass",
            "ri-ben-yu-nojian-chu-si",
            "1-getting-started",
            "notes",
            "notes-1",
            "notes-2",
            "read-more",
            "tada-party",
            "cafe-au-lait",
            "section",
        ]
    );
}

#[test]
fn links_in_texts_lead_to_the_ids_of_the_old_engine() {
    let linked = "## What's new?\n\nBack to [the news](#whats-new), or to [them](../two/#größe_1).";
    let config = "heading_ids = \"github\"\n";
    let site = || Site::new().config(config).post("two.md", "## Größe_1");
    let built = site().post("one.md", &linked.replace("../two/", "/posts/two/")).bundle();
    assert!(built.body("posts/one/").contains("href=\"#whats-new\""));
    let old = linked.replace("#whats-new", "#what-s-new").replace("../two/", "/posts/two/");
    assert_eq!(
        site().post("one.md", &old).mistakes(),
        [
            "posts/one.md:7: \"#what-s-new\" leads to a page that has no id \"what-s-new\" — did you mean \"#whats-new\"?"
        ]
    );
}

#[test]
fn html_in_a_text_does_not_change_the_ids_of_its_headings() {
    let text = "<div>\n\n## Using `snake_case` -- <kbd>Ctrl</kbd>\n\n</div>";
    let built = built("github", text);
    assert_eq!(built.article("posts/hello/").contents[0].id, "using-snake_case----ctrl");
    assert!(built.body("posts/hello/").contains(" id=\"using-snake_case----ctrl\""));
}

#[test]
fn without_the_key_headings_have_the_ids_of_this_engine() {
    let built = Site::new().post("hello.md", "## Using `snake_case` -- more").bundle();
    assert_eq!(built.article("posts/hello/").contents[0].id, "using-snake-case-more");
}

#[test]
fn an_engine_whose_ids_are_not_known_is_an_error_with_those_that_are() {
    let names = "write heading_ids = \"github\", or another of \"astro\", \"docusaurus\", \"github\", \"hugo\", \"jekyll\", \
                 \"kramdown\", \"quartz\", \"vitepress\", \"zola\"";
    for (value, message) in [
        ("\"wordpress\"", "\"wordpress\" is no engine whose heading ids are known"),
        ("\"GitHub\"", "\"GitHub\" is no engine whose heading ids are known"),
        ("[\"hugo\"]", "\"heading_ids\" is not the name of an engine"),
    ] {
        let mistakes = Site::new().config(&format!("heading_ids = {value}\n")).mistakes();
        assert_eq!(mistakes, [format!("site.toml:4: {message} — {names}")]);
    }
}
