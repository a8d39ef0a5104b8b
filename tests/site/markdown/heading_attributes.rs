//! Braces at the end of a heading: attributes, or text.

use personal_page::content::Dialect;
use personal_page::markdown::{Heading, anatomy};

use super::html;

/// The text of the first heading and its id, as the page and the bundler have them.
#[track_caller]
fn heading(text: &str) -> (String, Option<String>) {
    let heading: Heading = anatomy(text, Dialect::default()).headings.remove(0);
    let html = html(text);
    assert!(html.contains(&format!("aria-label=\"Link to: {}\"", heading.text)), "{html}");
    (heading.text, heading.id)
}

#[test]
fn words_in_braces_stay_words() {
    for words in [
        "Formatting with {}",
        "The type {name: string}",
        "The set {1, 2}",
        "{}",
        "Use {{ x }}",
        "Points {x=1, y=2}",
        "Version {.5}",
        "A {#one two}",
        "A {#}",
        "A {=}",
        "A {a==b}",
        "A {x=}",
        "A {x= y}",
        "A {#one,two}",
        "A {x} {y}",
        "A } and {b}",
    ] {
        for text in [
            format!("## {words}"),
            format!("## {words} ##"),
            format!("{words}\n---"),
            format!("> ## {words}\n\nmore"),
            format!("- ## {words}  \r\n"),
            format!("> {words}\n> ==="),
        ] {
            assert_eq!(heading(&text), (words.to_owned(), None), "from {text:?}");
        }
    }
}

#[test]
fn markup_within_the_braces_is_markup() {
    assert_eq!(heading("## A {*b* `c`}"), ("A {b c}".to_owned(), None));
    assert_eq!(heading("## A {_b_}"), ("A {b}".to_owned(), None));
    assert!(html("## A {_b_}").contains("A {<em>b</em>} "));
    assert_eq!(heading("## $\\frac{a}{b}$ of {x}"), ("\\frac{a}{b} of {x}".to_owned(), None));
}

#[test]
fn escaped_braces_are_words() {
    for text in ["## A \\{#not\\}", "## A \\{#not}", "A \\{#not}\n==="] {
        assert_eq!(heading(text), ("A {#not}".to_owned(), None), "from {text:?}");
    }
}

#[test]
fn attributes_are_not_shown() {
    for text in ["## A {#id}", "## A ## {#id}", "A {#id}\n===", "> ## A {#id .class}", "## A { .class #id key=value }"]
    {
        assert_eq!(heading(text), ("A".to_owned(), Some("id".to_owned())), "from {text:?}");
    }
    assert_eq!(heading("## A {#größe_1:b.c-d}").1.as_deref(), Some("größe_1:b.c-d"));
    for text in ["## A {.class}", "## A {key=value}", "## A {key=\"two words\" other='one'}"] {
        assert_eq!(heading(text), ("A".to_owned(), None), "from {text:?}");
    }
}
