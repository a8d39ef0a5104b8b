//! The prose of a text: without code, formulas, comments and escaped characters, which are shown as they are written.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::Dialect;
use crate::markdown;

/// Elements whose content is code, or is not shown, and what ends each.
const VERBATIM: [(&str, &str); 9] = [
    ("<!--", "-->"),
    ("<pre", "</pre"),
    ("<code", "</code"),
    ("<kbd", "</kbd"),
    ("<samp", "</samp"),
    ("<var", "</var"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<textarea", "</textarea"),
];

/// The prose of a text, at the same offsets. All offsets are in bytes.
#[derive(Clone)]
pub(crate) struct Prose {
    /// The text, with spaces in place of what was removed; line breaks stay.
    pub(crate) text: String,
    /// Where links, pictures and footnote references begin: their brackets are Markdown's.
    pub(crate) links: Vec<usize>,
    /// Where links and pictures end.
    pub(crate) ends: Vec<usize>,
    /// The raw HTML.
    pub(crate) html: Vec<Range<usize>>,
    /// Where paragraphs begin.
    pub(crate) paragraphs: Vec<usize>,
}

impl Prose {
    pub(crate) fn of(text: &str, dialect: Dialect) -> Self {
        let mut bytes = text.as_bytes().to_vec();
        let mut prose =
            Self { text: String::new(), links: Vec::new(), ends: Vec::new(), html: Vec::new(), paragraphs: Vec::new() };
        for (event, span) in markdown::events(text, dialect) {
            match event {
                Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Start(Tag::CodeBlock(_)) => {
                    blank(&mut bytes, span);
                }
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::FootnoteReference(_) => {
                    prose.links.push(span.start);
                }
                Event::End(TagEnd::Link | TagEnd::Image) => prose.ends.push(span.end),
                Event::Start(Tag::Paragraph) => prose.paragraphs.push(span.start),
                Event::Html(_) | Event::InlineHtml(_) => prose.html.push(span),
                _ => {}
            }
        }
        prose.links.sort_unstable();
        prose.ends.sort_unstable();
        for span in verbatim(text, &prose.html) {
            blank(&mut bytes, span);
        }
        escapes(&mut bytes);
        // Whole characters were removed, so that it is still UTF-8.
        prose.text = String::from_utf8(bytes).unwrap_or_default();
        prose
    }

    /// Replaces a byte range by spaces.
    pub(crate) fn blank(&mut self, span: Range<usize>) {
        let blank: String =
            self.text[span.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        self.text.replace_range(span, &blank);
    }

    /// Whether a link, a picture or a footnote reference begins here.
    pub(crate) fn is_linked(&self, span: Range<usize>) -> bool {
        let first = self.links.partition_point(|start| *start < span.start);
        self.links.get(first).is_some_and(|start| span.contains(start))
    }
}

fn blank(bytes: &mut [u8], span: Range<usize>) {
    bytes[span].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

/// The byte ranges of elements that have code, or content that is not shown.
fn verbatim(text: &str, html: &[Range<usize>]) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut spans = Vec::new();
    let mut done = 0;
    let mut unclosed = [false; VERBATIM.len()];
    for tag in html {
        for (kind, (open, close)) in VERBATIM.iter().enumerate() {
            let from = tag.start.max(done);
            let Some(start) = lower.get(from..tag.end).and_then(|html| html.find(open)) else { continue };
            // If one is not closed, those after it are not either: the text is not searched again.
            let end = if unclosed[kind] { None } else { lower[from + start..].find(close) };
            unclosed[kind] = end.is_none();
            let end = end.map_or(tag.end, |end| from + start + end);
            spans.push(from + start..end);
            done = end;
        }
    }
    spans
}

/// Blanks characters with a backslash before them, which are no syntax.
fn escapes(bytes: &mut [u8]) {
    let mut at = 0;
    while at + 1 < bytes.len() {
        if bytes[at] == b'\\' && bytes[at + 1].is_ascii_punctuation() {
            bytes[at..at + 2].fill(b' ');
            at += 1;
        }
        at += 1;
    }
}
