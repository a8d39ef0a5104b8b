//! Code, which stays byte for byte, and tables.

use super::{becomes, markdown};

#[test]
fn code_stays_byte_for_byte() {
    becomes(&[
        (
            "<pre><code class=\"language-rust\">fn a() {\n\n    *b = 1; // [x] &lt;T&gt;\n}\n</code></pre>",
            "```rust\nfn a() {\n\n    *b = 1; // [x] <T>\n}\n```",
        ),
        ("<pre class=\"brush: php; title: ; notranslate\">$a = 1;</pre>", "```php\n$a = 1;\n```"),
        ("<pre class=\"wp-block-code\"><code>a\tb</code></pre>", "```\na\tb\n```"),
        ("<pre><code class=\"hljs js\">x</code></pre>", "```js\nx\n```"),
        ("<pre>a ```` b</pre>", "`````\na ```` b\n`````"),
        ("<p>call <code>a_b(*c)</code> or <code>`</code></p>", "call `a_b(*c)` or `` ` ``"),
        ("<p><a href=\"/x\"><code>f</code></a></p>", "[`f`](/x)"),
    ]);
}

#[test]
fn shortcodes_in_code_are_code() {
    assert_eq!(markdown("<pre>[caption]x[/caption]</pre>"), "```\n[caption]x[/caption]\n```");
    assert_eq!(markdown("<p><code>[gallery ids=\"1\"]</code></p>"), "`[gallery ids=\"1\"]`");
}

#[test]
fn a_verse_keeps_its_lines() {
    assert_eq!(markdown("<pre class=\"wp-block-verse\">one\n  two</pre>"), "one\\\n\u{a0}\u{a0}two");
}

#[test]
fn a_caption_of_code_is_its_title() {
    let html = "<figure class=\"kg-card kg-code-card\"><pre><code class=\"language-sh\">ls</code></pre><figcaption>A list</figcaption></figure>";
    assert_eq!(markdown(html), "```sh title=\"A list\"\nls\n```");
}

#[test]
fn a_table_keeps_its_head_and_alignment() {
    becomes(&[
        (
            "<table><thead><tr><th>a</th><th style=\"text-align: right\">b</th></tr></thead><tbody><tr><td>x|y</td><td style=\"text-align:right\">1</td></tr></tbody></table>",
            "| a | b |\n| --- | ---: |\n| x\\|y | 1 |",
        ),
        ("<table><tr><th>$latex P(A|B)$</th></tr><tr><td>1</td></tr></table>", "| $P(A\\|B)$ |\n| --- |\n| 1 |"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "|  |  |\n| --- | --- |\n| 1 | 2 |"),
        ("<table><tr><th>h</th></tr><tr><td>a<br>b</td></tr></table>", "| h |\n| --- |\n| a<br>b |"),
    ]);
}

#[test]
fn a_table_with_joined_cells_or_blocks_stays_html() {
    becomes(&[
        (
            "<table class=\"x\"><tr><td colspan=\"2\" onclick=\"x()\">a</td></tr>\n\n<tr><td>b</td><td>c</td></tr></table>",
            "<table><tbody><tr><td colspan=\"2\">a</td></tr>\n<tr><td>b</td><td>c</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td><ul><li>a</li></ul></td></tr></table>",
            "<table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table>",
        ),
    ]);
}
