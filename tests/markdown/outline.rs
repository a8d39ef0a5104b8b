//! The headings of a text, as the bundler sees them.

use personal_page::markdown::outline;

#[test]
fn headings_come_with_level_id_words_and_place() {
    let text = "Intro\n\n## C++ & `<b>` {#cpp}\n\n### A [link](u) -- *fine*\n\n> ## Quoted\n";
    let found: Vec<_> =
        outline(text).into_iter().map(|(level, id, words, start)| (level, id, words, &text[start..])).collect();
    let rest = |start| &text[text.find(start).expect("it is in the text")..];
    assert_eq!(
        found,
        [
            (2, Some("cpp".to_owned()), "C++ & <b>".to_owned(), rest("## C")),
            (3, None, "A link – fine".to_owned(), rest("### A")),
            (2, None, "Quoted".to_owned(), rest("## Q")),
        ]
    );
}

#[test]
fn levels_are_those_the_reader_will_get() {
    let levels = |text| outline(text).iter().map(|heading| heading.0).collect::<Vec<_>>();
    assert_eq!(levels("# a\n## b\n###### c"), [2, 3, 6]);
    assert_eq!(levels("## a\n### b"), [2, 3]);
}

#[test]
fn raw_html_in_a_heading_is_words_and_a_comment_is_not() {
    assert_eq!(outline("## C++ & <b><!-- x -->")[0].2, "C++ & <b>");
}
