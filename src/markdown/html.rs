//! The raw HTML of a text, for those who decide what of it passes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::spanned::{Spanned, end};

/// What is shown in place of raw HTML: HTML, by where the raw HTML begins in the text, in bytes, in that order.
/// Raw HTML that is not in it is shown as text.
pub type Replacements<'a> = &'a [(usize, String)];

/// What is shown in place of the raw HTML at a byte.
pub(super) fn replacement(replacements: Replacements<'_>, offset: usize) -> Option<&str> {
    let index = replacements.binary_search_by_key(&offset, |(offset, _)| *offset).ok()?;
    Some(&replacements[index].1)
}

/// A block of raw HTML, or a tag within a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// The HTML. A block is without what the blocks around it have before each line, such as `> `.
    pub source: String,
    /// Where `source` is in the text: where each part begins, in `source` and in the text, in bytes.
    parts: Vec<(usize, usize)>,
    /// Where it begins in the text, in bytes: the key to what is shown in its place.
    pub offset: usize,
    /// Whether it is a block.
    pub block: bool,
    /// The element around it, by the number of its event. What is opened in an element has to be closed in it.
    pub container: usize,
    /// Whether the element around it can have blocks in it, such as a list, and not only words.
    pub holds_blocks: bool,
}

impl RawHtml {
    /// Where a part of `source` is in the text, in bytes.
    #[must_use]
    pub fn span(&self, part: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| {
            let index = self.parts.partition_point(|(start, _)| *start <= byte).saturating_sub(1);
            self.parts.get(index).map_or(self.offset, |(start, offset)| offset + byte - start)
        };
        // The end belongs to the part of the last byte: what follows may be on another line.
        at(part.start)..at(part.end.saturating_sub(1).max(part.start)) + usize::from(!part.is_empty())
    }
}

/// All of a text, in its order.
pub(super) fn raw_html(events: &[Spanned<'_>]) -> Vec<RawHtml> {
    let mut all = Vec::new();
    // The elements that are open: the number of the event of each, and whether it holds blocks.
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
