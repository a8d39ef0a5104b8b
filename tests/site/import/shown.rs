//! What a reader sees is the same, before and after.

use personal_page::bundle::english;
use personal_page::content::{Dialect, RenderData};
use personal_page::import::html::plain;
use personal_page::markdown::{Render, events, render};
use proptest::prelude::*;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown;
use crate::bundle::properties::holds;

/// The page of a text whose HTML is all allowed.
pub(crate) fn page(text: &str) -> String {
    let mut html: Vec<(usize, String)> = Vec::new();
    let mut block = None;
    for (event, span) in events(text, Dialect::default()) {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some((span.start, String::new())),
            Event::End(TagEnd::HtmlBlock) => html.extend(block.take()),
            Event::Html(line) => block.get_or_insert_default().1.push_str(&line),
            Event::InlineHtml(tag) => html.push((span.start, tag.to_string())),
            _ => {}
        }
    }
    render(text, &RenderData::default(), Render { base: "/", words: &english(), html: &html, sidenotes: false })
}

/// The words that a page shows, without typographic differences.
pub(crate) fn words(html: &str) -> String {
    let signs = plain(html).replace(['“', '”', '″'], "\"").replace(['‘', '’', '′'], "'");
    let signs = signs.replace('—', "---").replace('–', "--").replace('…', "...");
    // Beside Chinese and Japanese, the dialect adds no space at a line end.
    signs.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn any_text_in_a_paragraph_is_shown_as_it_was() {
    let signs = "[-a-c0-2 \\n*_`~$#+.:;!?'\"(){}<>|&@/\\\\=^\\[\\]é文。]{0,40}";
    holds(4_000, &prop_oneof![signs, "\\PC{0,40}"], |text| {
        let html = ["<p>", &escaped(&text), "</p>"].concat();
        let written = markdown(&html);
        prop_assert_eq!(words(&page(&written)), words(&html), "by {}", written);
        Ok(())
    });
}

#[test]
fn any_text_with_marks_is_shown_as_it_was() {
    let piece = ("[-a0 *_`~$#.!'\"()\\[\\]é文。]{0,8}", 0..7_usize);
    let names = ["em", "strong", "del", "code", "sup", "a href=\"/x\"", "kbd"];
    holds(3_000, &proptest::collection::vec(piece, 0..6), |pieces| {
        let one = |(text, name): &(String, usize)| {
            let tag = names[*name];
            let end = tag.split(' ').next().unwrap_or_default();
            format!("a<{tag}>{}</{end}>{}", escaped(text), escaped(&text.chars().rev().collect::<String>()))
        };
        let html = ["<p>", &pieces.iter().map(one).collect::<String>(), "</p>"].concat();
        let written = markdown(&html);
        prop_assert_eq!(words(&page(&written)), words(&html), "by {}", written);
        Ok(())
    });
}

#[test]
fn any_html_is_read_without_a_panic() {
    let tags = "(<(/?)(p|ul|li|table|tr|td|b|em|a|pre|code|figure|img|div|h1|blockquote|dl|dt|dd)( class=\"kg-card\")?>|\\[caption\\]|<!-- wp:x -->|[a-z\n*]{0,4}){0,30}";
    holds(1_500, &tags, |html| {
        let _ = page(&markdown(&html));
        Ok(())
    });
}

#[test]
fn html_that_is_nested_deep_is_read() {
    let html = ["<div><b>".repeat(3_000), "deep".to_owned()].concat();
    assert!(words(&page(&markdown(&html))).contains("deep"));
}

#[test]
fn a_long_text_of_signs_is_read_in_time() {
    for sign in ["[", "&", "<a", "[a]", "[caption]", "<pre ", "*", "<em>a", "`", "[[", "$", "![", "<b>*"] {
        let start = std::time::Instant::now();
        let _ = markdown(&sign.repeat(20_000));
        assert!(start.elapsed().as_secs() < 60, "{sign} took {:?}", start.elapsed());
    }
}
