//! The headings of a text, as the bundler sees them.

use personal_page::content::Dialect;
use personal_page::markdown::{Heading, anatomy};

#[test]
fn headings_come_with_level_id_words_and_place() {
    let text = "Intro\n\n## C++ & `<b>` {#cpp}\n\n### A [link](u) -- *fine*\n\n> ## Quoted\n";
    let heading = |level, id: Option<&str>, words: &str, source: &str| Heading {
        written: level,
        level,
        id: id.map(str::to_owned),
        text: words.to_owned(),
        span: text.find(source).map(|start| start..start + source.len()).expect("it is in the text"),
    };
    assert_eq!(
        anatomy(text, Dialect::default()).headings,
        [
            heading(2, Some("cpp"), "C++ & <b>", "## C++ & `<b>` {#cpp}\n"),
            heading(3, None, "A link – fine", "### A [link](u) -- *fine*\n"),
            heading(2, None, "Quoted", "## Quoted\n"),
        ]
    );
}

#[test]
fn levels_are_those_the_reader_will_get() {
    let levels = |text| {
        anatomy(text, Dialect::default())
            .headings
            .iter()
            .map(|heading| (heading.written, heading.level))
            .collect::<Vec<_>>()
    };
    assert_eq!(levels("# a\n## b\n###### c"), [(1, 2), (2, 3), (6, 6)]);
    assert_eq!(levels("## a\n### b"), [(2, 2), (3, 3)]);
}

#[test]
fn raw_html_in_a_heading_is_words_and_a_comment_is_not() {
    assert_eq!(anatomy("## C++ & <b><!-- x -->", Dialect::default()).headings[0].text, "C++ & <b>");
}
