use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use proptest::prelude::*;

use super::super::tested::{does, holds, word};
use super::*;
use crate::text::selection::Selection;

/// Fills a tree from well-formed HTML, in place of a browser.
#[derive(Default)]
struct Parser(RefCell<Tree>);

impl TokenSink for Parser {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut tree = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => tree.text(&text),
            Token::TagToken(Tag { kind: TagKind::StartTag, name, self_closing, attrs, .. }) => {
                let attributes = attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
                tree.open(&name, attributes);
                if self_closing || matches!(&*name, "br" | "img" | "hr" | "input" | "meta" | "link" | "col") {
                    tree.close();
                }
                if matches!(&*name, "style" | "script") {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
            }
            Token::TagToken(_) => tree.close(),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn parse(html: &str) -> Tree {
    let tokenizer = Tokenizer::new(Parser::default(), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

fn pasted(html: &str) -> Pasted {
    to_markdown(&parse(html), "the plain text", None)
}

#[track_caller]
fn becomes(html: &str, markdown: &str) {
    assert_eq!(pasted(html).markdown, markdown, "from {html}");
}

#[test]
fn words_keep_their_marks_and_what_looks_like_marks_stays_words() {
    becomes(
        "a <b>bold</b>, <em>slanted</em> and <s>old</s> <code>x*y</code>",
        "a **bold**, *slanted* and ~~old~~ `x*y`",
    );
    becomes("2*3*4 and [this](that)", r"2\*3\*4 and \[this](that)");
    becomes("<b>日本語</b>です <i>شمس</i> 👩‍👩‍👧 e\u{301}", "**日本語**です *شمس* 👩‍👩‍👧 e\u{301}");
    assert!(pasted("only <b>words</b>").is_inline);
    assert!(!pasted("<p>one</p><p>two</p>").is_inline);
}

#[test]
fn headings_go_one_level_down_from_the_first() {
    becomes("<h1>One</h1><p>Text</p><h2>Two</h2>", "## One\n\nText\n\n### Two");
    becomes("<h2><b>Two</b></h2><h3>Three</h3>", "## Two\n\n### Three");
}

#[test]
fn lists_are_nested_and_tasks_stay_tasks() {
    becomes("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>", "- a\n  1. b\n  2. c\n- d");
    becomes("<ol start=\"3\"><li><p>a</p><p>more</p></li><li><p>b</p></li></ol>", "3. a\n\n   more\n\n4. b");
    becomes(
        "<ul><li><input type=\"checkbox\" checked> done</li><li><input type=\"checkbox\"> open</li></ul>",
        "- [x] done\n- [ ] open",
    );
    becomes("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b");
}

#[test]
fn google_docs_is_read_by_its_styles() {
    becomes(
        "<meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\">\
         <span style=\"font-weight:400\">Plain and </span><span style=\"font-weight:700;font-style:italic\">both</span></p>\
         <ul><li dir=\"ltr\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\"><span>one</span></p></li>\
         <ul><li dir=\"ltr\" aria-level=\"2\"><p dir=\"ltr\" role=\"presentation\"><span>in it</span></p></li></ul></ul></b>",
        "Plain and **_both_**\n\n- one\n  - in it",
    );
}

#[test]
fn lists_of_word_are_lists() {
    let item = |level: u8, sign: &str, words: &str| {
        format!(
            "<p class=\"MsoListParagraph\" style=\"margin-left:1in;mso-list:l0 level{level} lfo1\"><![if !supportLists]>\
                 <span style=\"mso-list:Ignore\">{sign}<span style=\"font:7.0pt\">&nbsp; </span></span><![endif]>{words}</p>\n"
        )
    };
    let html = [
        "<style>p.Mso {}</style>",
        &item(1, "1.", "eins"),
        &item(2, "·", "unter eins"),
        &item(1, "2.", "zwei"),
        "<p>Text</p>",
    ];
    becomes(&html.concat(), "1. eins\n   - unter eins\n2. zwei\n\nText");
}

#[test]
fn code_has_its_language() {
    becomes(
        "<pre><code class=\"language-rust\">let a = 1;\n\nlet b;</code></pre>",
        "```rust\nlet a = 1;\n\nlet b;\n```",
    );
    becomes(
        "<div class=\"highlight highlight-source-js\"><pre>a <span>&lt;</span> `b`</pre></div>",
        "```js\na < `b`\n```",
    );
    becomes("<pre class=\"brush: JS;\">a</pre>", "```js\na\n```");
    becomes("<pre class=\"brush:js;\">a</pre>", "```js\na\n```");
    becomes("<pre data-lang=\"rust\">a</pre>", "```rust\na\n```");
    becomes("<div lang=\"de\"><pre>Tee</pre></div>", "```\nTee\n```");
    becomes("<div lang=\"de\"><pre><code>Tee</code></pre></div>", "```\nTee\n```");
    becomes("<pre>```\na\n```</pre>", "````\n```\na\n```\n````");
}

#[test]
fn code_of_vs_code_is_code() {
    let style = "color: #000;font-family: Menlo, Monaco, 'Courier New', monospace;white-space: pre;";
    let html = format!("<div style=\"{style}\"><div><span>fn</span><span> 日()</span> {{</div><br><div>}}</div></div>");
    let language = |language| to_markdown(&parse(&html), "fn 日() {\r\n\r\n}", language).markdown;
    assert_eq!(language(Some("rust")), "```rust\nfn 日() {\n\n}\n```");
    assert_eq!(language(Some("markdown")), "fn 日() {\n\n}");
    becomes(&format!("<div style=\"{style}\"><div><span>one</span> line</div></div>"), "`one line`");
}

#[test]
fn tables_keep_their_cells_and_those_that_lay_out_a_page_are_taken_apart() {
    becomes(
        "<table><thead><tr><th>A</th><th style=\"text-align: right\">B</th></tr></thead>\
         <tbody><tr><td>a|b</td><td style=\"text-align: right\"><p>1</p><p>2</p></td></tr><tr><td colspan=\"2\">c</td></tr></tbody></table>",
        "| A | B |\n| --- | ---: |\n| a\\|b | 1<br>2 |\n| c |  |",
    );
    becomes("<table><tr><td><ul><li>a</li></ul></td><td><p>b</p></td></tr></table>", "- a\n\nb");
}

#[test]
fn links_and_pictures_are_left_as_they_are() {
    becomes(
        "<a href=\"https://example.org/?utm_source=a&amp;b=(1)\">words</a>",
        "[words](<https://example.org/?utm_source=a&b=(1)>)",
    );
    becomes("<a href=\"javascript:alert(1)\">words</a> <a href=\"#top\">up</a>", "words up");
    becomes("<p><img src=\"https://example.org/a.png\" alt=\"A lake\"></p>", "![A lake](https://example.org/a.png)");
    let local = pasted("<p>a<img src=\"file:///C:/a.png\"><img src=\"data:image/png;base64,AA\"></p>");
    assert_eq!((&*local.markdown, local.lost_pictures), ("a", 2));
}

#[test]
fn quotes_rules_and_formulas_have_their_form() {
    becomes("<blockquote><p>a</p><p>b</p></blockquote><hr><p>c</p>", "> a\n>\n> b\n\n---\n\nc");
    becomes(
        "so <math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math>",
        "so $x^2$",
    );
    becomes("<dl><dt>Sun</dt><dd>warm</dd><dd>bright</dd></dl>", "Sun\n: warm\n: bright");
}

#[test]
fn styles_scripts_and_what_is_hidden_are_dropped() {
    becomes(
        "<head><title>T</title></head><style>p {}</style><script>let a;</script><p>a<span hidden>b</span></p><p style=\"display:none\">c</p>",
        "a",
    );
}

#[test]
fn a_deep_tree_is_read_without_a_deep_stack() {
    let html = ["<div><b>".repeat(20_000), "deep".to_owned()].concat();
    assert!(pasted(&html).markdown.contains("deep"));
}

fn put(text: &str, selection: Selection, html: &str) -> Option<crate::text::edit::Edit> {
    insert(text, selection, &pasted(html))
}

#[test]
fn words_go_into_the_line_and_blocks_between_lines() {
    does(
        |text, selection| put(text, selection, "<b>x</b>"),
        &[("a ⟦b⟧ c", "a **x**│ c"), ("```\n│\n```", ""), ("+++\n│\n+++\n", "")],
    );
    does(
        |text, selection| put(text, selection, "x<br>y"),
        &[
            ("a│\r\nb\r\n", "ax\\\r\ny│\r\nb\r\n"),
            ("> a│", "> ax\\\n> y│"),
            ("> - [ ] a│", "> - [ ] ax\\\n>   y│"),
            ("10. a│", "10. ax\\\n    y│"),
        ],
    );
    let blocks = |text: &str, selection| put(text, selection, "<p>x</p><p>y</p>");
    does(
        blocks,
        &[
            ("a│b\r\n", "a\r\n\r\nx\r\n\r\ny│\r\n\r\nb\r\n"),
            ("│", "x\n\ny│"),
            ("> │", "> x\n>\n> y│"),
            ("1. │", "1. x\n\n   y│"),
            ("a\n│\nb", "a\n\nx\n\ny│\n\nb"),
        ],
    );
}

/// HTML of some depth, of words of several scripts.
fn html() -> impl Strategy<Value = String> {
    let text = prop::collection::vec(
        prop_oneof![
            word(),
            prop::sample::select(vec![
                "*",
                "_",
                "[x](y)",
                "# ",
                "- ",
                "1. ",
                "$a$",
                "`",
                "<br>",
                "~",
                "|",
                "==",
                "&lt;b&gt;",
                ":"
            ])
            .prop_map(str::to_owned)
        ],
        1..5,
    )
    .prop_map(|words| words.join(" ").replace("&amp;", "&amp;amp;"));
    let names = vec![
        "p",
        "div",
        "b",
        "i",
        "s",
        "code",
        "a href='https://example.org/'",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h1",
        "h3",
        "pre",
        "table",
        "span",
        "q",
        "dl",
        "dt",
        "dd",
    ];
    let names = prop::sample::select(names);
    text.prop_recursive(4, 40, 5, move |inner| {
        (names.clone(), prop::collection::vec(inner, 0..5)).prop_map(|(name, children)| {
            let end = name.split(' ').next().unwrap_or_default();
            if name == "table" {
                let rows = children.iter().map(|child| format!("<tr><td>{child}</td><td>x</td></tr>"));
                return format!("<table>{}</table>", rows.collect::<String>());
            }
            format!("<{name}>{}</{end}>", children.concat())
        })
    })
}

#[test]
fn the_words_that_are_seen_are_never_lost() {
    let fallbacks = RefCell::new(0);
    holds(1500, &html(), |html| {
        let tree = parse(&html);
        let pasted = to_markdown(&tree, "\u{1}plain", None);
        if pasted.markdown == "\u{1}plain" {
            *fallbacks.borrow_mut() += 1;
        } else {
            prop_assert_eq!(words::of_markdown(&pasted.markdown), words::of_tree(&tree));
        }
        Ok(())
    });
    let fallbacks = fallbacks.into_inner();
    assert!(fallbacks < 60, "{fallbacks} of 1500 fell back to the plain text");
}
