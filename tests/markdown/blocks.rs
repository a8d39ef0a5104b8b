//! Blocks and marks within a line.

use super::{check, check_line, html};

#[test]
fn marks_within_a_line_become_elements() {
    check_line(&[
        (
            "*soft* **strong** ~~gone~~ `a < b`",
            "<em>soft</em> <strong>strong</strong> <del>gone</del> <code>a &lt; b</code>",
        ),
        ("one  \ntwo\\\nthree\nfour", "one<br>\ntwo<br>\nthree\nfour"),
        ("Tom & Jerry &copy; \\*", "Tom &amp; Jerry © *"),
    ]);
}

#[test]
fn punctuation_is_smart() {
    check_line(&[(r#""It's" -- a --- b..."#, "“It’s” – a — b…"), (r#"`"--..."`"#, "<code>&quot;--...&quot;</code>")]);
}

#[test]
fn a_heading_with_an_id_has_an_anchor_that_names_it() {
    check(&[(
        "## A *fine* \"day\"",
        "<h2 id=\"one\">A <em>fine</em> “day” <a class=\"anchor\" href=\"#one\" aria-label=\"Link to: A fine “day”\">#</a></h2>",
    )]);
    let fourth = html("## a\n## b\n## c\n## d");
    assert!(fourth.contains("id=\"three\"") && fourth.ends_with("<h2>d</h2>\n"), "{fourth}");
}

#[test]
fn headings_go_down_by_one_where_the_text_has_a_first_level_of_its_own() {
    let levels = |text| html(text).lines().filter_map(|line| line.get(..3)).collect::<Vec<_>>().join(" ");
    assert_eq!(levels("# a\n\n## b\n\n###### c"), "<h2 <h3 <h6");
    assert_eq!(levels("## a\n\n### b\n\n###### c"), "<h2 <h3 <h6");
    assert_eq!(levels("a\n=\n\nb\n-"), "<h2 <h3");
}

#[test]
fn a_table_is_a_region_named_by_its_heading_and_has_no_style() {
    check(&[(
        "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|`3`|x \\| y|",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"left\">b</th>\
         <th scope=\"col\" class=\"center\">c</th><th scope=\"col\" class=\"right\">d</th></tr></thead><tbody>\n\
         <tr><td>1</td><td class=\"left\">2</td><td class=\"center\"><code>3</code></td><td class=\"right\">x | y</td></tr>\n\
         </tbody></table></div>",
    )]);
    let named = html("## Prices in \"€\"\n\nSee:\n\n|a|\n|-|\n");
    assert!(named.contains("aria-label=\"Prices in “€”\"><table>"), "{named}");
}

#[test]
fn a_block_of_code_names_its_language() {
    check(&[
        (
            "```rust\nlet a = \"<b>\";\n```",
            "<pre tabindex=\"0\"><code class=\"language-rust\">let a = &quot;&lt;b&gt;&quot;;\n</code></pre>",
        ),
        ("```rust,ignore\n```", "<pre tabindex=\"0\"><code class=\"language-rust\"></code></pre>"),
        ("```c++ {2-3}\n```", "<pre tabindex=\"0\"><code class=\"language-c++\"></code></pre>"),
        ("```\na -- b\n\nc\n```", "<pre tabindex=\"0\"><code>a -- b\n\nc\n</code></pre>"),
        ("    a\n    b", "<pre tabindex=\"0\"><code>a\nb</code></pre>"),
    ]);
}

#[test]
fn alerts_have_a_class_and_a_title() {
    for (kind, class, title) in [
        ("NOTE", "note", "Note"),
        ("TIP", "tip", "Tip"),
        ("IMPORTANT", "important", "Important"),
        ("WARNING", "warning", "Warning"),
        ("CAUTION", "caution", "Caution"),
    ] {
        let expected = format!(
            "<div class=\"alert {class}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n<p>Mind the *gap*.</p>\n</div>\n"
        );
        assert_eq!(html(&format!("> [!{kind}]\n> Mind the \\*gap\\*.")), expected);
    }
    check(&[("> Said.", "<blockquote>\n<p>Said.</p>\n</blockquote>")]);
}

#[test]
fn lists_are_tight_or_loose_as_written() {
    check(&[
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
    ]);
}

#[test]
fn tasks_say_whether_they_are_done() {
    let done = "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> a</li>";
    let open = "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"to do\"> b</li>";
    assert_eq!(html("- [x] a\n- [ ] b\n- c"), format!("<ul>\n{done}\n{open}\n<li>c</li>\n</ul>\n"));
    assert!(html("- [x] a\n\n- b").contains("<li class=\"task\"><p><input"));
}

#[test]
fn definition_lists_have_terms_and_definitions() {
    check(&[(
        "Wasm\n: A *format*.\n: A target.",
        "<dl>\n<dt>Wasm</dt>\n<dd>A <em>format</em>.</dd>\n<dd>A target.</dd>\n</dl>",
    )]);
}

#[test]
fn formulas_are_shown_as_written() {
    check(&[
        ("So $a<b$.", "<p>So <code class=\"math\">a&lt;b</code>.</p>"),
        ("$$\\sum x_1 x_2$$", "<pre class=\"math\" tabindex=\"0\"><code>\\sum x_1 x_2</code></pre>"),
        ("So $$a$$ it is", "<p>So <code class=\"math display\">a</code> it is</p>"),
        ("It costs $5 or $6.", "<p>It costs $5 or $6.</p>"),
    ]);
}

#[test]
fn a_text_nested_ten_thousand_deep_takes_no_stack() {
    for (open, close) in
        [(">", ""), ("> - ", ""), ("1. ", ""), ("*a ", " a*"), ("[", "](u)"), ("![", "](u)"), ("**a_", "_**")]
    {
        let text = open.repeat(10_000) + "x" + &close.repeat(10_000);
        let html = html(&text);
        let count = |mark: &str| html.matches(mark).count();
        assert_eq!(count("<li>") + count("<blockquote>"), count("</li>") + count("</blockquote>"));
    }
}
