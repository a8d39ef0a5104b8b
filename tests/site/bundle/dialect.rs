//! The switches of the dialect, and findings on formulas.

use personal_page::bundle::english;
use personal_page::content::Body;
use personal_page::markdown::{Render, article};

use crate::bundle::site::{Built, Site};

const TEXT: &str = "## Pass --release for $x$ {}\n\nIt's \"on\", $y$.\n";

/// Asserts that the static page has what a browser renders from the same data, and that the contents list matches it.
#[track_caller]
fn is_drawn_alike(built: &Built, expected: &str) {
    let entry = built.article("posts/hello/");
    let options = Render { base: "/", words: &english(), html: &[], sidenotes: true };
    let drawn = article(&entry.body, options);
    assert_eq!(built.body("posts/hello/"), drawn.trim_end());
    assert!(drawn.contains(expected), "{drawn}");
    let heading = &entry.contents[0];
    assert!(drawn.contains(&format!("Link to: {}\"", heading.text)), "{} in {drawn}", heading.text);
    assert!(built.text("feed.xml").contains(&expected.replace('<', "&lt;").replace('>', "&gt;")));
}

#[test]
fn both_sides_read_a_text_by_the_same_switches() {
    let site = |switches: &str| Site::new().config(switches).post("hello.md", TEXT).bundle();
    is_drawn_alike(&site(""), "It’s “on”, <math");
    is_drawn_alike(&site("[markdown]\nsmart_punctuation = false\n"), "Pass --release for <math");
    is_drawn_alike(&site("[markdown]\nmath = false\n"), "It’s “on”, $y$.");
    let built = site("[markdown]\nsmart_punctuation = false\nmath = false\n");
    assert!(built.body("posts/hello/").contains("Pass --release for $x$ {}"));
    assert!(built.text("posts/hello/index.json").contains("\"dialect\":{\"smart_punctuation\":false,\"math\":false}"));
    assert!(!site("").text("posts/hello/index.json").contains("dialect"));
}

#[test]
fn html_of_the_author_is_read_by_the_same_switches() {
    let config = "[markdown]\nhtml = true\nmath = false\nsmart_punctuation = false\n";
    let built = Site::new().config(config).post("hello.md", "<b>It's</b> $x$ \"y\"\n").bundle();
    assert!(built.body("posts/hello/").contains("<b>It's</b> $x$ \"y\""), "{}", built.body("posts/hello/"));
}

#[test]
fn a_switch_that_is_not_true_or_false_is_an_error() {
    let mistakes = Site::new().config("[markdown]\nmath = 2.5\n").post("hello.md", "x").mistakes();
    assert!(mistakes[0].starts_with("site.toml:5: "), "{mistakes:?}");
}

#[test]
fn a_formula_of_words_only_is_a_warning_and_its_remedies_work() {
    let told = |text: &str| Site::new().post("hello.md", text).bundle().warnings();
    let warning = |words: &str| {
        format!(
            "posts/hello.md:7: warning: the formula \"{words}\" contains only words — \
             write \\$ for a dollar sign, or \\text{{…}} around words in a formula"
        )
    };
    assert_eq!(told("One.\n\nTwo $and then$ three.\n"), [warning("and then")]);
    assert_eq!(told("One.\n\nTwo $speed$ three.\n"), [warning("speed")]);
    assert_eq!(told("One.\n\nTwo \\$and then\\$ three $\\text{speed}$, $x$ and $ab$.\n"), [""; 0]);
}

#[test]
fn braces_of_a_heading_are_in_its_id_and_in_the_contents_list() {
    let text = "## The type {name: string}\n\n## With {}\n\n## The set {1, 2}\n\n## Last {#end}\n";
    let built = Site::new().post("hello.md", text).bundle();
    let contents = built.article("posts/hello/").contents;
    let named: Vec<(&str, &str)> =
        contents.iter().map(|heading| (heading.text.as_str(), heading.id.as_str())).collect();
    assert_eq!(
        named,
        [
            ("The type {name: string}", "the-type-name-string"),
            ("With {}", "with"),
            ("The set {1, 2}", "the-set-1-2"),
            ("Last", "end"),
        ]
    );
}

#[test]
fn a_text_travels_without_the_names_of_entities() {
    let built = Site::new().post("hello.md", "Caf&eacute; &amp; `&eacute;`\n").bundle();
    let Body::Markdown { text, .. } = built.article("posts/hello/").body else { panic!("it is no markdown") };
    assert_eq!(text.trim_end(), "Caf&#233; &amp; `&eacute;`");
    assert_eq!(built.body("posts/hello/"), "<p>Café &amp; <code>&amp;eacute;</code></p>");
}

#[test]
fn a_text_that_needs_the_names_travels_as_html() {
    let built = Site::new().post("hello.md", "To [&auml;].\n\n[&Auml;]: https://a.example/\n").bundle();
    assert_eq!(built.sanitised("posts/hello/").trim_end(), built.body("posts/hello/"));
    assert!(built.body("posts/hello/").contains("<a href=\"https://a.example/\""));
}

#[test]
fn a_finding_behind_an_entity_has_the_place_in_the_source() {
    let found = |text: &str| Site::new().post("hello.md", text).mistakes();
    assert_eq!(
        found("&CounterClockwiseContourIntegral; [a](b.md)"),
        found("[34 bytes, as many as these in] [a](b.md)")
    );
}
