//! HTML comments and tags that Markdown reads as text, so that a reader sees them.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::{Lint, LintKind, literal};

/// How far to look for a tag, in bytes.
const REACH: usize = 300;

/// Comments that begin within a line of text and do not end in the same paragraph.
pub(super) fn comments(text: &str, literal: &[Range<usize>]) -> Vec<Lint> {
    let lint = |(at, _)| Lint { kind: LintKind::BrokenComment, span: at..at + 4, words: String::new() };
    literal::find(text, literal, "<!--").map(lint).collect()
}

/// What a browser would read as a tag, with any element name.
pub(super) fn broken(text: &str, literal: &[Range<usize>]) -> Vec<Lint> {
    literal::find(text, literal, "<").filter_map(|(at, _)| lint(text, at)).collect()
}

/// The unclosed tag at the end of an HTML block.
pub(super) fn endless(text: &str, tag: &Tag<'_>, span: &Range<usize>) -> Option<Lint> {
    if !matches!(tag, Tag::HtmlBlock) {
        return None;
    }
    let block = text.get(span.clone())?;
    let rest = block.rfind('>').map_or(0, |end| end + 1);
    lint(text, span.start + rest + block[rest..].find('<')?)
}

fn lint(text: &str, at: usize) -> Option<Lint> {
    let (name, length) = tag(near(&text[at..]))?;
    Some(Lint { kind: LintKind::BrokenTag, span: at..at + length, words: name.to_ascii_lowercase() })
}

fn near(text: &str) -> &str {
    let near = &text[..text.floor_char_boundary(REACH)];
    near.split("\n\n").next().unwrap_or(near)
}

/// The name of what looks like a tag, and its length up to its first value. It has an attribute, or only a slash that
/// is not directly before its end. `a <b` and `a <b and c` have neither.
fn tag(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, mut rest) = inside.split_at(end);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !rest.starts_with(['/', ' ', '\t', '\n']) {
        return None;
    }
    for index in 0.. {
        // Browsers skip a slash between attributes.
        let spaced = rest.trim_start_matches(['/', ' ', '\t', '\n']);
        if index == 0 && spaced.starts_with('>') && rest.contains('/') {
            return Some((name, text.len() - spaced.len() + 1));
        }
        let end = spaced.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.@".contains(c))?;
        let (attribute, value) = spaced.split_at(end);
        let quoted = value.starts_with("=\"") || value.starts_with("='");
        if attribute.len() > 1 && (quoted || index == 0 && value.starts_with('=')) {
            return Some((name, text.len() - value.len() + 1));
        }
        if attribute.is_empty() || !value.starts_with(['/', ' ', '\t', '\n']) {
            return None;
        }
        rest = value;
    }
    None
}
