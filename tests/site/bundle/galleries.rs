//! Galleries: pictures that follow one another on lines of their own stand beside each other.

use crate::bundle::picture::{meadow, png};
use crate::bundle::site::Site;

fn site(text: &str) -> Site {
    let site = Site::new().post("walk/index.md", text).file("posts/walk/a.png", meadow());
    site.file("posts/walk/b.png", png(70)).file("posts/walk/b-dark.png", png(71))
}

#[test]
fn pictures_on_lines_of_their_own_become_a_gallery() {
    let built = site("Before.\n\n![A hill](a.png \"The *hill*\")\n![A lake](b.png)\n\nAfter.").bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let body = built.body("posts/walk/");
    let (before, rest) = body.split_once("<div class=\"gallery\">\n").expect("a gallery");
    assert_eq!(before, "<p>Before.</p>\n");
    let lines: Vec<&str> = rest.lines().collect();
    let [hill, lake, end, after] = lines[..] else { panic!("{lines:?}") };
    assert!(hill.starts_with("<figure><a class=\"zoom\" href=\"/posts/walk/a.png\"><img "), "{hill}");
    assert!(
        hill.contains("sizes=\"min(50vw, 27rem)\" width=\"1000\" height=\"200\" alt=\"A hill\" decoding"),
        "{hill}"
    );
    assert!(hill.ends_with("</a><figcaption>The *hill*</figcaption></figure>"), "{hill}");
    assert!(lake.starts_with("<p><a class=\"zoom\"") && lake.contains("loading=\"lazy\""), "{lake}");
    assert_eq!([end, after], ["</div>", "<p>After.</p>"]);
}

#[test]
fn a_gallery_may_be_in_a_quote_and_have_dark_forms() {
    let body = site("> ![A hill](a.png)\n> ![A lake](b.png){dark=b-dark.png}").bundle().body("posts/walk/");
    assert!(
        body.starts_with("<blockquote>\n<div class=\"gallery\">") && body.ends_with("</div>\n</blockquote>"),
        "{body}"
    );
    assert!(body.contains("for-dark"), "{body}");
}

#[test]
fn pictures_in_one_line_stay_in_it() {
    for text in ["![A hill](a.png) ![A lake](b.png)", "![A hill](a.png)\nand ![A lake](b.png)", "![A hill](a.png)"] {
        let built = site(text).bundle();
        assert!(!built.body("posts/walk/").contains("gallery"), "{text}");
        assert!(!built.text("posts/walk/index.json").contains("html"), "{text}");
    }
}

#[test]
fn badges_of_other_hosts_stay_in_their_line() {
    let text = "![Build](https://badges.example/a.svg)\n![Version](https://badges.example/b.svg)";
    let built = site(text).config("[policy]\nimg = [\"https://badges.example\"]\n").bundle();
    assert!(!built.body("posts/walk/").contains("gallery"));
}

#[test]
fn feeds_show_the_pictures_of_a_gallery() {
    let feed = site("![A hill](a.png \"A *hill*\")\n![A lake](b.png)").bundle().text("feed.json");
    for part in ["https://me.example/posts/walk/a.png", "https://me.example/posts/walk/b.png", "A *hill*"] {
        assert!(feed.contains(part), "{feed}");
    }
}

#[test]
fn only_the_first_picture_does_not_wait() {
    let built = site("![A hill](a.png)\n![A lake](b.png)\n\n![A hill](a.png)").bundle();
    let body = built.body("posts/walk/");
    assert_eq!((body.matches("<img").count(), body.matches("loading=\"lazy\"").count()), (3, 2), "{body}");
}

#[test]
fn a_gallery_in_a_footnote_is_no_part_of_a_paragraph() {
    let gallery = "![A hill](a.png)\n    ![A lake](b.png)";
    for start in ["", "A <kbd>K</kbd>. "] {
        let body = site(&format!("{start}See.[^1]\n\n[^1]: {gallery}")).bundle().body("posts/walk/");
        assert!(body.contains("<li id=\"fn-1\"><div class=\"gallery\">"), "{body}");
        assert!(body.contains("<sup>1</sup> <div class=\"gallery\">"), "{body}");
        assert!(body.contains("</div> <a class=\"back\""), "{body}");
    }
}
