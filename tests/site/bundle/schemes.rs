//! Pictures for light and dark pages: both forms are in the page, and the style shows one.

use crate::bundle::picture::{meadow, png};
use crate::bundle::site::Site;

const MAP: &str = "![A map of the bay](./map.png){dark=\"./map-dark.png\"}";

/// A site whose post has a map for each scheme.
fn site(text: &str) -> Site {
    Site::new()
        .base("/repo/")
        .post("bay/index.md", text)
        .file("posts/bay/map.png", meadow())
        .file("posts/bay/map-dark.png", png(90))
}

#[test]
fn a_picture_has_a_form_for_each_scheme() {
    let built = site(&format!("Before.\n\n{MAP}\n\nAfter.")).bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let body = built.body("posts/bay/");
    let (light, dark) = body.split_once("</a><a").expect("two links");
    assert!(light.starts_with("<p>Before.</p>\n<p><a class=\"zoom for-light\" href=\"/repo/posts/bay/map.png\"><img "));
    assert!(dark.starts_with(" class=\"zoom for-dark\" href=\"/repo/posts/bay/map-dark.png\"><img "), "{dark}");
    for (form, width, height, class) in [(light, 1000, 200, "for-light"), (dark, 90, 1, "for-dark")] {
        assert!(form.contains(&format!("width=\"{width}\" height=\"{height}\" alt=\"A map of the bay\"")), "{form}");
        // The browser loads the hidden one only if it has to load it at once.
        assert!(form.contains(&format!("class=\"{class}\" loading=\"lazy\"")), "{form}");
    }
    assert!(light.contains("srcset=\"/repo/posts/bay/map-480-"), "{light}");
    assert!(body.ends_with("</a></p>\n<p>After.</p>"), "{body}");
    for file in ["map.png", "map-dark.png"] {
        built.bytes(&format!("posts/bay/{file}"));
    }
}

#[test]
fn both_forms_have_one_caption() {
    let body = site("![A map](./map.png \"The bay\"){dark=./map-dark.png}").bundle().body("posts/bay/");
    assert_eq!(body.matches("<figcaption>The bay</figcaption>").count(), 1);
    assert_eq!(body.matches("<figure>").count(), 1);
}

#[test]
fn in_a_line_the_forms_stand_in_the_line() {
    let body = site("So ![it](./map.png){dark=./map-dark.png} is, see.").bundle().body("posts/bay/");
    assert!(body.starts_with("<p>So <img src=\"/repo/posts/bay/map.png\""), "{body}");
    assert!(body.contains("decoding=\"async\"><img src=\"/repo/posts/bay/map-dark.png\""), "{body}");
    assert!(body.ends_with("decoding=\"async\"> is, see.</p>"), "{body}");
}

#[test]
fn feeds_and_programs_get_the_light_form() {
    let built = site(&format!("{MAP}\n\nAfter.")).bundle();
    for feed in ["feed.xml", "rss.xml", "feed.json"] {
        let feed = built.text(feed);
        assert!(feed.contains("/repo/posts/bay/map.png") && !feed.contains("map-dark"), "{feed}");
    }
    assert_eq!(built.text("posts/bay/index.md"), "# bay\n\n![A map of the bay](./map.png)\n\nAfter.\n");
}

#[test]
fn a_picture_without_a_dark_form_is_sent_as_before() {
    let built = site("![A map](./map.png)\n\n![B](./map.png){width=50%}").bundle();
    assert!(!built.body("posts/bay/").contains("for-"));
    assert!(built.body("posts/bay/").contains("{width=50%}"));
    let data = built.text("posts/bay/index.json");
    assert!(data.contains("markdown") && !data.contains("html"), "{data}");
}

#[test]
fn a_dark_form_that_is_missing_is_an_error_where_it_is_written() {
    let text = "Text.\n\n![A map](./map.png){dark=\"./night.png\"}";
    let mistakes = site(text).mistakes();
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
    assert!(mistakes[0].starts_with("posts/bay/index.md:7: \"./night.png\" leads nowhere"), "{mistakes:?}");
}

#[test]
fn an_attribute_without_effect_is_told() {
    let text = "![A map](./map.png){.wide dark=./map-dark.png poster=./map.png}";
    let told = "has no effect on a picture — delete it: a picture has dark";
    let warnings = site(text).bundle().warnings();
    let expected = [".wide", "poster"].map(|name| format!("posts/bay/index.md:5: warning: \"{name}\" {told}"));
    assert_eq!(warnings, expected);
}

#[test]
fn the_forms_are_beside_html_too() {
    let built = site(&format!("<details><summary>Map</summary>\n\n{MAP}\n\n</details>\n\nA <kbd>K</kbd>.")).bundle();
    let body = built.body("posts/bay/");
    assert!(body.contains("<summary>Map</summary>") && body.contains("<kbd>K</kbd>"), "{body}");
    assert!(body.contains("<a class=\"zoom for-dark\" href=\"/repo/posts/bay/map-dark.png\">"), "{body}");
    assert!(!body.contains("<!--") && !body.contains("dark="), "{body}");
}

#[test]
fn only_pages_with_a_dark_form_have_its_style() {
    let style = ".for-dark { display: none; }";
    let site = site(MAP).post("plain.md", "![A map](./bay/map.png)");
    let shell = std::fs::read_to_string(site.options.shell.join("index.html")).expect("a shell");
    let shell = shell.replace("<!-- head -->", &format!("<style>{style}</style>\n<!-- head -->"));
    std::fs::write(site.options.shell.join("index.html"), shell).expect("a shell");
    let built = site.bundle();
    assert!(built.text("posts/bay/index.html").contains(".for-dark{"));
    assert!(!built.text("posts/plain/index.html").contains("for-dark"));
}

#[test]
fn attributes_in_attributes_and_after_an_open_comment_lose_no_text() {
    for (text, shown) in [
        ("![a](map.png){dark=\"![c](map.png){dark=map.png}\"} after", " after"),
        ("Note <!-- todo ![A](map.png){dark=map-dark.png} more", "{dark=map-dark.png} more"),
    ] {
        let body = site(text).lenient().bundle().body("posts/bay/");
        assert!(body.contains(shown) && body.contains("<img src=\"/repo/posts/bay/map.png\""), "{body}");
    }
}

#[test]
fn braces_in_which_nothing_has_an_effect_are_told_as_one() {
    let text = "![A map](./map.png){.wide poster=./map.png}";
    let warnings = site(text).bundle().warnings();
    let told =
        "posts/bay/index.md:5: warning: \"{.wide poster}\" has no effect on a picture — delete it: a picture has dark";
    assert_eq!(warnings, [told]);
}

#[test]
fn a_heading_is_named_after_its_picture_in_both_forms() {
    for start in ["", "A <kbd>K</kbd>.\n\n"] {
        for attributes in ["", "{dark=./map-dark.png}"] {
            let built = site(&format!("{start}## ![The bay](./map.png){attributes} in winter")).bundle();
            let body = built.body("posts/bay/");
            assert!(body.contains("aria-label=\"Link to: The bay in winter\""), "{attributes}: {body}");
        }
    }
}
