//! Finds the raw HTML of a text, for the callers that decide what of it passes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::spanned::{Spanned, end};

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
        let (container, holds_blocks) = open.last().copied().unwrap_or((usize::MAX, true));
        let mut raw = RawHtml {
            source: String::new(),
            parts: Vec::new(),
            offset: span.start,
            block: matches!(event, Event::Start(_)),
            container,
            holds_blocks,
        };
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let last = end(events, index);
                for (event, span) in &events[index..last] {
                    if let Event::Html(line) | Event::InlineHtml(line) | Event::Text(line) = event {
                        raw.parts.push((raw.source.len(), span.start));
                        raw.source.push_str(line);
                    }
                }
                all.push(raw);
                index = last;
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                raw.parts.push((0, span.start));
                raw.source.push_str(html);
                all.push(raw);
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

fn holds_blocks_in(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_) | Tag::Item | Tag::FootnoteDefinition(_) | Tag::DefinitionListDefinition | Tag::TableCell
    )
}
