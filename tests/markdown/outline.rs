//! The headings of a text, as the bundler sees them.

use personal_page::markdown::{Heading, anatomy};

#[test]
fn headings_come_with_level_id_words_and_place() {
    let text = "Intro\n\n## C++ & `<b>` {#cpp}\n\n### A [link](u) -- *fine*\n\n> ## Quoted\n";
    let heading = |level, id: Option<&str>, words: &str, start| Heading {
        written: level,
        level,
        id: id.map(str::to_owned),
        text: words.to_owned(),
        offset: text.find(start).expect("it is in the text"),
    };
    assert_eq!(
        anatomy(text).headings,
        [
            heading(2, Some("cpp"), "C++ & <b>", "## C"),
            heading(3, None, "A link – fine", "### A"),
            heading(2, None, "Quoted", "## Q"),
        ]
    );
}

#[test]
fn levels_are_those_the_reader_will_get() {
    let levels =
        |text| anatomy(text).headings.iter().map(|heading| (heading.written, heading.level)).collect::<Vec<_>>();
    assert_eq!(levels("# a\n## b\n###### c"), [(1, 2), (2, 3), (6, 6)]);
    assert_eq!(levels("## a\n### b"), [(2, 2), (3, 3)]);
}

#[test]
fn raw_html_in_a_heading_is_words_and_a_comment_is_not() {
    assert_eq!(anatomy("## C++ & <b><!-- x -->").headings[0].text, "C++ & <b>");
}
