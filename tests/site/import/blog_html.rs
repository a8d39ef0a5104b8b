//! HTML as editors of today write it, and its Markdown.

use super::{becomes, markdown, open};

#[test]
fn paragraphs_and_marks_become_markdown() {
    becomes(&[
        ("<p>One <em>two</em> and <strong>three</strong>.</p><p>Four</p>", "One *two* and **three**.\n\nFour"),
        ("<p>An <b>important </b>word</p>", "An **important** word"),
        ("<p><del>gone</del> <kbd>Ctrl</kbd> H<sub>2</sub>O</p>", "~~gone~~ <kbd>Ctrl</kbd> H<sub>2</sub>O"),
        ("<p>one<br>two</p>", "one\\\ntwo"),
        ("<p><em>a</em><em>b</em></p>", "*ab*"),
        ("<p></p><p>&nbsp;</p><p>x</p>", "x"),
        ("<p>above</p><hr><p>below</p>", "above\n\n---\n\nbelow"),
    ]);
}

#[test]
fn words_that_look_like_markdown_stay_words() {
    becomes(&[
        ("<p>1. not a list</p>", "1\\. not a list"),
        ("<p># not a heading</p>", "\\# not a heading"),
        ("<p>* not * a list</p>", "\\* not * a list"),
        ("<p>snake_case and 2 * 3 cost $5, in #rust [1]</p>", "snake_case and 2 * 3 cost $5, in #rust [1]"),
        ("<p>_not_ *marked* `code`</p>", "\\_not\\_ \\*marked\\* \\`code\\`"),
        ("<p>&lt;div&gt; &amp;amp; a &lt; b</p>", "\\<div> \\&amp; a < b"),
        ("<p>{{ name }} and [[page]]</p>", "\\{{ name }} and \\[[page]]"),
    ]);
}

#[test]
fn a_mark_that_ends_within_a_word_is_read_as_one() {
    assert_eq!(markdown("<p><strong>Note:</strong>this</p>"), "**Note:**&#116;his");
    assert_eq!(markdown("<p><strong>Note</strong>: this</p>"), "**Note**: this");
}

#[test]
fn a_heading_of_the_first_level_moves_down_with_all_others() {
    becomes(&[
        ("<h1>One</h1><h2>Two</h2>", "## One\n\n### Two"),
        ("<h2>Two</h2><h3>Three</h3>", "## Two\n\n### Three"),
        ("<h2 id=\"own\">A title</h2>", "## A title {#own}"),
        ("<h2 id=\"a-title\">A title</h2>", "## A title"),
    ]);
}

#[test]
fn links_and_pictures_keep_address_and_words() {
    becomes(&[
        ("<p><a href=\"/about/\">About <em>me</em></a></p>", "[About *me*](/about/)"),
        ("<p><a href=\"https://a.org/x\">https://a.org/x</a></p>", "<https://a.org/x>"),
        ("<p><a href=\"/a (1).pdf\" title=\"A file\">x</a></p>", "[x](</a (1).pdf> \"A file\")"),
        ("<p><img src=\"cat.jpg\" alt=\"A cat\"> sits</p>", "![A cat](cat.jpg) sits"),
        ("<p><a href=\"big.jpg\"><img src=\"small.jpg\" alt=\"\"></a></p>", "[![](small.jpg)](big.jpg)"),
        ("<p>Wow!<a href=\"/\">x</a></p>", "Wow\\![x](/)"),
    ]);
    assert_eq!(markdown("<p><a href=\"javascript:x()\">x</a></p>"), "x");
    assert_eq!(
        open("<p>1</p>\n<p><a href=\"javascript:x()\">x</a></p>"),
        ["2: a link runs a script; its words are kept"]
    );
}

#[test]
fn a_figure_becomes_a_picture_with_its_caption() {
    becomes(&[
        (
            "<figure class=\"wp-block-image\"><img src=\"a.jpg\" alt=\"A\"/><figcaption>At dusk</figcaption></figure>",
            "![A](a.jpg \"At dusk\")",
        ),
        (
            "<figure><img src=\"a.jpg\" alt=\"A\"><figcaption>By <a href=\"/x\">X</a></figcaption></figure>",
            "<figure>\n\n![A](a.jpg)\n\n<figcaption>\n\nBy [X](/x)\n\n</figcaption>\n</figure>",
        ),
        ("<figure><img src=\"a.jpg\" alt=\"A\"></figure>", "![A](a.jpg)"),
    ]);
}

#[test]
fn lists_nest_and_keep_their_first_number() {
    becomes(&[
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ul><li><input type=\"checkbox\" checked> done</li></ul>", "- [x] done"),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "Term\n: Meaning"),
    ]);
}

#[test]
fn quotes_and_details_have_markdown_in_them() {
    becomes(&[
        ("<blockquote><p>a</p><p>b</p><cite>C</cite></blockquote>", "> a\n>\n> b\n>\n> *C*"),
        (
            "<details><summary>More</summary><p>It is <b>here</b>.</p></details>",
            "<details>\n<summary>More</summary>\n\nIt is **here**.\n\n</details>",
        ),
    ]);
}

#[test]
fn films_become_frames_and_scripts_are_told() {
    becomes(&[(
        "<iframe src=\"https://www.youtube.com/embed/abc?rel=0\" title=\"A film\"></iframe>",
        "![A film](https://www.youtube.com/watch?v=abc)",
    )]);
    assert_eq!(
        markdown("<script src=\"https://gist.github.com/me/1.js\"></script>"),
        "[Code on GitHub](https://gist.github.com/me/1)"
    );
    assert_eq!(open("<p>a</p>\n\n<script>x()</script>"), ["3: <script> is left out"]);
    assert_eq!(
        open("<iframe src=\"https://maps.example/x\"></iframe>"),
        ["1: an <iframe> is a link now: https://maps.example/x"]
    );
    assert_eq!(open("<script async src=\"https://platform.twitter.com/widgets.js\"></script>"), [""; 0]);
}

#[test]
fn raised_links_to_a_list_become_footnotes() {
    let html = "<p>A claim.<sup><a href=\"#fn1\" id=\"ref1\">1</a></sup></p>\
                <ol><li id=\"fn1\">Its source. <a href=\"#ref1\">↩</a></li></ol>";
    assert_eq!(markdown(html), "A claim.[^1]\n\n[^1]: Its source.");
    assert_eq!(markdown("<p>x<sup><a href=\"/notes\">2</a></sup></p>"), "x<sup>[2](/notes)</sup>");
}

#[test]
fn links_to_profiles_are_brought_though_wordpress_has_them_in_comments() {
    becomes(&[
        (
            "<!-- wp:social-links -->\n<ul class=\"wp-block-social-links\"><!-- wp:social-link {\"url\":\"https://a.example/me\",\"service\":\"mastodon\"} /-->\n\n<!-- wp:social-link {\"service\":\"x\"} /--><!-- wp:social-link {\"url\":\"#\",\"service\":\"y\"} /--></ul>\n<!-- /wp:social-links -->",
            "[mastodon](https://a.example/me)",
        ),
        ("<ul><ul><li>One</li></ul></ul>", "- One"),
        ("<ul><!-- wp:list-item -->\n<li>One</li>\n<!-- /wp:list-item --></ul>", "- One"),
        ("<ul></ul>", ""),
    ]);
}

#[test]
fn a_button_beside_a_link_is_apart_from_it() {
    becomes(&[
        (
            "<div><a href=\"/a.pdf\">A</a><a href=\"/a.pdf\" class=\"wp-block-button__link\">Download</a></div>",
            "[A](/a.pdf) [Download](/a.pdf)",
        ),
        ("<p><a href=\"/a\">A</a><a href=\"/b\">B</a></p>", "[A](/a)[B](/b)"),
    ]);
}
