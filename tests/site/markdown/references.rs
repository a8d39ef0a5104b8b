//! The targets of links and pictures.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData, Target};
use personal_page::markdown::{Reference, Render, anatomy, render};

use super::check_line;

#[test]
fn relative_references_lead_to_their_targets() {
    check_line(&[
        ("[a](../other.md)", "<a href=\"/repo/posts/other/\">a</a>"),
        ("[a](../other.md#end \"The end\")", "<a href=\"/repo/posts/other/#end\" title=\"The end\">a</a>"),
        ("[a][r]\n\n[r]: ../other.md", "<a href=\"/repo/posts/other/\">a</a>"),
        ("[a](./missing.md)", "<a href=\"./missing.md\">a</a>"),
    ]);
}

#[test]
fn paths_from_the_root_lead_below_the_base() {
    check_line(&[
        ("[a](/posts/x/)", "<a href=\"/repo/posts/x/\">a</a>"),
        ("[a](/)", "<a href=\"/repo/\">a</a>"),
        ("[a](#größe)", "<a href=\"#gr%C3%B6%C3%9Fe\">a</a>"),
        ("[a](?q=1)", "<a href=\"?q=1\">a</a>"),
    ]);
}

#[test]
fn in_a_feed_addresses_are_full() {
    let targets = vec![("../a.md".to_owned(), Target { path: "posts/a/".to_owned(), picture: None })];
    let feed = Render { base: "https://me.github.io/repo/", words: &english(), html: &[], sidenotes: false };
    let html = render("[a](../a.md) [b](/b/)", &RenderData { ids: Vec::new(), targets, ..RenderData::default() }, feed);
    assert_eq!(
        html,
        "<p><a href=\"https://me.github.io/repo/posts/a/\">a</a> <a href=\"https://me.github.io/repo/b/\">b</a></p>\n"
    );
}

#[test]
fn addresses_elsewhere_say_that_they_leave_the_site() {
    check_line(&[
        ("[a](https://a.org/?b=1&c=%20d)", "<a href=\"https://a.org/?b=1&amp;c=%20d\" rel=\"external\">a</a>"),
        ("[a](//a.org)", "<a href=\"//a.org\" rel=\"external\">a</a>"),
        ("[a](mailto:me@a.org)", "<a href=\"mailto:me@a.org\">a</a>"),
        ("<me@a.org>", "<a href=\"mailto:me@a.org\">me@a.org</a>"),
        ("[a](tel:+4930)", "<a href=\"tel:+4930\">a</a>"),
    ]);
}

#[test]
fn all_references_are_listed_with_their_place() {
    let text = "[One *two*](a.md \"T\") ![Pic [x](in-alt.md)](./p&amp;q.png)\n\n[![i](i.png)][r] <me@a.org> https://b.org `[c](c)`\n\n[r]: r.md 'R'\n";
    let reference = |written: &str, image, source: &str, alt: &str, title: &str| Reference {
        written: written.to_owned(),
        image,
        span: text.find(source).map(|start| start..start + source.len()).expect("it is in the text"),
        alt: alt.to_owned(),
        title: title.to_owned(),
    };
    assert_eq!(
        anatomy(text, Dialect::default()).references,
        [
            reference("a.md", false, "[One *two*](a.md \"T\")", "One two", "T"),
            reference("./p&q.png", true, "![Pic [x](in-alt.md)](./p&amp;q.png)", "Pic x", ""),
            reference("r.md", false, "[![i](i.png)][r]", "i", "R"),
            reference("i.png", true, "![i](i.png)", "i", ""),
            reference("https://b.org", false, "https://b.org", "https://b.org", ""),
        ]
    );
}
