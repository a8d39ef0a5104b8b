//! Renders a text with other HTML in place of some of its pictures and paragraphs.
//!
//! Only the bundler does so, and sends the result: the browser's renderer need not know what these become.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::events::events;
use super::events::spanned::{Spanned, end};
use super::plain::plain;
use super::writer::Writer;
use super::{Render, Replacements};
use crate::content::RenderData;

/// HTML in place of a part of a text.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// Range in the text of the picture, the link or the block, in bytes.
    pub span: Range<usize>,
    /// Whether it is a paragraph or a block of HTML.
    pub block: bool,
    /// What is shown. Not escaped.
    pub html: String,
}

/// Renders a text like [`render`](super::render). `replaced`: in the order of the text.
#[must_use]
pub fn render_replaced(text: &str, beside: &RenderData, options: Render<'_>, replaced: &[Replaced]) -> String {
    if replaced.is_empty() {
        return super::render(text, beside, options);
    }
    let events = without(events(text, beside.dialect), replaced);
    let mut html: Vec<_> = options.html.to_vec();
    html.extend(replaced.iter().map(|replaced| (replaced.span.start, replaced.html.clone())));
    html.sort_by_key(|(offset, _)| *offset);
    let html: Replacements<'_> = &html;
    let first = events.iter().find(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })));
    let is_later = first.zip(replaced.first()).is_some_and(|((_, first), replaced)| replaced.span.start < first.start);
    Writer::new(&events, beside, Render { html, ..options }, text.len()).after_a_picture(is_later).run()
}

/// The events of a text, with a place for HTML in place of what is replaced.
fn without(events: Vec<Spanned<'static>>, replaced: &[Replaced]) -> Vec<Spanned<'static>> {
    let mut kept = Vec::with_capacity(events.len());
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        match replacement(event, span, replaced) {
            None => kept.push((event.clone(), span.clone())),
            Some(Replaced { block: true, .. }) => {
                kept.push((Event::Start(Tag::HtmlBlock), span.clone()));
                kept.push((Event::End(TagEnd::HtmlBlock), span.clone()));
                index = end(&events, index);
            }
            Some(_) => {
                let last = end(&events, index);
                // For the names of headings.
                let words = plain(&events[index..last], &[]);
                let words = CowStr::from(words.trim_start_matches('<').to_owned());
                kept.push((Event::InlineHtml(words), span.clone()));
                index = last;
            }
        }
        index += 1;
    }
    kept
}

/// What replaces the element that an event begins.
fn replacement<'r>(event: &Event<'_>, span: &Range<usize>, replaced: &'r [Replaced]) -> Option<&'r Replaced> {
    let block = match event {
        Event::Start(Tag::Paragraph | Tag::HtmlBlock) => true,
        Event::Start(Tag::Image { .. } | Tag::Link { .. }) => false,
        _ => return None,
    };
    let first = replaced.partition_point(|replaced| replaced.span.start < span.start);
    let mut here = replaced[first..].iter().take_while(|replaced| replaced.span.start == span.start);
    here.find(|replaced| replaced.block == block)
}
