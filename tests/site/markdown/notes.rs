//! Footnotes.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData};
use personal_page::markdown::{Render, anatomy, render};

use super::{block, check_line, html};

/// The link to note `number` with the id `id`.
fn reference(id: &str, number: u8) -> String {
    format!(
        "<sup class=\"footnote-ref\"><a id=\"fnref-{id}\" href=\"#fn-{number}\" aria-label=\"Footnote {number}\">{number}</a></sup>"
    )
}

fn back(id: &str, more: &str) -> String {
    format!(" <a class=\"back\" href=\"#fnref-{id}\" aria-label=\"Back to reference {id}\">↩{more}</a>")
}

fn section(notes: &str) -> String {
    format!("<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\n{notes}</ol></section>\n")
}

#[test]
fn notes_are_numbered_by_their_first_reference_and_stand_at_the_end() {
    let text = "[^late]: The *second*.\n\nA[^early] b[^late]\n\n[^early]: The first.\n\nc";
    let notes = format!(
        "<li id=\"fn-1\"><p>The first.{}</p></li>\n<li id=\"fn-2\"><p>The <em>second</em>.{}</p></li>\n",
        back("1", ""),
        back("2", ""),
    );
    let body = format!("<p>A{} b{}</p>\n<p>c</p>\n", reference("1", 1), reference("2", 2));
    assert_eq!(html(text), body + &section(&notes));
}

#[test]
fn every_reference_has_a_way_back() {
    let notes = format!("<li id=\"fn-1\"><p>n{}{}</p></li>\n", back("1", ""), back("1-2", "<sup>2</sup>"));
    let body = format!("<p>a{} b{}</p>\n", reference("1", 1), reference("1-2", 1));
    assert_eq!(html("a[^n] b[^N]\n\n[^n]: n"), body + &section(&notes));
}

#[test]
fn labels_match_without_regard_to_case_in_every_alphabet() {
    for (one, other) in [("N", "n"), ("É", "é"), ("Москва", "МОСКВА"), ("Straße", "STRASSE"), ("ὁδός", "ὉΔΌΣ")]
    {
        let html = html(&format!("a[^{one}] b[^{other}]\n\n[^{one}]: Words."));
        assert!(html.contains("<li id=\"fn-1\"><p>Words.") && !html.contains("fn-2"), "{one}: {html}");
    }
    let two = html("a[^ı] b[^i]\n\n[^ı]: One.\n\n[^i]: Two.");
    assert!(two.contains("<li id=\"fn-1\"><p>One.") && two.contains("<li id=\"fn-2\"><p>Two."), "{two}");
}

#[test]
fn the_way_back_stands_in_the_last_paragraph_or_after_what_else_is_last() {
    let paragraphs = html("a[^1]\n\n[^1]: one\n\n    two");
    assert!(paragraphs.contains(&format!("<p>one</p>\n<p>two{}</p></li>", back("1", ""))), "{paragraphs}");
    let code = html("a[^1]\n\n[^1]: one\n\n        two");
    assert!(code.contains(&format!("{}{}</li>", block("", "two"), back("1", ""))), "{code}");
}

#[test]
fn a_reference_without_a_note_is_text() {
    check_line(&[("a[^1]", "a[^1]")]);
}

#[test]
fn a_note_without_a_reference_is_left_out() {
    assert_eq!(html("a\n\n[^1]: never"), "<p>a</p>\n");
    assert!(html("a[^1]\n\n[^1]: first\n[^1]: again\n").contains("<p>first"));
}

#[test]
fn a_heading_in_a_note_is_no_part_of_the_contents() {
    let text = "# One\n\na[^1]\n\n[^1]: # Two\n\n[^2]: # Never\n\n# Three";
    let words: Vec<String> =
        anatomy(text, Dialect::default()).headings.into_iter().map(|heading| heading.text).collect();
    assert_eq!(words, ["One", "Three"]);
    let html = html(text);
    assert!(html.contains("<h2>Two</h2>") && html.contains("<h2 id=\"two\">Three "), "{html}");
}

#[test]
fn the_notes_at_the_end_say_whether_all_stand_in_the_margin_too() {
    let page = |text: &str| {
        let render_as = Render { base: "/", words: &english(), html: &[], sidenotes: true };
        render(text, &RenderData::default(), render_as)
    };
    let beside = "<section class=\"footnotes beside\"";
    for text in ["a[^1] b[^1]\n\n[^1]: one", "- a[^1]\n- b[^2]\n\n[^1]: one\n[^2]: two"] {
        assert!(page(text).contains(beside), "{text}");
        assert!(html(text).contains("<section class=\"footnotes\""), "{text}: without a margin");
    }
    // A note that refers to another, and one that only a note refers to, are not in the margin.
    for text in ["a[^1]\n\n[^1]: one[^2]\n[^2]: two", "a[^1] b[^2]\n\n[^1]: one\n[^2]: two[^1]"] {
        assert!(!page(text).contains(beside), "{text}");
    }
}
