//! Finds the raw HTML of a text, for the callers that decide what of it passes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::spanned::{Spanned, end};

/// The HTML shown in place of raw HTML, each with the offset in bytes of the raw HTML in the text, in ascending order.
/// Raw HTML without a replacement is shown as text.
pub type Replacements<'a> = &'a [(usize, String)];

/// The replacement of the raw HTML at an offset in bytes.
pub(super) fn replacement(replacements: Replacements<'_>, offset: usize) -> Option<&str> {
    let index = replacements.binary_search_by_key(&offset, |(offset, _)| *offset).ok()?;
    Some(&replacements[index].1)
}

/// A block of raw HTML, or an inline tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// The HTML. A block is without the line prefixes of the blocks around it, such as `> `.
    pub source: String,
    /// Where each part begins: its offsets in `source` and in the text, in bytes.
    parts: Vec<(usize, usize)>,
    /// Offset in the text, in bytes: the key of its replacement.
    pub offset: usize,
    /// Whether it is a block.
    pub block: bool,
    /// The enclosing element, by the index of its event. An element opened within it has to be closed within it.
    pub container: usize,
    /// Whether the enclosing element can contain blocks, as a list item can, and not only inline content.
    pub holds_blocks: bool,
}

impl RawHtml {
    /// The range in the text of a range of `source`, in bytes.
    #[must_use]
    pub fn span(&self, part: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| {
            let index = self.parts.partition_point(|(start, _)| *start <= byte).saturating_sub(1);
            self.parts.get(index).map_or(self.offset, |(start, offset)| offset + byte - start)
        };
        // The end belongs to the part of the last byte: the next part may be on another line.
        at(part.start)..at(part.end.saturating_sub(1).max(part.start)) + usize::from(!part.is_empty())
    }
}

/// All raw HTML of a text, in order.
pub(super) fn raw_html(events: &[Spanned<'_>]) -> Vec<RawHtml> {
    let mut all = Vec::new();
    // The open elements: the index of each one's event, and whether it can contain blocks.
    let mut open = vec![(usize::MAX, true)];
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        match event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) | Event::Html(_) => {
                let block = matches!(event, Event::Start(_));
                let last = if block { end(events, index) } else { index };
                let (source, parts) = joined(&events[index..last.max(index + 1)]);
                let (container, holds_blocks) = open.last().copied().unwrap_or((usize::MAX, true));
                all.push(RawHtml { source, parts, offset: span.start, block, container, holds_blocks });
                index = last;
            }
            Event::Start(tag) => open.push((index, holds_blocks_in(tag))),
            Event::End(TagEnd::HtmlBlock) => {}
            Event::End(_) => {
                open.pop();
            }
            _ => {}
        }
        index += 1;
    }
    all
}

/// The HTML of events, and where each part begins: its offsets in the HTML and in the text, in bytes.
fn joined(events: &[Spanned<'_>]) -> (String, Vec<(usize, usize)>) {
    let (mut source, mut parts) = (String::new(), Vec::new());
    for (event, span) in events {
        if let Event::Html(line) | Event::InlineHtml(line) | Event::Text(line) = event {
            parts.push((source.len(), span.start));
            source.push_str(line);
        }
    }
    (source, parts)
}

fn holds_blocks_in(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_) | Tag::Item | Tag::FootnoteDefinition(_) | Tag::DefinitionListDefinition | Tag::TableCell
    )
}
