//! What the owner can have around a text: breadcrumbs, links that share it, its history, and the texts that link to it.

use crate::bundle::site::{Built, Site};

/// What comes below the text of a post.
fn below(built: &Built, page: &str) -> String {
    let html = built.text(&format!("{page}index.html"));
    html.split_once("<div class=\"after\">").map(|(_, below)| below.to_owned()).unwrap_or_default()
}

fn linked() -> Site {
    Site::new()
        .post("2025-03-01-hello.md", "## Here {#here}")
        .post("2025-03-02-next.md", "Some words. It goes on *where* [the first](./2025-03-01-hello.md#here) ends & more. The end.\n\n## Here {#here}")
        .post("2025-03-03-list.md", "- [Hello](./2025-03-01-hello.md)\n- [Again](/posts/hello/)")
}

#[test]
fn a_text_names_those_that_link_to_it_with_the_sentence() {
    let built = linked().bundle();
    let html = below(&built, "posts/hello/");
    let next = "<a href=\"/posts/next/\"><bdi>2025-03-02-next</bdi></a>\
                <p>It goes on where <mark>the first</mark> ends &amp; more.</p>";
    assert!(html.contains("<h2>Linked from</h2>"), "{html}");
    assert!(html.contains(next), "{html}");
    // Once, however many links it has, and without a sentence if the link is alone.
    assert_eq!(html.matches("href=\"/posts/list/\"").count(), 1, "{html}");
    assert!(!below(&built, "posts/next/").contains("Linked from"));
    // The page that the program draws is the same.
    assert!(built.text("posts/hello/index.json").contains("Linked from"));
}

#[test]
fn backlinks_can_be_turned_off_and_an_unlisted_text_is_never_named() {
    assert!(!below(&linked().config("backlinks = false").bundle(), "posts/hello/").contains("Linked from"));
    let keys = "title = \"Hidden\"\ndate = 2025-03-04\ndescription = \"Hi.\"\nunlisted = true";
    let hidden = Site::new().post("2025-03-01-hello.md", "The first text.").post_with(
        "hidden.md",
        keys,
        "[Hello](./2025-03-01-hello.md)",
    );
    assert!(!below(&hidden.bundle(), "posts/hello/").contains("Hidden"));
}

#[test]
fn a_text_links_to_its_history_and_to_places_to_share_it() {
    let config = "repository = \"https://codeberg.org/me/site\"\nhistory = true\nshare = [\"mastodon\", \"mail\"]";
    let html = below(&Site::new().config(config).post("2025-03-01-hello.md", "Hi.").bundle(), "posts/hello/");
    let history = "https://codeberg.org/me/site/commits/branch/main/posts/2025-03-01-hello.md";
    for href in [
        history,
        "https://share.joinmastodon.org/#text=2025-03-01-hello%20https%3A%2F%2Fme.example%2Fposts%2Fhello%2F",
        "mailto:?subject=2025-03-01-hello&amp;body=https%3A%2F%2Fme.example%2Fposts%2Fhello%2F",
    ] {
        assert!(html.contains(&format!("href=\"{href}\"")), "{href} is not in {html}");
    }
    assert!(!below(&Site::new().post("2025-03-01-hello.md", "Hi.").bundle(), "posts/hello/").contains("share"));
}

#[test]
fn breadcrumbs_lead_to_the_homepage_if_the_owner_wants_them() {
    let site = || Site::new().post("2025-03-01-hello.md", "Hi.");
    let html = site().config("breadcrumbs = true").bundle().text("posts/hello/index.html");
    let trail = "<nav class=\"breadcrumbs\" aria-label=\"Where this page is\"><ol><li><a href=\"/\">";
    assert!(html.contains(trail), "{html}");
    assert!(html.contains("<li><a href=\"/archive/\">Archive</a></li><li aria-current=\"page\">"), "{html}");
    assert!(!site().bundle().text("posts/hello/index.html").contains("breadcrumbs"));
}

#[test]
fn an_unknown_place_to_share_is_an_error_that_names_those_that_are_known() {
    let errors =
        Site::new().config("share = [\"mastodon\", \"myspace\"]").post("2025-03-01-hello.md", "Hi.").mistakes();
    assert!(errors[0].contains("\"myspace\" is no place to share at") && errors[0].contains("bluesky"), "{errors:?}");
}

#[test]
fn readers_can_suggest_a_change_to_a_text() {
    let config = "repository = \"https://github.com/me/site\"\n[write]\nsuggestions = true\n[collections.notes]\nview = \"stream\"";
    let site = Site::new().config(config).file("notes/2025-03-02-0815.md", "A note.");
    let built = site
        .post_with("2025/Rye & oats.md", "title = \"Rye\"\ndate = 2025-03-01\ndescription = \"R.\"", "Hi.")
        .bundle();
    let link = "<p class=\"edit suggest\"><a rel=\"external nofollow\" href=\"/write/?file=posts%2F2025%2FRye%20%26%20oats.md\">";
    let html = below(&built, "posts/rye-oats/");
    assert!(html.contains(&format!("{link}Suggest a change</a>")), "{html}");
    let note = built.text("notes/2025-03-02-0815/index.html");
    assert!(note.contains("href=\"/write/?file=notes%2F2025-03-02-0815.md\""), "{note}");
}

#[test]
fn a_suggestion_needs_a_repository_on_github_and_the_editor() {
    let warnings = |config: &str| {
        let built = Site::new().config(config).post("2025-03-01-hello.md", "Hi.").bundle();
        assert!(!below(&built, "posts/hello/").contains("edit suggest"), "{config}");
        built.warnings().join("\n")
    };
    for repository in ["", "repository = \"https://codeberg.org/me/site\"\n"] {
        let config = format!("{repository}[write]\nsuggestions = true");
        assert!(warnings(&config).contains("\"suggestions\" needs a repository on GitHub"), "{config}");
    }
    let github = "repository = \"https://github.com/me/site\"\n[write]\n";
    let without_editor = warnings(&format!("{github}enabled = false\nsuggestions = true"));
    assert!(without_editor.contains("\"suggestions\" needs the editor on the published site"), "{without_editor}");
    assert_eq!(warnings(&format!("{github}suggestions = false")), "");
}

#[test]
fn a_link_to_the_history_needs_the_repository() {
    let warnings = Site::new().config("history = true").post("2025-03-01-hello.md", "Hi.").bundle().warnings();
    assert!(warnings[0].contains("\"history\" needs the repository of the sources"), "{warnings:?}");
}

#[test]
fn a_text_links_to_its_markdown_unless_the_owner_wants_it_otherwise() {
    let link = "<p class=\"edit as-markdown\"><a rel=\"external\" href=\"index.md\">View as Markdown</a></p>";
    let page = "title = \"About\"\ndescription = \"Me.\"\npage = true";
    let site = || Site::new().post("2025-03-01-hello.md", "Hi.").post_with("about.md", page, "Me.");
    let built = site().bundle();
    for path in ["posts/hello/", "about/"] {
        assert!(below(&built, path).contains(link), "{path}");
        assert!(built.files().contains_key(&format!("{path}index.md")), "{path}");
    }
    let without = site().config("as_markdown = false").bundle();
    assert!(!without.text("posts/hello/index.html").contains("as-markdown"));
}
