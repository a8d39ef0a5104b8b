//! HTML comments and tags that Markdown reads as text, so that a reader sees them.

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

fn built(text: &str) -> Built {
    Site::new().post("hello/index.md", text).file("posts/hello/a.png", png(1)).bundle()
}

const COMMENT: &str = "\"<!--\" does not begin a comment, and readers see what follows: an empty line ends it, or it is not closed — \
                       begin a line with <!--, or delete the empty line; write \\<!-- to show it as text";

#[test]
fn a_comment_in_a_line_that_an_empty_line_ends_is_reported() {
    for (text, line) in [
        ("Intro text <!-- TODO: not for readers\n\nsecret --> end.", 5),
        ("One.\n\n- An item <!-- with\n\n  a note --> here", 7),
        ("## A heading <!-- of\ntwo lines -->", 5),
        ("| A | B |\n|---|---|\n| 1 | <!-- 2 | 3 --> |", 7),
        ("The end is <!-- missing.", 5),
    ] {
        let warnings = built(text).warnings();
        let expected = format!("posts/hello/index.md:{line}: warning: {COMMENT}");
        assert!(warnings.contains(&expected), "{text}: {warnings:#?}");
    }
    for text in [
        "Intro text\n<!-- TODO: not for readers\n\nsecret -->\n\nend.",
        "Intro text <!-- TODO: not for readers\nsecret --> end.",
        "A comment begins with \\<!-- and `<!--` both.",
        "```html\n<p>One <!-- two\n\nthree -->\n```",
        "<!-- more -->\n\nText <!-- one --> and <!-- another -->.",
    ] {
        assert_eq!(built(text).warnings(), [""; 0], "{text}");
    }
    assert!(!built("Intro text\n<!-- TODO\n\nsecret -->\n\nend.").body("posts/hello/").contains("secret"));
}

#[test]
fn a_tag_that_is_almost_right_is_reported() {
    for (text, written, name) in [
        ("See <img src=\"a.png\"alt=\"x\"> here.", "<img src=", "img"),
        ("See <IMG SRC=\"a.png\" alt=\"x\"title=\"y\"> here.", "<IMG SRC=", "img"),
        ("<img src=x onerror=alert(1)//", "<img src=", "img"),
        ("Words<br/ onclick=x>more.", "<br/ onclick=", "br"),
        ("Words<br / >more.", "<br / >", "br"),
        ("A <kbd class='a'id='b'>K</kbd", "<kbd class=", "kbd"),
        ("A <video controls src=\"a.mp4\"loop> film.", "<video controls src=", "video"),
        ("A <img\n  src=\"a.png\"alt=\"x\"> here.", "<img   src=", "img"),
        ("A [<img src=\"a.png\"alt=\"x\">](/archive/)", "<img src=", "img"),
    ] {
        let warnings = built(text).warnings();
        let expected = format!(
            "posts/hello/index.md:5: warning: \"{written}\" does not begin a tag, and readers see it as written — write <{name} \
             name=\"value\">, with a space before each name, or \\< to show it as text"
        );
        assert!(warnings.contains(&expected), "{text}: {warnings:#?}");
    }
    for text in [
        "See <img src=\"a.png\" alt=\"x\"> here, and \\<img src=\"a.png\"alt=\"x\">.",
        "If a < b, a <b and c, or x <b = 3, then I <3 it: <nope src=\"a\"b> and <T a=\"b\"c>.",
        "A Vec<T>, HashMap<String, Vec<u8>>, Box<dyn Fn(&str) -> bool> and std::vector<a, b>.",
        "In code, `<img src=\"a.png\"alt=\"x\">`, and\n\n    <br/ onclick=x>\n\n```html\n<img src=x onerror=y//\n```",
        "For i <a and b = c it stops; p <q or q.",
        "A formula $a <b c=d$ and a smile <br",
    ] {
        assert_eq!(built(text).warnings(), [""; 0], "{text}");
    }
}

#[test]
fn a_text_of_nothing_but_beginnings_takes_no_time() {
    for sign in ["<img ", "<br/ ", "<!-- \n\n", "<a b ", "<img a=\"b\"c "] {
        let site = Site::new().post("hello.md", &format!("A {}", sign.repeat(200_000 / sign.len())));
        drop(personal_page::bundle::check(&site.options));
    }
}

#[test]
fn a_block_with_a_tag_that_has_no_end_is_reported() {
    for (text, name) in [
        ("<div class=\"a\"\n\nWords.", "div"),
        ("<details>\n<summary>A</summary>\n<img src=\"a.png\"\n\n</details>", "img"),
        ("<div onclick=x//", "div"),
    ] {
        let told = format!("does not begin a tag, and readers see it as written — write <{name} name=\"value\">");
        let warnings = built(text).warnings();
        assert!(warnings.len() == 1 && warnings[0].contains(&told), "{text}: {warnings:#?}");
    }
    let fine = "<details>\n<summary title=\"a > b\">A</summary>\n\n</details>\n\n<!-- <div class=\"a\"\n\n-->";
    assert_eq!(built(fine).warnings(), [""; 0]);
}
