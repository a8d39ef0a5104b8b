//! The parts of a text that are shown as written: no code, no markup, no destination.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::markdown::events::spanned::Spanned;

/// The parts, in order. They include escaping backslashes.
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

/// Offsets of `sign` in the literal parts of a text, each with its part, unless a backslash escapes it.
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

/// Whether a backslash that is not itself escaped escapes the character at an offset.
pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    let before = &text[..at];
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}
