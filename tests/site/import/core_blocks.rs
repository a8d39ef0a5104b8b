//! Blocks of WordPress's editor.

use super::{becomes, open};

#[test]
fn a_file_is_one_link_and_a_formula_is_latex() {
    becomes(&[
        (
            "<!-- wp:file --><div class=\"wp-block-file\"><a href=\"/f.pdf\">Paper</a><a href=\"/f.pdf\" class=\"wp-block-file__button wp-element-button\" download>Download</a></div><!-- /wp:file -->",
            "[Paper](/f.pdf)",
        ),
        (
            "<p>So <math><semantics><mrow><mi>x</mi></mrow><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math> is.</p>",
            "So $x^2$ is.",
        ),
        ("<p><a href=\"/f.pdf\" class=\"button\" download>Download</a></p>", "[Download](/f.pdf)"),
    ]);
}

#[test]
fn a_formula_without_latex_is_told_of() {
    let told = open("<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>");
    assert_eq!(told, ["1: the signs of a formula are kept as text"]);
}

#[test]
fn blocks_that_only_place_what_is_in_them_leave_it() {
    becomes(&[
        (
            "<!-- wp:columns --><div class=\"wp-block-columns\"><div class=\"wp-block-column\"><p>Left</p></div><div class=\"wp-block-column\"><p>Right</p></div></div><!-- /wp:columns -->",
            "Left\n\nRight",
        ),
        (
            "<!-- wp:media-text --><div class=\"wp-block-media-text\"><figure class=\"wp-block-media-text__media\"><img src=\"m.jpg\" alt=\"M\"/></figure><div class=\"wp-block-media-text__content\"><p>Beside</p></div></div><!-- /wp:media-text -->",
            "![M](m.jpg)\n\nBeside",
        ),
        (
            "<!-- wp:details --><details class=\"wp-block-details\"><summary>Sum</summary><p>Text</p></details><!-- /wp:details -->",
            "<details>\n<summary>Sum</summary>\n\nText\n\n</details>",
        ),
        (
            "<!-- wp:verse --><pre class=\"wp-block-verse\">Roses\n  red</pre><!-- /wp:verse -->",
            "Roses\\\n\u{a0}\u{a0}red",
        ),
    ]);
}
