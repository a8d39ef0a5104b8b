//! Blocks and inline markup.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData};
use personal_page::markdown::{Render, anatomy, render};

use super::{block, check, check_line, html};

fn formula(source: &str) -> String {
    format!(
        "<span class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\"><code class=\"math\">{source}</code></span>"
    )
}

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
        "<section class=\"table\" tabindex=\"0\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"left\">b</th>\
         <th scope=\"col\" class=\"center\">c</th><th scope=\"col\" class=\"right\">d</th></tr></thead><tbody>\n\
         <tr><td>1</td><td class=\"left\">2</td><td class=\"center\"><code>3</code></td><td class=\"right\">x | y</td></tr>\n\
         </tbody></table></section>",
    )]);
    let named = html("## Prices in \"€\"\n\nSee:\n\n|a|\n|-|\n");
    assert!(named.contains("aria-label=\"Prices in “€”\"><table>"), "{named}");
}

#[test]
fn a_block_of_code_names_its_language() {
    check(&[
        ("```rust\nlet a = \"<b>\";\n```", &block("rust", "let a = &quot;&lt;b&gt;&quot;;\n")),
        ("```rust,ignore\n```", &block("rust", "")),
        ("```c++ {2-3}\n```", &block("c++", "")),
        ("```{.python}\n```", &block("python", "")),
        ("```rust=\n```", &block("rust", "")),
        ("```\na -- b\n\nc\n```", &block("", "a -- b\n\nc\n")),
        ("    a\n    b", &block("", "a\nb")),
    ]);
}

#[test]
fn a_block_of_code_with_a_title_is_a_figure() {
    let start = "<figure class=\"code\"><figcaption>src/a b.rs</figcaption><pre tabindex=\"0\" role=\"group\" aria-label=\"src/a b.rs";
    let end = "</code></pre><button type=\"button\" class=\"copy\">Copy</button></figure>";
    let rust = format!("{start}, rust\"><code class=\"language-rust\">{end}");
    check(&[
        ("```rust title=\"src/a b.rs\" {2,4-6}\n```", &rust),
        ("```rust,linenos,name='src/a b.rs'\n```", &rust),
        ("```rust {1} file=\"src/a b.rs\"\n```", &rust),
        ("```title=\"src/a b.rs\"\n```", &format!("{start}\"><code>{end}")),
    ]);
    assert!(html("```rust title=\"<b>&\"\n```").contains("<figcaption>&lt;b&gt;&amp;</figcaption>"));
}

#[test]
fn what_the_bundler_highlighted_stands_in_place_of_the_text() {
    let code = ["", "<span class=\"k\">let</span>\n"].map(str::to_owned).to_vec();
    let formulas = ["<math>1</math>", "", "<math>3</math>"].map(str::to_owned).to_vec();
    let beside = RenderData { code, formulas, ..RenderData::default() };
    let text = "```\nlet\n```\n\n![$0$](a.png)\n\n```rust\nlet\n```\n\n    let\n\n# $1$\n\n$2$\n\n$$3$$ $4$";
    let html = render(text, &beside, Render { base: "/", words: &english(), html: &[], sidenotes: false });
    let places = [
        block("", "let\n"),
        block("rust", "<span class=\"k\">let</span>\n"),
        block("", "let\n"),
        "<math>1</math></h2>".to_owned(),
        "<p><code class=\"math\">2</code></p>".to_owned(),
        "aria-label=\"Formula\"><math>3</math></span> <code class=\"math\">4</code>".to_owned(),
    ];
    let mut rest = html.as_str();
    for place in places {
        rest = rest.split_once(&place).unwrap_or_else(|| panic!("{place} in {html}")).1;
    }
    let parts = anatomy(text, Dialect::default());
    assert_eq!(parts.code.iter().map(|block| block.info.as_str()).collect::<Vec<_>>(), ["", "rust", ""]);
    assert_eq!(parts.formulas.iter().map(|formula| formula.source.as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4"]);
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
        ("$$\\sum x_1 x_2$$", &format!("<p>{}</p>", formula("\\sum x_1 x_2"))),
        ("So $$a$$ it is", &format!("<p>So {} it is</p>", formula("a"))),
    ]);
}

#[test]
fn amounts_of_money_are_no_formulas() {
    for text in [
        "It costs $5 or $6.",
        "$5 and $10",
        "$5-$10",
        "From US$5/$6 to A$7",
        "5$ and 10$",
        "a $ b $ c",
        "$5,$6 and $7",
        "\\$x\\$",
    ] {
        assert_eq!(html(text), format!("<p>{}</p>\n", text.replace('\\', "")));
    }
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
