//! Pictures: the attributes that a browser has before it loads them.

use personal_page::bundle::english;
use personal_page::content::{Picture, RenderData, Target};
use personal_page::markdown::{Render, render};

use super::check;

/// Renders a text of a site that knows `dunes.jpg` with copies, and `plan.svg` without.
fn html(text: &str, base: &str) -> String {
    let target = |name: &str, copies: &[u32]| {
        let path = |width: &u32| (*width, format!("posts/x/dunes-{width}-1a2b.webp"));
        let picture = Picture { width: 1600, height: 900, copies: copies.iter().map(path).collect() };
        (name.to_owned(), Target { path: format!("posts/x/{name}"), picture: Some(picture) })
    };
    let targets = vec![target("dunes.jpg", &[480, 800]), target("plan.svg", &[])];
    let options = Render { base, words: &english(), html: &[], sidenotes: false };
    render(text, &RenderData { targets, ..RenderData::default() }, options)
}

#[test]
fn a_picture_says_its_size_and_offers_its_copies() {
    assert_eq!(
        html("So ![Dunes](dunes.jpg) it is.", "/repo/"),
        "<p>So <img src=\"/repo/posts/x/dunes.jpg\" \
         srcset=\"/repo/posts/x/dunes-480-1a2b.webp 480w, /repo/posts/x/dunes-800-1a2b.webp 800w\" \
         sizes=\"min(100vw - 2rem, 33rem + 8.25vw, 53.625rem)\" \
         width=\"1600\" height=\"900\" alt=\"Dunes\" decoding=\"async\"> it is.</p>\n"
    );
    assert_eq!(
        html("So ![A plan](plan.svg) it is.", "/"),
        "<p>So <img src=\"/posts/x/plan.svg\" width=\"1600\" height=\"900\" alt=\"A plan\" decoding=\"async\"> it is.</p>\n"
    );
}

#[test]
fn in_a_feed_the_copies_have_full_addresses() {
    let html = html("![Dunes](dunes.jpg)", "https://ada.example/repo/");
    assert!(html.contains("srcset=\"https://ada.example/repo/posts/x/dunes-480-1a2b.webp 480w, https://ada"), "{html}");
}

#[test]
fn only_the_first_picture_of_a_text_does_not_wait() {
    let html = html("![A](plan.svg)\n\n![B](dunes.jpg) ![C](other.png)", "/");
    assert_eq!(html.matches("<img").count(), 3);
    assert_eq!(html.matches(" loading=\"lazy\"").count(), 2);
    assert!(!html.lines().next().is_some_and(|line| line.contains("lazy")), "{html}");
}

#[test]
fn a_picture_that_stands_alone_opens_large() {
    let image = "<img src=\"/posts/x/plan.svg\" width=\"1600\" height=\"900\" alt=\"A plan\" decoding=\"async\">";
    let zoom = format!("<a class=\"zoom\" href=\"/posts/x/plan.svg\">{image}</a>");
    let bare = image.replace("A plan", "");
    for (text, expected) in [
        ("![A plan](plan.svg)", format!("<p>{zoom}</p>")),
        (
            "![A plan](plan.svg \"How *it* goes\")",
            format!("<figure>{zoom}<figcaption>How *it* goes</figcaption></figure>"),
        ),
        // The author's link keeps its destination.
        ("[![A plan](plan.svg)](/about/)", format!("<p><a href=\"/about/\">{image}</a></p>")),
        // A link without text has no name for screen readers.
        ("![](plan.svg)", format!("<p>{bare}</p>")),
    ] {
        assert_eq!(html(text, "/").trim_end(), expected, "from {text:?}");
    }
}

#[test]
fn a_picture_of_unknown_size_is_shown_all_the_same() {
    let image = |rest: &str| format!("<img src=\"/repo/posts/hello/my%20cat.png\" {rest} decoding=\"async\">");
    let plain = image("alt=\"A cat\"");
    check(&[
        (
            "![A *cat*](<./my cat.png> \"Mine & yours\")",
            &format!("<figure>{plain}<figcaption>Mine &amp; yours</figcaption></figure>"),
        ),
        ("![A `cat`](<./my cat.png>)", &format!("<p>{plain}</p>")),
        ("A ![A cat](<./my cat.png> \"Mine\")", &format!("<p>A {}</p>", image("alt=\"A cat\" title=\"Mine\""))),
        ("[![A cat](<./my cat.png>)](../other.md)", &format!("<p><a href=\"/repo/posts/other/\">{plain}</a></p>")),
    ]);
}
