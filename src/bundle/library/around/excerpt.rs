//! The sentence around a link, for the text that it leads to.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::bundle::escape::escape;
use crate::content::Dialect;
use crate::markdown::events;

/// In characters, on each side of the link. A longer sentence is cut at a word.
const REACH: usize = 160;

/// The sentence that has the link at `span`, as HTML, with the words of the link marked. Empty if it has no other words.
pub(super) fn sentence(text: &str, dialect: Dialect, span: &Range<usize>) -> String {
    let block = block(text, span);
    let at = span.start - block.start;
    let (mut words, mut link) = (String::new(), 0..0);
    let mut is_inside = false;
    for (event, span) in events(&text[block], dialect) {
        match event {
            Event::Start(Tag::Link { .. }) if span.start == at => {
                is_inside = true;
                link.start = words.len();
            }
            Event::End(TagEnd::Link) if is_inside => {
                is_inside = false;
                link.end = words.len();
            }
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::TableCell) => words.push('\n'),
            _ => {}
        }
    }
    // Alone, the block may read otherwise: as code, or without the definition of a label.
    if link.is_empty() { String::new() } else { marked(&words, &link) }
}

/// The lines around a range up to the next empty ones.
fn block(text: &str, span: &Range<usize>) -> Range<usize> {
    let empty = ["\n\n", "\n\r\n"];
    let start = empty.iter().filter_map(|gap| Some(text[..span.start].rfind(gap)? + gap.len())).max();
    let end = empty.iter().filter_map(|gap| Some(span.end + text[span.end..].find(gap)?)).min();
    start.unwrap_or(0)..end.unwrap_or(text.len())
}

fn marked(words: &str, link: &Range<usize>) -> String {
    let (before, after) = (&words[..link.start], &words[link.end..]);
    let start = before.char_indices().rfind(|(at, c)| ends(*c, &before[at + c.len_utf8()..]));
    let before = start.map_or(before, |(at, c)| &before[at + c.len_utf8()..]).trim_start();
    let end = after.char_indices().find(|(at, c)| ends(*c, &after[at + c.len_utf8()..]));
    let after = end.map_or(after, |(at, c)| &after[..at + c.len_utf8()]).trim_end();
    if ![before, after].iter().any(|words| words.chars().any(char::is_alphanumeric)) {
        return String::new();
    }
    [&*escape(&last(before)), "<mark>", &escape(words[link.clone()].trim()), "</mark>", &escape(&first(after))].concat()
}

/// Whether a sentence ends with a character that is followed by this.
fn ends(c: char, rest: &str) -> bool {
    match c {
        '\n' | '。' | '！' | '？' => true,
        '.' | '!' | '?' | '…' | '؟' | '।' => rest.is_empty() || rest.starts_with(char::is_whitespace),
        _ => false,
    }
}

/// The last characters of a text, from a word on.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(REACH) {
        None => text.to_owned(),
        Some((at, _)) => {
            let rest = &text[at..];
            format!("… {}", rest.split_once(' ').map_or(rest, |(_, rest)| rest))
        }
    }
}

/// The first characters of a text, up to a word.
fn first(text: &str) -> String {
    match text.char_indices().nth(REACH) {
        None => text.to_owned(),
        Some((at, _)) => format!("{} …", text[..at].rsplit_once(' ').map_or(&text[..at], |(text, _)| text)),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::content::Dialect;

    fn around(text: &str, link: &str) -> String {
        let start = text.find(link).expect("the link");
        sentence(text, Dialect::default(), &(start..start + link.len()))
    }

    #[test]
    fn the_sentence_with_the_link_is_shown_without_markup() {
        let text =
            "Before.\n\nFirst one. As *I* wrote in [the first post](./a.md), it `grows` & grows! Last one.\n\nAfter.";
        let shown = "As I wrote in <mark>the first post</mark>, it grows &amp; grows!";
        assert_eq!(around(text, "[the first post](./a.md)"), shown);
    }

    #[test]
    fn a_sentence_in_japanese_ends_without_a_space() {
        let text = "最初の文。これは[前の記事](./a.md)の続きです。次の文。";
        assert_eq!(around(text, "[前の記事](./a.md)"), "これは<mark>前の記事</mark>の続きです。");
    }

    #[test]
    fn an_item_of_a_list_is_a_sentence() {
        let text = "- one\n- see [two](./a.md) for more\n- three";
        assert_eq!(around(text, "[two](./a.md)"), "see <mark>two</mark> for more");
    }

    #[test]
    fn a_link_that_is_none_without_the_rest_of_the_text_has_no_sentence() {
        for (text, link) in [
            ("See [the first post][1] for more.\n\n[1]: ./a.md", "[the first post][1]"),
            ("- One.\n\n    See [two](./a.md) for more.", "[two](./a.md)"),
        ] {
            assert_eq!(around(text, link), "", "{text}");
        }
    }

    #[test]
    fn a_link_alone_has_no_sentence() {
        assert_eq!(around("- [two](./a.md)\n- three", "[two](./a.md)"), "");
    }

    #[test]
    fn a_long_sentence_is_cut_at_words() {
        let text = format!("{}[here](./a.md){}.", "word ".repeat(100), " more".repeat(100));
        let shown = around(&text, "[here](./a.md)");
        assert!(shown.starts_with("… word word") && shown.ends_with("more more …"), "{shown}");
        assert!(shown.len() < 400, "{shown}");
    }
}
