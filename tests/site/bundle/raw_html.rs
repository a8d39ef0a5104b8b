//! Raw HTML in an author's text.

use personal_page::content::Body;

use crate::bundle::picture::png;
use crate::bundle::site::Site;

fn html(text: &str) -> Site {
    Site::new()
        .config("[markdown]\nhtml = true\n[policy]\nmedia = [\"https://example.org\"]\n")
        .post("hello/index.md", text)
        .file("posts/hello/cat.png", png(1))
        .post("other.md", "## End")
}

#[test]
fn by_default_it_is_shown_as_text() {
    let built = Site::new().post("hello.md", "A <b>bold</b> word.\n\n<div onclick=\"x()\">\n").bundle();
    let body = built.body("posts/hello/");
    assert!(body.contains("A &lt;b&gt;bold&lt;/b&gt; word."), "{body}");
    assert!(body.contains("&lt;div onclick="), "{body}");
    assert!(matches!(built.article("posts/hello/").body, Body::Markdown { .. }));
}

#[test]
fn where_it_is_allowed_what_could_run_or_restyle_the_page_is_gone() {
    let built = html(
        "<script>steal()</script>\n\n<p style=\"color: red\" onclick=\"x()\">A <b onmouseover=\"x()\">bold</b> word.</p>\n\n\
         <style>main { display: none }</style>\n\n<img src=\"x\" onerror=\"x()\">\n\n\
         <a href=\"java&#9;script:x()\">a</a> <a href=\"JavaScript:x()\">b</a> <a href=\"data:text/html,x\">c</a>\n\n\
         <iframe src=\"https://example.org\"></iframe> <form action=\"/\"><button>Go</button></form>\n\n\
         <svg><script>x()</script></svg>\n\n<p id=\"main\">m</p> <p id=\"program\">s</p>",
    );
    let built = built.lenient().bundle();
    let body = built.sanitised("posts/hello/");
    assert!(body.contains("<p>A <b>bold</b> word.</p>"), "{body}");
    let gone = ["script", "style", "onclick", "onmouseover", "onerror", "data:", "iframe", "form", "x()", "svg", "id="];
    for word in gone {
        assert!(!body.contains(word), "{word} is in {body}");
    }
    assert_eq!(built.body("posts/hello/"), body.trim_end());
}

#[test]
fn a_table_scrolls_where_it_is_wider_than_the_screen() {
    for (text, part) in [
        (
            "<table>\n<tr><td>Größe</td></tr>\n</table>",
            "<div class=\"table\"><table>\n<tbody><tr><td>Größe</td></tr>\n</tbody></table></div>",
        ),
        (
            "<table class=\"wide\">\n<tr>\n\n<td>a</td>\n\n</tr>\n</table>\n\nAfter.",
            "</tbody></table></div>\n<p>After.</p>",
        ),
        // It is not closed, or is inline.
        ("<table>\n<tr><td>a</td></tr>", "<table>\n<tbody><tr><td>a</td></tr>"),
        ("a <table><tr><td>b</td></tr></table>", "<p>a </p><table>"),
    ] {
        let body = html(text).bundle().sanitised("posts/hello/");
        assert!(body.contains(part), "{part} is not in {body}");
        assert_eq!(body.matches("<div").count(), usize::from(part.contains("div>")), "{body}");
    }
}

#[test]
fn its_references_are_resolved_as_those_of_markdown() {
    let built = html(
        "<img src=\"cat.png\" alt=\"A cat\">\n\nA <a href=\"../other.md#end\">link</a>, <a href=\"/archive/\">all</a>.\n\n\
         <picture>\n<source srcset=\"cat.png 1x, ./cat.png?2 2x\">\n<img src=\"./cat.png\">\n</picture>\n\n\
         <video src=\"https://example.org/v.mp4\" poster=\"cat.png\"></video> [md](../other.md)",
    );
    let built = built.base("/repo/").bundle();
    let body = built.sanitised("posts/hello/");
    for part in [
        "<img src=\"/repo/posts/hello/cat.png\" alt=\"A cat\" width=\"1\" height=\"1\">",
        "<a href=\"/repo/posts/other/#end\">link</a>",
        "<a href=\"/repo/archive/\">all</a>",
        "srcset=\"/repo/posts/hello/cat.png 1x, /repo/posts/hello/cat.png?2 2x\"",
        "poster=\"/repo/posts/hello/cat.png\"",
        "src=\"https://example.org/v.mp4\"",
        "<a href=\"/repo/posts/other/\">md</a>",
    ] {
        assert!(body.contains(part), "{part} is not in {body}");
    }
    assert_eq!(built.bytes("posts/hello/cat.png"), png(1));
}

#[test]
fn its_mistakes_have_their_lines() {
    let mistakes =
        html("A <a href=\"gone.md\">link</a>.\n\n<figure>\n<img\n  src=\"gone.png\" alt=\"\">\n</figure>").mistakes();
    assert_eq!(mistakes.len(), 2);
    assert!(mistakes[0].starts_with("posts/hello/index.md:5: \"gone.md\" leads nowhere"), "{mistakes:?}");
    assert!(mistakes[1].starts_with("posts/hello/index.md:9: \"gone.png\" leads nowhere"), "{mistakes:?}");
}

#[test]
fn the_site_may_live_in_a_folder_named_as_one_of_its_pages() {
    let site = html("<a href=\"/blog/\">page</a> [home](/)").post_with("blog.md", "title = \"Blog\"\npage = true", "");
    let body = site.base("/blog/").bundle().sanitised("posts/hello/");
    assert_eq!(body, "<p><a href=\"/blog/blog/\">page</a> <a href=\"/blog/\">home</a></p>\n");
}

#[test]
fn what_markdown_makes_survives_the_cleaning() {
    let text = "# Head\n\n- [x] done\n- [ ] open\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n> [!NOTE]\n> Mind.\n\n\
        Word[^1].\n\n[^1]: The note.\n\n```rust\nfn main() {}\n```\n\n![A cat](cat.png \"Caption\")\n\nTerm\n: Meaning\n\n\
        3. three\n\n~~gone~~ https://example.org\n";
    let plain = html(text).bundle().body("posts/hello/");
    let cleaned = html(&format!("{text}\n<!-- a comment is HTML too -->")).bundle();
    let cleaned = cleaned.sanitised("posts/hello/");
    let normal = |html: &str| {
        let mut words: Vec<String> = html
            .replace("disabled=\"\"", "disabled")
            .replace("checked=\"\"", "checked")
            .split(['<', '>', ' ', '\n'])
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        words.sort();
        words
    };
    assert_eq!(normal(&cleaned), normal(&plain), "{cleaned}\n{plain}");
}
