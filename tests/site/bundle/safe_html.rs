//! HTML that is allowed in every text, without an option.

use personal_page::content::Body;

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

#[track_caller]
fn built(text: &str) -> Built {
    Site::new().post("hello/index.md", text).file("posts/hello/cat.png", png(1)).bundle()
}

/// The HTML of each text: adjacent lines of a table.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(built(text).body("posts/hello/"), *expected, "from {text:?}");
    }
}

#[test]
fn what_markdown_has_no_sign_for_passes() {
    check(&[
        ("Press <kbd>Ctrl</kbd> + <kbd>C</kbd>.", "<p>Press <kbd>Ctrl</kbd> + <kbd>C</kbd>.</p>"),
        ("H<sub>2</sub>O, x<SUP>2</SUP>", "<p>H<sub>2</sub>O, x<sup>2</sup></p>"),
        ("one<br>two<br/>three<br />four</br>five", "<p>one<br>two<br>three<br>four<br>five</p>"),
        ("<mark>seen</mark> <small>fine</small> <u>so</u>", "<p><mark>seen</mark> <small>fine</small> <u>so</u></p>"),
        (
            "The <abbr title=\"World Health Organization\">WHO</abbr>.",
            "<p>The <abbr title=\"World Health Organization\">WHO</abbr>.</p>",
        ),
        (
            "| a |\n|---|\n| b<br>c |",
            "<section class=\"table\" tabindex=\"0\" aria-label=\"Table\"><table>\n<thead><tr><th scope=\"col\">a</th></tr></thead><tbody>\n<tr><td>b<br>c</td></tr>\n</tbody></table></section>",
        ),
        ("<sub>*a* & b &amp; c</sub>", "<p><sub><em>a</em> &amp; b &amp; c</sub></p>"),
    ]);
}

#[test]
fn markdown_within_a_block_is_markdown() {
    check(&[
        (
            "<details open>\n<summary>The <em>whole</em> **story** &amp; more</summary>\n\nIt *began*:\n\n- one\n\n</details>\n\nAfter.",
            "<details open=\"\">\n<summary>The &lt;em&gt;whole&lt;/em&gt; **story** &amp; more</summary>\n<p>It <em>began</em>:</p>\n\
             <ul>\n<li>one</li>\n</ul>\n</details>\n<p>After.</p>",
        ),
        (
            "> <details>\n> <summary>a</summary>\n>\n> *b*\n>\n> </details>",
            "<blockquote>\n<details>\n<summary>a</summary>\n<p><em>b</em></p>\n</details>\n</blockquote>",
        ),
        (
            "- <details><summary>a</summary>b</details>",
            "<ul>\n<li><details><summary>a</summary>b</details>\n</li>\n</ul>",
        ),
        (
            "<details>\n<summary>a</summary>\n\n<details>\n<summary>b</summary>\n\nc\n\n</details>\n\n</details>",
            "<details>\n<summary>a</summary>\n<details>\n<summary>b</summary>\n<p>c</p>\n</details>\n</details>",
        ),
    ]);
}

#[test]
fn pictures_are_those_of_markdown() {
    check(&[
        (
            "<img src=\"cat.png\" alt=\"A cat\">",
            "<p><img src=\"/posts/hello/cat.png\" alt=\"A cat\" width=\"1\" height=\"1\"></p>",
        ),
        (
            "A <img alt='A cat' src=./cat.png width=20 /> in a line.",
            "<p>A <img alt=\"A cat\" src=\"/posts/hello/cat.png\" width=\"20\" height=\"20\"> in a line.</p>",
        ),
        (
            "<figure>\n<img src=\"cat.png\" alt=\"\" width=\"3\" height=\"4\">\n<figcaption>A cat</figcaption>\n</figure>",
            "<figure>\n<img src=\"/posts/hello/cat.png\" alt=\"\" width=\"3\" height=\"4\">\n<figcaption>A cat</figcaption>\n</figure>",
        ),
        (
            "<picture>\n  <source srcset=\"cat.png 1x, ./cat.png?2 2x\" media=\"(width > 40em)\" type=\"image/png\">\n  <img src=\"cat.png\" alt=\"A cat\">\n</picture>",
            "<p><picture>\n  <source srcset=\"/posts/hello/cat.png 1x, /posts/hello/cat.png?2 2x\" media=\"(width &gt; 40em)\" type=\"image/png\">\n  \
             <img src=\"/posts/hello/cat.png\" alt=\"A cat\" width=\"1\" height=\"1\">\n</picture></p>",
        ),
    ]);
    let built = built("<img src=\"cat.png\" alt=\"A cat\">");
    assert_eq!(built.bytes("posts/hello/cat.png"), png(1));
    assert!(
        built.text("feed.xml").contains("src=&quot;https://me.example/posts/hello/cat.png&quot;")
            || built.text("feed.xml").contains("src=\"https://me.example/posts/hello/cat.png\""),
        "{}",
        built.text("feed.xml")
    );
}

#[test]
fn a_picture_that_is_missing_or_elsewhere_or_not_described_is_found() {
    let site = Site::new()
        .post("hello.md", "A\n<img src=\"gone.png\" alt=\"\"> <img src=\"https://b.example/a.png\" alt=\"\">");
    let mistakes = site.mistakes();
    assert_eq!(mistakes.len(), 2, "{mistakes:?}");
    assert!(mistakes[0].starts_with("posts/hello.md:6: \"gone.png\" leads nowhere"), "{mistakes:?}");
    assert!(
        mistakes[1].ends_with("allow the host in site.toml:\n[policy]\nimg = [\"https://b.example\"]"),
        "{mistakes:?}"
    );
    let warnings = built("<img src=cat.png>").warnings();
    assert_eq!(
        warnings,
        [
            "posts/hello/index.md:5: warning: the picture \"cat.png\" has no alt text — describe what it shows: alt=\"A red fox\""
        ]
    );
}

#[test]
fn only_a_text_with_such_html_travels_as_html() {
    for text in ["Plain.", "<div>x</div>", "a <b>c</b>", "<!-- more -->", "`<kbd>`", "```\n<kbd>a</kbd>\n```", "Vec<T>"]
    {
        assert!(matches!(built(text).article("posts/hello/").body, Body::Markdown { .. }), "{text}");
    }
    assert!(matches!(built("a<br>c").article("posts/hello/").body, Body::Html(_)));
}

#[test]
fn the_rest_is_text_and_comments_are_dropped() {
    check(&[
        ("<kbd>a</kbd> <b>c</b> <!-- d -->e", "<p><kbd>a</kbd> &lt;b&gt;c&lt;/b&gt; e</p>"),
        (
            "<div align=\"center\">\n<img src=\"cat.png\" alt=\"A &amp; B\" title=\"&lt;\">\n<!-- no -->\n</div>",
            "<p>&lt;div align=\"center\"&gt;\n<img src=\"/posts/hello/cat.png\" alt=\"A &amp; B\" title=\"&lt;\" width=\"1\" height=\"1\">\n\n&lt;/div&gt;</p>",
        ),
        ("<!-- a --> <b>", "<p>&lt;b&gt;</p>"),
        (
            "<script>\nlet a = '<kbd>x</kbd>';\n</script>\n\n<kbd>b</kbd>",
            "<p>&lt;script&gt;\nlet a = '&lt;kbd&gt;x&lt;/kbd&gt;';\n&lt;/script&gt;</p>\n<p><kbd>b</kbd></p>",
        ),
        (
            "<video controls>\n<source src=\"gone.mp4\">\n</video>",
            "<p>&lt;video controls&gt;\n&lt;source src=&quot;gone.mp4&quot;&gt;\n&lt;/video&gt;</p>",
        ),
        ("`<kbd>` a<br>b", "<p><code>&lt;kbd&gt;</code> a<br>b</p>"),
        (
            "a<br>b Vec<T> <https://a.org>",
            "<p>a<br>b Vec&lt;T&gt; <a href=\"https://a.org\" rel=\"external\">https://a.org</a></p>",
        ),
    ]);
}

#[test]
fn a_tag_without_its_partner_is_text_and_breaks_nothing() {
    check(&[
        ("a</sub> b", "<p>a&lt;/sub&gt; b</p>"),
        ("a <sub>b\n\nc<br>d", "<p>a &lt;sub&gt;b</p>\n<p>c<br>d</p>"),
        ("*a <kbd>b* c</kbd><br>", "<p><em>a &lt;kbd&gt;b</em> c&lt;/kbd&gt;<br></p>"),
        ("<details>\n<summary>a</summary>\n\nb", "&lt;details&gt;\n<summary>a</summary>\n<p>b</p>"),
        (
            "> <details>\n\n</details>\n\na<br>b",
            "<blockquote>\n<p>&lt;details&gt;</p>\n</blockquote>\n<p>&lt;/details&gt;</p>\n<p>a<br>b</p>",
        ),
        ("a <u><small>b</u> c</small>", "<p>a <u>&lt;small&gt;b</u> c&lt;/small&gt;</p>"),
        ("a <details>b</details><br>c", "<p>a &lt;details&gt;b&lt;/details&gt;<br>c</p>"),
        (
            "## <u>a\n\nb</u><br>",
            "<h2 id=\"u-a\">&lt;u&gt;a <a class=\"anchor\" href=\"#u-a\" aria-label=\"Link to: &lt;u&gt;a\">#</a></h2>\n<p>b&lt;/u&gt;<br></p>",
        ),
    ]);
}

#[test]
fn what_could_run_restyle_or_load_is_taken_off_it() {
    let text = "<kbd style=\"color: red\" onclick=\"x()\" class=\"key\" id=\"k\" data-x=1>a</kbd>\n\n\
                <img src=\"cat.png\" alt=\"\" onerror=\"x()\" ONLOAD=x() srcdoc=y style='zoom: 50%' usemap=\"#m\">\n\n<sub id=\"main\">b</sub>";
    check(&[(
        text,
        "<p><kbd class=\"key\" id=\"k\">a</kbd></p>\n<p><img src=\"/posts/hello/cat.png\" alt=\"\" width=\"1\" height=\"1\"></p>\n<p><sub>b</sub></p>",
    )]);
}

#[test]
fn a_heading_is_its_words() {
    let built =
        built("## H<sub>2</sub>O <b>c</b>\n\n### <kbd>Esc</kbd>\n\n[a](#h2o-b-c-b) ![a <kbd>x</kbd> <i>](cat.png)");
    let contents = built.article("posts/hello/").contents;
    let all: Vec<_> = contents.iter().map(|heading| (heading.id.as_str(), heading.text.as_str())).collect();
    assert_eq!(all, [("h2o-b-c-b", "H2O <b>c</b>"), ("esc", "Esc")]);
    let body = built.body("posts/hello/");
    assert!(
        body.contains("aria-label=\"Link to: H2O &lt;b&gt;c&lt;/b&gt;\"")
            || body.contains("aria-label=\"Link to: H2O &lt;b>c&lt;/b>\""),
        "{body}"
    );
    assert!(body.contains("alt=\"a x &lt;i&gt;\"") || body.contains("alt=\"a x &lt;i>\""), "{body}");
}

#[test]
fn an_id_is_a_place_that_links_lead_to() {
    let body = built("<kbd id=\"esc\">Esc</kbd>, [there](#esc), [head](#esc-1)\n\n## Esc").body("posts/hello/");
    assert!(body.contains("<h2 id=\"esc-1\">"), "{body}");
    let mistakes = Site::new().post("hello.md", "a<br>[there](#esc)").mistakes();
    assert!(mistakes[0].contains("no id \"esc\""), "{mistakes:?}");
}
