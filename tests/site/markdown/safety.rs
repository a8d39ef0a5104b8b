//! What a hostile text must not do.

use super::{block, check, check_line, html, replaced};

#[test]
fn raw_html_is_shown_as_text() {
    check(&[
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b onclick=\"x\">c</b>", "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>"),
        ("<div>\n*a*\n\n*b*\n</div>", "<p>&lt;div&gt;\n*a*</p>\n<p><em>b</em></p>\n<p>&lt;/div&gt;</p>"),
        ("`</script>` </script>", "<p><code>&lt;/script&gt;</code> &lt;/script&gt;</p>"),
        ("```\n</code></pre><script>\n```", &block("", "&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;\n")),
        ("$</code><script>$", "<p><code class=\"math\">&lt;/code&gt;&lt;script&gt;</code></p>"),
    ]);
}

#[test]
fn comments_are_removed() {
    check(&[("a\n\n<!-- more -->\n\nb<!-- c -->", "<p>a</p>\n<p>b</p>")]);
    check(&[("<!-- a --> <b><!-- c\n<!-- d -->", "<p>&lt;b&gt;</p>")]);
    check(&[(
        "<div><!-- a -->\n<script>var a = \"<!-- x -->\";</SCRIPT><!-- b --><scripts><!-- c -->\n</div>",
        "<p>&lt;div&gt;\n&lt;script&gt;var a = &quot;&lt;!-- x --&gt;&quot;;&lt;/SCRIPT&gt;&lt;scripts&gt;\n&lt;/div&gt;</p>",
    )]);
}

#[test]
fn what_is_in_the_place_of_raw_html_is_written_as_it_is() {
    let text = "<div>\n<br>\n</div>\n\n# a <b>c</b> <i>";
    let html = replaced(text, &[("<div", "<hr>\n"), ("<b>", "<em>"), ("</b>", "</em>")]);
    assert_eq!(html, "<hr>\n<h2>a <em>c</em> &lt;i&gt;</h2>\n");
}

#[test]
fn only_known_schemes_are_written() {
    for destination in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#9;script:alert(1)",
        "java&Tab;script:alert(1)",
        "java&#10;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#13;java&#1;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#x6A;avascript:alert(1)",
        "%6Aavascript:alert(1)",
        "<javascript:alert(1)>",
        "< javascript:alert(1)>",
        "<java\tscript:alert(1)>",
        "<\u{1}javascript:alert(1)>",
        "\u{a0}javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/svg+xml;base64,eA==",
        "file:///etc/passwd",
        "blob:https://a.org/x",
        "view-source:https://a.org",
    ] {
        check_line(&[
            (&format!("[a *b*]({destination})"), "a <em>b</em>"),
            (&format!("c ![a *b*]({destination})"), "c a b"),
            (&format!("![a *b*]({destination} \"t\")"), "a b"),
            (&format!("[a *b*][r]\n\n[r]: {destination} \"t\""), "a <em>b</em>"),
        ]);
    }
    check_line(&[("[a]()", "a"), ("b ![a](<>)", "b a")]);
    check_line(&[("<javascript:alert(1)>", "javascript:alert(1)")]);
}

#[test]
fn control_characters_do_not_turn_a_path_into_another_host() {
    check_line(&[
        ("[a](/&#9;/evil.org)", "<a href=\"//evil.org\" rel=\"external\">a</a>"),
        ("[a](/\\\\evil.org)", "<a href=\"/repo/%5Cevil.org\">a</a>"),
        ("[a](&#32;https://a.org)", "<a href=\"https://a.org\" rel=\"external\">a</a>"),
    ]);
}

#[test]
fn quotes_do_not_break_out_of_attributes() {
    check_line(&[
        ("[a](<u\" onclick=\"x> 'q\"<>')", "<a href=\"u%22%20onclick=%22x\" title=\"q&quot;&lt;&gt;\">a</a>"),
        (
            "b ![\" onerror=\"x <img src=y>](u '\" onerror=\"x')",
            "b <img src=\"u\" alt=\"&quot; onerror=“x &lt;img src=y&gt;\" title=\"&quot; onerror=&quot;x\" decoding=\"async\">",
        ),
        ("b ![`\" onerror=\"x`](u)", "b <img src=\"u\" alt=\"&quot; onerror=&quot;x\" decoding=\"async\">"),
        (
            "https://a.org/\"onclick=\"x",
            "<a href=\"https://a.org/%22onclick=%22x\" rel=\"external\">https://a.org/&quot;onclick=&quot;x</a>",
        ),
    ]);
    check(&[("```\"><script>\n```", &block("&gt;&lt;script&gt;", ""))]);
    check(&[("```a\"><script>\n```", &block("a&quot;&gt;&lt;script&gt;", ""))]);
    let heading = html("## `\"><script>`\n\n|a|\n|-|");
    assert!(!heading.contains("<script") && heading.contains("Link to: &quot;&gt;&lt;script"), "{heading}");
}

#[test]
fn attributes_of_headings_other_than_the_id_are_dropped() {
    let html = html("## a {#x .c onclick=alert(1)}");
    assert!(html.starts_with("<h2 id=\"one\">a <a"), "{html}");
    assert!(!html.contains("onclick"));
}

#[test]
fn labels_of_footnotes_are_never_written() {
    let html = html("a[^\"><script>]\n\n[^\"><script>]: b");
    assert!(html.contains("href=\"#fn-1\"") && !html.contains("script"), "{html}");
}

#[test]
fn control_characters_are_dropped_and_null_is_never_written() {
    check_line(&[("a\u{1}b\u{7f}c\u{1b}[0m &#2;d", "abc[0m d")]);
    assert!(!html("a\0b `c\0` &#0;").contains('\0'));
    check(&[("a\r\nb\r\n\r\n    c\r\n", &format!("<p>a\nb</p>\n{}", block("", "c\n")))]);
}

#[test]
fn no_style_attribute_is_ever_written() {
    let all = html("# a\n\n|a|b|\n|:-|-:|\n|c|d|\n\n![x](y \"z\")\n\n- [ ] e\n\n> [!TIP]\n> f[^1]\n\n[^1]: g");
    assert!(!all.contains("style"), "{all}");
}

#[test]
fn a_link_in_the_words_of_a_link_is_words() {
    check_line(&[
        ("[a <https://b.org> c](/d)", "<a href=\"/repo/d\">a https://b.org c</a>"),
        ("[a <b@c.org>](/d)", "<a href=\"/repo/d\">a b@c.org</a>"),
    ]);
}
