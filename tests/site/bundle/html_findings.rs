//! Findings on an author's HTML. Each remedy is applied literally: then there are no findings, and the page has what
//! was meant.

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

const ALLOWED: &str = "[markdown]\nhtml = true\n";

#[track_caller]
fn built(config: &str, text: &str) -> Built {
    Site::new().config(config).post("hello/index.md", text).file("posts/hello/cat.png", png(1)).bundle()
}

/// Asserts that each text has only this finding; written as it advises, it has none and its page contains `shown`.
#[track_caller]
fn check(config: &str, table: &[(&str, &str, &str, &str)]) {
    for (text, finding, instead, shown) in table {
        let expected = format!("posts/hello/index.md:{finding}");
        assert_eq!(built(config, text).warnings(), [expected], "of {text:?}");
        let built = built(config, instead);
        assert!(built.warnings().is_empty(), "{:?} of {instead:?}", built.warnings());
        let body = built.body("posts/hello/");
        assert!(body.contains(shown), "{shown} is not in {body}");
    }
}

#[test]
fn what_is_shown_as_text_is_one_warning_for_the_whole_site() {
    let site = || {
        Site::new()
            .post("a.md", "One <b>bold</b> word and a <i>second</i>.\n\n<div>\n\n<b>x</b>\n\n</div>")
            .post("b.md", "`<b>` <kbd>K</kbd> Vec<T>")
            .post("c.md", "<b>c</b>")
            .post("d.md", "<!-- a -->\n<b>d</b>")
            .post("e.md", "a <u>b</u> <b>e</b>")
    };
    let warnings = site().bundle().warnings();
    assert_eq!(
        warnings,
        ["posts/a.md:5: warning: HTML is shown as text: <b>, <div>, <i> (7 times in 4 posts: posts/a.md, posts/c.md, \
             posts/d.md …) — write it in Markdown, or allow HTML in site.toml: [markdown] html = true"]
    );
    let built = site().config("[markdown] \nhtml = true\n").bundle();
    let warnings = built.warnings();
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("<T> is not an element of HTML"), "{warnings:?}");
    assert!(built.body("posts/a/").contains("One <b>bold</b> word"));
}

#[test]
fn what_would_not_pass_either_is_told_at_once() {
    let warnings =
        built("", "<script>x()</script>\n\n<form>a</form>\n\nA <iframe src=\"https://f.example\"></iframe>").warnings();
    assert_eq!(
        warnings,
        ["posts/hello/index.md:5: warning: HTML is shown as text: <form>, <iframe>, <script> (3 times in 1 post: \
             posts/hello/index.md) — write it in Markdown, or allow HTML in site.toml: [markdown] html = true; but <form>, \
             <script> would be removed even then; an <iframe> needs its host in [policy] frame as well"]
    );
}

#[test]
fn a_tag_that_has_no_partner_is_reported_with_its_place() {
    check(
        "",
        &[
            (
                "a <sub>b",
                "5: warning: <sub> is never closed, and shown as text — write </sub> where it ends, in the same paragraph or between the same blocks",
                "a <sub>b</sub>",
                "a <sub>b</sub>",
            ),
            (
                "<details>\n<summary>a</summary>\n\nb",
                "5: warning: <details> is never closed, and shown as text — write </details> where it ends, in the same paragraph or between the same blocks",
                "<details>\n<summary>a</summary>\n\nb\n\n</details>",
                "<p>b</p>\n</details>",
            ),
            (
                "b</kbd> c",
                "5: warning: </kbd> closes nothing, and is shown as text — delete it, or write <kbd> where it begins, in the same paragraph",
                "<kbd>b</kbd> c",
                "<kbd>b</kbd> c",
            ),
            (
                "a <details>b</details>",
                "5: warning: <details> is in a line of text, and shown as text — begin a line with it, after an empty line",
                "a\n\n<details>b</details>",
                "<details>b</details>",
            ),
            (
                "a\n\n<!-- b\n\nc",
                "7: warning: a comment that never ends hides what follows — write --> where it ends",
                "a\n\n<!-- b -->\n\nc",
                "<p>c</p>",
            ),
        ],
    );
}

#[test]
fn a_heading_of_the_level_of_the_title_goes_one_down() {
    check(
        ALLOWED,
        &[(
            "<h1 id=\"a\">Schritt für Schritt</h1>\n<p>b</p>",
            "5: warning: <h1> is the level of the title, and becomes <h2> — write <h2>, and increase the level of its subheadings by one",
            "<h2 id=\"a\">Schritt für Schritt</h2>\n<p>b</p>",
            "<h2 id=\"a\">Schritt für Schritt</h2>",
        )],
    );
    let body = built(ALLOWED, "<div>\n\n<h1>Paragraph</h1>\n\n</div>\n\nAnd <h1>in a line</h1>.").body("posts/hello/");
    assert!(body.contains("<h2>Paragraph</h2>") && !body.contains("h1"), "{body}");
}

#[test]
fn a_finding_is_about_the_exact_words() {
    let built =
        built(ALLOWED, "`<svg>` <b>and</b> <svg>a</svg>\n\n> <p>\n> <b style=\"a\"\n>    onclick='x()'>y</b></p>");
    let findings = built.report.findings.sorted();
    let at = |n: usize| (findings[n].location.line.map(|line| line.get()), findings[n].location.columns);
    assert_eq!(findings.len(), 3, "{:?}", built.warnings());
    assert_eq!(at(0), (Some(5), Some((19, 24))));
    assert_eq!(at(1), (Some(8), Some((5, 14))));
    assert_eq!(at(2), (Some(9), Some((5, 18))));
}

#[test]
fn elements_that_are_left_out_are_reported_with_what_to_write_instead() {
    let never = |name: &str, end: &str, remedy: &str| format!("5: warning: <{name}> is left out{end} — {remedy}");
    let with = ", with its content";
    let file = "link to the file instead: [Its name](./file.pdf)";
    let form = "link to a page that has the form: [Sign up](https://forms.example/)";
    let span = "write <span class=\"loud\"> instead, and .loud { … } into public/owner.css";
    let cases = [
        ("a <script>x()</script> b", never("script", with, "delete it: scripts in a text do not run"), "a  b", "a  b"),
        (
            "<style>\nb { }\n</style>\n\na",
            never("style", with, "delete it, and write its rules into public/owner.css"),
            "a",
            "a",
        ),
        (
            "<svg width=\"1\">\n<text>x</text>\n</svg>",
            never("svg", with, "save it as a file beside the post, and show that: ![What it shows](./drawing.svg)"),
            "![What it shows](./drawing.svg)",
            "posts/hello/drawing.svg",
        ),
        (
            "<object data=\"a.pdf\">The file</object>",
            never("object", "", file),
            "[Its name](./file.pdf)",
            ">Its name</a>",
        ),
        ("<embed src=\"a.pdf\">", never("embed", "", file), "[Its name](./file.pdf)", ">Its name</a>"),
        ("<form>a</form>", never("form", "", form), "[Sign up](https://forms.example/)", ">Sign up</a>"),
        (
            "a <font>b</font>",
            never("font", "", span),
            "a <span class=\"loud\">b</span>",
            "<span class=\"loud\">b</span>",
        ),
        ("<xmp>a</xmp>", never("xmp", "", "write it as a block of code"), "```\na\n```", "<pre"),
        ("a <dialog>b</dialog>", never("dialog", "", "delete the tag"), "a b", "a b"),
        ("a <?php b ?>", "5: warning: <?php is left out — delete the tag".to_owned(), "a", "a"),
        (
            "a Vec<String> b",
            "5: warning: <String> is not an element of HTML, and left out — write \\<String> or `<String>` to show it"
                .to_owned(),
            "a Vec\\<String>, `<String>` b",
            "a Vec&lt;String&gt;, <code>&lt;String&gt;</code>",
        ),
    ];
    for (text, finding, instead, shown) in &cases {
        let site = |text: &str| {
            let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
            let site = Site::new().config(ALLOWED).post("hello/index.md", text);
            site.file("posts/hello/drawing.svg", drawing).file("posts/hello/file.pdf", "%PDF-1.4").bundle()
        };
        assert_eq!(site(text).warnings(), [format!("posts/hello/index.md:{finding}")], "of {text:?}");
        let built = site(instead);
        assert!(built.warnings().is_empty(), "{:?} of {instead:?}", built.warnings());
        let body = built.body("posts/hello/").replace("&gt;", ">").replace('>', "&gt;");
        assert!(body.contains(&shown.replace("&gt;", ">").replace('>', "&gt;")), "{shown} is not in {body}");
    }
}

#[test]
fn attributes_that_are_left_out_are_reported_once_each() {
    check(
        ALLOWED,
        &[
            (
                "a <b style=\"color: red\">b</b> <i style=\"\">c</i>",
                "5: warning: the attribute style is left out (2 times in 1 post: posts/hello/index.md) — write class=\"special\" instead, and .special { … } into public/owner.css",
                "a <b class=\"special\">b</b> <i>c</i>",
                "<b class=\"special\">b</b>",
            ),
            (
                "a <b onclick=\"x()\">b</b>",
                "5: warning: the attribute onclick is left out — delete it: scripts in a text do not run",
                "a <b>b</b>",
                "a <b>b</b>",
            ),
            (
                "<div align=\"center\">b</div>",
                "5: warning: the attribute align is left out — write class=\"special\" instead, and .special { … } into public/owner.css",
                "<div class=\"special\">b</div>",
                "<div class=\"special\">b</div>",
            ),
            (
                "<a href=\"/\" target=\"_blank\">b</a>",
                "5: warning: the attribute target is left out — delete it: the reader chooses where a link opens",
                "<a href=\"/\">b</a>",
                "<a href=\"/\">b</a>",
            ),
            (
                "<img data-src=\"cat.png\" alt=\"\">",
                "5: warning: the attribute data-src is left out — write it as src: no script in a text copies it there",
                "<img src=\"cat.png\" alt=\"\">",
                "src=\"/posts/hello/cat.png\"",
            ),
            (
                "<p id=\"main\">b</p>",
                "5: warning: the id \"main\" is taken, and left out — choose another",
                "<p id=\"most\">b</p>",
                "<p id=\"most\">b</p>",
            ),
            (
                "<p id=\"fn-1\">b[^x]</p>\n\n[^x]: Note.\n\n[b][^x]",
                "5: warning: the id \"fn-1\" is taken, and left out — choose another",
                "<p id=\"note\">b</p>",
                "<p id=\"note\">b</p>",
            ),
            (
                "<p id=\"a\">b</p><p id=\"a\">c</p>",
                "5: warning: the id \"a\" is taken, and left out — choose another",
                "<p id=\"a\">b</p><p id=\"b\">c</p>",
                "<p id=\"b\">c</p>",
            ),
        ],
    );
    let warnings = built("", "<kbd style=\"x\">a</kbd>").warnings();
    assert!(warnings[0].contains("the attribute style is left out"), "{warnings:?}");
}

const FILM: &str = "<iframe width=\"560\" height=\"315\" src=\"https://films.example/embed/1?a=1&amp;b=2\" title=\"A lake\" \
                    frameborder=\"0\" allow=\"autoplay\" allowfullscreen>No frames.</iframe>";

#[test]
fn a_frame_is_shown_if_its_host_is_allowed() {
    let warnings = built(ALLOWED, FILM).warnings();
    let line = "[policy]\nframe = [\"https://films.example\"]";
    let wrong = format!(
        "posts/hello/index.md:5: warning: \"https://films.example/embed/1?a=1&b=2\" is a link, because no frame of \
         https://films.example is allowed — allow it in site.toml:\n{line}"
    );
    assert_eq!(warnings, [wrong]);
    let frame = "<iframe width=\"560\" height=\"315\" src=\"https://films.example/embed/1?a=1&amp;b=2\" title=\"A lake\" \
                 loading=\"lazy\" sandbox=\"allow-scripts allow-same-origin allow-popups allow-forms allow-presentation\" \
                 allowfullscreen=\"\"></iframe>";
    for text in
        [FILM.to_owned(), format!("<div>\n{FILM}\n</div>"), FILM.replace("No frames.", ""), FILM.replace("https:", "")]
    {
        let built = built(&format!("{ALLOWED}{line}\n"), &text);
        assert!(built.warnings().is_empty(), "{:?}", built.warnings());
        let body = built.body("posts/hello/").replace("\"//films", "\"https://films");
        assert!(body.contains(frame) && !body.contains("No frames"), "{body}");
        assert!(built.text("posts/hello/index.html").contains("frame-src https://films.example;"));
        assert!(!built.text("posts/hello/index.html").contains("style="));
    }
    assert!(!built("", FILM).body("posts/hello/").contains("<iframe"));
}

#[test]
fn a_frame_whose_host_is_not_allowed_is_a_link() {
    let link = "<p><a href=\"https://films.example/embed/1?a=1&amp;b=2\" rel=\"external\">A lake</a></p>";
    for config in ["", ALLOWED] {
        for text in
            [FILM.to_owned(), format!("<div class=\"wide\">\n<p>{FILM}</p>\n</div>"), format!("> {FILM}\n\n<b>B</b>")]
        {
            let built = built(config, &text);
            assert!(built.body("posts/hello/").contains(link), "{}", built.body("posts/hello/"));
            assert!(built.warnings()[0].contains("no frame of https://films.example is allowed"));
        }
        // Within a line, the words around it have no room for what it becomes.
        let built = built(config, &format!("See {FILM} now."));
        assert!(!built.body("posts/hello/").contains(link));
    }
}

#[test]
fn without_html_a_frame_of_an_allowed_host_is_loaded_when_it_is_opened() {
    let frames = "[policy]\nframe = [\"https://films.example\", \"https://www.youtube-nocookie.com\"]\n";
    let built =
        built(frames, &format!("{FILM}\n\n<iframe src=\"https://www.youtube.com/embed/x1\" title=\"B\"></iframe>"));
    assert_eq!(built.warnings(), [""; 0]);
    let body = built.body("posts/hello/");
    for part in [
        "<summary>A lake</summary><a href=\"https://films.example/embed/1?a=1&amp;b=2\" target=\"frame-hello-1\"",
        "<summary>B</summary><a href=\"https://www.youtube-nocookie.com/embed/x1?autoplay=1\" target=\"frame-hello-2\"",
    ] {
        assert!(body.contains(part), "{body}");
    }
    assert!(!body.contains("<iframe src"), "{body}");
}

#[test]
fn programs_get_the_link_to_a_frame_and_the_frame_where_it_is_shown() {
    let link = "Before.\n\n[A lake](https://films.example/embed/1?a=1&b=2)\n\nAfter.";
    for (config, frame) in [("", FILM.to_owned()), ("", format!("<div>\n{FILM}\n</div>"))] {
        let built = built(config, &format!("Before.\n\n{frame}\n\nAfter."));
        let text = built.text("posts/hello/index.md");
        assert!(text.contains(link) && !text.contains("<iframe"), "{text}");
    }
    let config = format!("{ALLOWED}[policy]\nframe = [\"https://films.example\"]\n");
    assert!(built(&config, FILM).text("posts/hello/index.md").contains(FILM));
}

#[test]
fn the_link_that_a_frame_becomes_is_checked_as_others_are() {
    let site = Site::new().post("hello.md", &format!("[It](https://a.example/)\n\n{FILM}"));
    let external = personal_page::bundle::check(&site.options).external;
    let urls: Vec<&str> = external.iter().map(|link| &*link.url).collect();
    assert_eq!(urls, ["https://a.example/", "https://films.example/embed/1?a=1&b=2"]);
}

#[test]
fn the_line_that_allows_a_host_keeps_those_before_it() {
    let config = format!("{ALLOWED}[policy]\nframe = [\"https://a.example\"]\nimg = [\"https://b.example\"]\n");
    let warnings = built(&config, FILM).warnings();
    assert!(
        warnings[0].ends_with("[policy]\nframe = [\"https://a.example\", \"https://films.example\"]"),
        "{warnings:?}"
    );
    let mistakes = Site::new().config(&config).post("a.md", "![A cat](https://c.example/c.png)").mistakes();
    assert!(mistakes[0].ends_with("[policy]\nimg = [\"https://b.example\", \"https://c.example\"]"), "{mistakes:?}");
}

#[test]
fn the_line_that_allows_a_host_leaves_out_what_a_counter_opens() {
    let config = "[analytics]\ngoatcounter = \"https://me.goatcounter.com/count\"\n";
    let site = |config: &str| Site::new().config(config).post("a.md", "![A cat](https://c.example/c.png)");
    let mistakes = site(config).mistakes();
    assert!(mistakes[0].ends_with("[policy]\nimg = [\"https://c.example\"]"), "{mistakes:?}");
    site(&format!("{config}[policy]\nimg = [\"https://c.example\"]")).bundle();
}

#[test]
fn a_frame_that_no_policy_allows_is_reported() {
    let policy = format!("{ALLOWED}[policy]\nframe = [\"https://films.example\", \"https://me.example\"]\n");
    for (text, part, instead) in [
        (
            "<iframe src=\"/demo.html\" title=\"a\"></iframe>",
            "without an address on another host is left out — link to the page",
            "[What it shows](/about/)",
        ),
        (
            "<iframe src=\"https://me.example/a\" title=\"a\"></iframe>",
            "without an address on another host is left out",
            "",
        ),
        ("<iframe srcdoc=\"<b>\" title=\"a\"></iframe>", "without an address on another host is left out", ""),
        ("<iframe src=\"javascript:x()\" title=\"a\"></iframe>", "without an address on another host is left out", ""),
        (
            "<iframe src=\"http://films.example/a\" title=\"a\"></iframe>",
            "its address is http, not https — write https://films.example, and allow it",
            "<iframe src=\"https://films.example/a\" title=\"a\"></iframe>",
        ),
        (
            "<iframe src=\"https://films.example/a\"></iframe>",
            "an <iframe> has no title for screen readers — describe what it shows: title=\"A film of the lake\"",
            "<iframe src=\"https://films.example/a\" title=\"A film of the lake\"></iframe>",
        ),
    ] {
        let site = |text: &str| {
            let about = "title = \"About\"\npage = true\ndescription = \"x\"";
            Site::new().config(&policy).post("hello.md", text).post_with("about.md", about, "a").bundle()
        };
        let warnings = site(text).warnings();
        assert!(warnings.len() == 1 && warnings[0].contains(part), "{part} is not in {warnings:?}");
        let built = site(&format!("a {instead}"));
        assert!(built.warnings().is_empty(), "{:?}", built.warnings());
        assert_eq!(built.body("posts/hello/").contains("<iframe"), instead.starts_with("<iframe"));
    }
}

#[test]
fn video_and_audio_are_shown_if_their_host_is_allowed() {
    let text = "<video controls poster=\"cat.png\">\n<source src=\"https://media.example/a.mp4\" type=\"video/mp4\">\n\
                <track src=\"a.vtt\" kind=\"captions\" srclang=\"en\" label=\"English\">\n</video>\n\n\
                <audio controls src=\"//media.example/a.ogg\"></audio>";
    let site = |config: &str| {
        let site = Site::new().config(&format!("{ALLOWED}{config}")).post("hello/index.md", text);
        site.file("posts/hello/cat.png", png(1)).file("posts/hello/a.vtt", "WEBVTT")
    };
    let mistakes = site("").mistakes();
    let line = "[policy]\nmedia = [\"https://media.example\"]";
    assert!(mistakes.len() == 1 && mistakes[0].ends_with(line), "{mistakes:?}");
    assert!(mistakes[0].contains("https://media.example is used 2 times in 1 post"), "{mistakes:?}");
    let built = site(line).bundle();
    assert!(built.warnings().is_empty(), "{:?}", built.warnings());
    let body = built.body("posts/hello/");
    for part in [
        "<video controls=\"\" poster=\"/posts/hello/cat.png\">",
        "<source src=\"https://media.example/a.mp4\" type=\"video/mp4\">",
        "<track src=\"/posts/hello/a.vtt\" kind=\"captions\" srclang=\"en\" label=\"English\">",
        "<audio controls=\"\" src=\"//media.example/a.ogg\"></audio>",
    ] {
        assert!(body.contains(part), "{part} is not in {body}");
    }
}

#[test]
fn what_is_for_readers_without_scripts_is_for_all() {
    for text in [
        "a <noscript><b>b</b> <img src=\"cat.png\" alt=\"A cat\"></noscript>",
        "<noscript>\n<b>b</b> <img src=\"cat.png\" alt=\"A cat\">\n</noscript>",
        "<noscript>\n\n<b>b</b> ![A cat](cat.png)\n\n</noscript>",
    ] {
        let built = built(ALLOWED, text);
        let body = built.body("posts/hello/");
        assert!(built.warnings().is_empty(), "{:?}", built.warnings());
        assert!(body.contains("<b>b</b>") && body.contains("<img ") && !body.contains("noscript"), "{body}");
    }
}

#[test]
fn a_place_that_is_named_in_the_old_way_can_be_linked_to() {
    for text in [
        "[there](#x)\n\n<a name=\"x\"></a>Here.",
        "[there](#x)\n\n<a id=\"x\" name=\"x\">Here</a>.",
        "[there](#x)\n\n<A NAME=x></A>\n\n## Here",
        "[there](#x) [here](#x-1)\n\n<a name=\"x\"></a>\n\n## X",
    ] {
        let built = built(ALLOWED, text);
        assert!(built.warnings().is_empty(), "{:?}", built.warnings());
        let body = built.body("posts/hello/");
        assert!(body.matches("<a id=\"x\">").count() == 1 && !body.contains("name="), "{body}");
    }
}
