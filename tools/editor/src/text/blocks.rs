//! A text as the site reads it: where its words, its marks and its code are.

use std::ops::Range;

use personal_page::content::Dialect;
use personal_page::markdown::{Spanned, events};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::front_matter::split::body_start;

/// The events of a text below its front matter, each with its range in the file. What an entity in them means is not to be
/// used: the page's program has no table of their names (`cli/toolchain/editor_files.rs`).
pub struct Parsed<'a> {
    pub(super) text: &'a str,
    /// Where the text below the front matter begins.
    body: usize,
    pub(super) events: Vec<Spanned<'static>>,
}

/// An inline element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Inline {
    pub(super) kind: InlineKind,
    /// With its signs.
    pub(super) outer: Range<usize>,
    /// Without them. Empty if nothing in it can be marked.
    pub(super) inner: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InlineKind {
    Strong,
    Emphasis,
    Strikethrough,
    Code,
    Link,
    Other,
}

/// Whether a range is part of another one.
pub(super) fn within(part: &Range<usize>, whole: &Range<usize>) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

/// A range without the spaces at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

impl<'a> Parsed<'a> {
    /// Reads a file.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let body = body_start(text);
        let mut events = events(&text[body..], Dialect { smart_punctuation: false, math: true });
        events.iter_mut().for_each(|(_, span)| *span = span.start + body..span.end + body);
        Self { text, body, events }
    }

    /// Whether a position is in the front matter, or in a block of code or of HTML: commands leave all of them alone.
    #[must_use]
    pub fn is_literal(&self, at: usize) -> bool {
        let literal = |event: &Event<'_>| matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock));
        at < self.body || self.events.iter().any(|(event, span)| literal(event) && span.start <= at && at < span.end)
    }

    /// The words of each paragraph, heading, item and cell: where marks can stand.
    pub(super) fn runs(&self) -> Vec<Range<usize>> {
        let (mut runs, mut run, mut literal) = (Vec::new(), None::<Range<usize>>, false);
        for (event, span) in &self.events {
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => literal = true,
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => literal = false,
                _ => {}
            }
            if literal || !is_inline(event) {
                runs.extend(run.take());
            } else {
                let start = run.as_ref().map_or(span.start, |run| run.start.min(span.start));
                run = Some(start..run.map_or(span.end, |run| run.end.max(span.end)));
            }
        }
        runs.extend(run);
        runs.iter_mut().for_each(|run| run.start -= usize::from(is_escaped(self.text, run.start)));
        runs
    }

    /// The inline elements, those inside others first.
    pub(super) fn inlines(&self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        // The end of what was last in an element that is open.
        let mut last_end = 0;
        for (event, outer) in &self.events {
            let kind = match event {
                Event::Code(_) => InlineKind::Code,
                Event::End(TagEnd::Strong) => InlineKind::Strong,
                Event::End(TagEnd::Emphasis) => InlineKind::Emphasis,
                Event::End(TagEnd::Strikethrough) => InlineKind::Strikethrough,
                Event::End(TagEnd::Link) => InlineKind::Link,
                Event::End(TagEnd::Image)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_) => InlineKind::Other,
                Event::Start(_) => continue,
                _ => {
                    last_end = outer.end;
                    continue;
                }
            };
            let inner = self.inside(kind, outer, last_end);
            inlines.push(Inline { kind, outer: outer.clone(), inner });
            last_end = outer.end;
        }
        inlines
    }

    fn inside(&self, kind: InlineKind, outer: &Range<usize>, last_end: usize) -> Range<usize> {
        let written = &self.text[outer.clone()];
        let signs = match kind {
            InlineKind::Strong => 2,
            InlineKind::Emphasis => 1,
            InlineKind::Strikethrough => written.len() - written.trim_start_matches('~').len(),
            InlineKind::Code => written.len() - written.trim_start_matches('`').len(),
            InlineKind::Link if written.starts_with('[') => return outer.start + 1..last_end.max(outer.start + 1),
            InlineKind::Link | InlineKind::Other => return outer.start..outer.start,
        };
        outer.start + signs..outer.end.saturating_sub(signs).max(outer.start + signs)
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => true,
        Event::Start(_) | Event::End(_) | Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
        _ => true,
    }
}

/// Whether the character at a position has a backslash before it that escapes it.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = &text[..at];
    text[at..].starts_with(|c: char| c.is_ascii_punctuation())
        && (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}
