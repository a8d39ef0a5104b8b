//! WordPress's classic editor, and its comments.

use super::{becomes, markdown, open};

#[test]
fn empty_lines_end_paragraphs_where_there_are_none() {
    becomes(&[
        ("One\ntwo.\n\nThree <em>four</em>.", "One\\\ntwo.\n\nThree *four*."),
        ("One <b>two\n\nthree</b>", "One **two**\n\n**three**"),
        ("One.\n\n<ul>\n<li>a</li>\n</ul>\nTwo.", "One.\n\n- a\n\nTwo."),
        ("<!-- wp:freeform -->one\ntwo", "one\\\ntwo"),
    ]);
}

#[test]
fn line_ends_of_other_html_are_spaces() {
    becomes(&[("<p>one\ntwo</p>\n\n<p>three</p>", "one two\n\nthree"), ("<div>one\ntwo</div>", "one two")]);
}

#[test]
fn comments_of_blocks_are_gone_and_their_html_stays() {
    let html = "<!-- wp:heading {\"level\":3} -->\n<h3 class=\"wp-block-heading\">A</h3>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>b</p>\n<!-- /wp:paragraph -->\n<!--more-->\n<!-- wp:latest-posts /-->";
    assert_eq!(markdown(html), "### A\n\nb");
    assert_eq!(open(html), [""; 0]);
}

#[test]
fn a_block_that_wordpress_makes_is_told() {
    assert_eq!(
        open("<p>a</p>\n<!-- wp:jetpack/map {\"x\":1} /-->"),
        ["2: the block jetpack/map is made by WordPress, and has no text in the export"]
    );
    let link = "<!-- wp:social-link {\"url\":\"https://a.org\",\"service\":\"mastodon\"} /-->";
    assert_eq!(markdown(link), "[mastodon](https://a.org)");
}

#[test]
fn a_cover_keeps_the_picture_behind_it() {
    let html = "<div class=\"wp-block-cover\" style=\"background-image:url(https://a.org/x.jpg)\"><p>Over it</p></div>";
    assert_eq!(markdown(html), "![](https://a.org/x.jpg)\n\nOver it");
}
