//! What a site of Hugo does not show, or only in part.

use super::old::Old;

fn post(keys: &str) -> String {
    format!("---\ntitle: T\ndate: 2024-05-01\n{keys}---\nText.\n")
}

fn site() -> Old {
    Old::new().file(
        "hugo.toml",
        "baseURL = \"https://a.example/\"\n[[cascade]]\ndraft = true\n[cascade.target]\npath = \"/posts/old/**\"\n",
    )
}

#[test]
fn values_cascade_to_the_pages_below_and_a_page_counts_first() {
    let new = site()
        .file("content/posts/_index.md", "---\ntitle: P\ncascade:\n  params:\n    author: Ada\n---\n")
        .file(
            "content/posts/secret/_index.md",
            "---\ntitle: S\ncascade:\n  - draft: true\n    target:\n      kind: page\n  - title: no\n    _target:\n      kind: section\n---\n",
        )
        .file("content/posts/secret/a.md", post(""))
        .file("content/posts/secret/b.md", post("draft: false\n"))
        .file("content/posts/old/c.md", post(""))
        .file("content/posts/d.md", post(""))
        .import();
    for (name, draft) in [("a", true), ("b", false), ("c", true), ("d", false)] {
        let keys = new.keys(&format!("posts/{name}.md"));
        assert_eq!(keys.contains_key("draft"), draft, "{name}");
        assert_eq!(keys["title"].as_str(), Some("T"));
    }
    assert_eq!(new.settings()["author"]["name"].as_str(), Some("Ada"));
}

#[test]
fn what_is_left_out_of_lists_is_unlisted_and_what_is_not_made_is_a_draft() {
    let new = site()
        .file("content/posts/a.md", post("build:\n  list: never\n"))
        .file("content/posts/b.md", post("build:\n  render: never\n"))
        .file("content/posts/c.md", post("build:\n  list: always\n  render: always\n"))
        .file("content/posts/d.md", post("_build:\n  list: false\n"))
        .file("content/posts/e/index.md", post("headless: true\n"))
        .file("content/posts/f.md", post("noindex: true\n"))
        .import();
    for (name, unlisted, draft) in [
        ("a", true, false),
        ("b", false, true),
        ("c", false, false),
        ("d", true, false),
        ("e", false, true),
        ("f", true, false),
    ] {
        let keys = new.keys(&format!("posts/{name}.md"));
        assert_eq!((keys.contains_key("unlisted"), keys.contains_key("draft")), (unlisted, draft), "{name}");
    }
    assert!(new.report.contains("content/posts/a.md:1: \"list\" leaves the text out of lists"), "{}", new.report);
}

#[test]
fn a_page_of_html_is_brought_and_other_markup_is_told_of() {
    let new = site()
        .file("content/posts/a.html", "---\ntitle: A\ndate: 2024-05-01\n---\n<p>It <b>works</b>.</p>\n")
        .file("content/posts/b.org", "#+title: B\nText.\n")
        .file("content/posts/c/index.md", post(""))
        .file("content/posts/c/widget.html", "<p>Part.</p>\n")
        .import();
    assert_eq!(new.body("posts/a.md"), "It **works**.");
    assert!(new.report.contains("content/posts/b.org:1: .org is markup that is not read"), "{}", new.report);
    assert!(!new.has("posts/widget.md"), "HTML without front matter is a file of the page");
}
