//! Shortcodes of WordPress.

use super::{becomes, markdown, open};

#[test]
fn shortcodes_become_what_wordpress_makes_of_them() {
    becomes(&[
        ("[caption id=\"x\" width=\"9\"]<img src=\"a.jpg\" alt=\"A\" /> At dusk[/caption]", "![A](a.jpg \"At dusk\")"),
        ("[code language=\"css\"]\na { b: \"<c>\" }\n\n[x]\n[/code]", "```css\na { b: \"<c>\" }\n\n[x]\n```"),
        ("[sourcecode lang=\"xml\"]\n&lt;a/&gt;\n[/sourcecode]", "```xml\n<a/>\n```"),
        ("[embed]https://a.org/v[/embed]", "<https://a.org/v>"),
        ("[youtube abc]", "![YouTube](https://www.youtube.com/watch?v=abc)"),
        ("[youtube=https://www.youtube.com/watch?v=abc]", "![YouTube](https://www.youtube.com/watch?v=abc)"),
        ("<p>It is $latex x^2$.</p>", "It is $x^2$."),
    ]);
    assert_eq!(markdown("[audio src=\"/a.mp3\"]"), "<audio controls src=\"/a.mp3\">\n</audio>");
}

#[test]
fn brackets_that_are_no_shortcodes_stay() {
    becomes(&[
        ("<p>see [1] and [sic]</p>", "see [1] and [sic]"),
        ("<p>write [[gallery]]</p>", "write [gallery]"),
        ("<p>a[code]</p>", "a[code]"),
    ]);
    assert_eq!(open("<p>see [1] and [sic] and a[i]</p>"), [""; 0]);
}

#[test]
fn an_unknown_shortcode_is_told_and_shown() {
    assert_eq!(markdown("<p>[contact-form to=\"me\"]</p>"), "\\[contact-form to=\"me\"]");
    assert_eq!(
        open("<p>a</p>\n<p>[contact-form to=\"me\"]</p>"),
        ["2: the shortcode [contact-form] is shown as it is written"]
    );
}
