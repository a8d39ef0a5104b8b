//! The parts of a text that are shown as they are written: no code, no markup, no destination.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::markdown::spanned::Spanned;

/// The parts, in the order of the text. Backslashes that escape are in them.
pub(super) fn ranges(text: &str, events: &[Spanned<'_>]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut code = false;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => code = true,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => code = false,
            Event::Text(_) if !code && !span.is_empty() => match ranges.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                // The same text again, as that of a bare URL in it.
                Some(last) if last.end >= span.end => {}
                _ => ranges.push(span.clone()),
            },
            _ => {}
        }
    }
    debug_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()));
    ranges
}

/// Where `sign` is in the literal parts of a text, each with the part it is in, unless a backslash escapes it.
pub(super) fn find<'t>(
    text: &'t str,
    literal: &'t [Range<usize>],
    sign: &'t str,
) -> impl Iterator<Item = (usize, &'t Range<usize>)> {
    literal.iter().flat_map(move |range| {
        let found = text[range.clone()].match_indices(sign).map(move |(at, _)| range.start + at);
        found.filter(move |at| !is_escaped(text, *at)).map(move |at| (at, range))
    })
}

/// Whether a backslash escapes the sign at a place: one that no other escapes.
pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    let before = &text[..at];
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}
