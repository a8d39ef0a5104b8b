//! The headings of a text.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::Replacements;
use super::events::spanned::{Spanned, end};
use super::plain::plain;

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level in the source, from 1 to 6.
    pub written: u8,
    /// The level it is rendered at.
    pub level: u8,
    /// The id in the source: `{#id}`.
    pub id: Option<String>,
    /// Its text, without markup.
    pub text: String,
    /// Range in the text, in bytes.
    pub span: Range<usize>,
}

/// The headings of a text, without those in footnotes.
pub(super) fn headings(events: &[Spanned<'_>], html: Replacements<'_>) -> Vec<Heading> {
    let shift = shift(events);
    let mut headings = Vec::new();
    // A note is read only from its reference, if at all: its headings do not belong to the outline.
    let mut notes = 0;
    for (index, (event, span)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
            Event::End(TagEnd::FootnoteDefinition) => notes -= 1,
            Event::Start(Tag::Heading { level, id, .. }) if notes == 0 => headings.push(Heading {
                written: *level as u8,
                level: rendered(*level, shift),
                id: id.as_ref().map(ToString::to_string),
                text: plain(&events[index..end(events, index)], html).trim().to_owned(),
                span: span.clone(),
            }),
            _ => {}
        }
    }
    headings
}

/// By how many levels headings move down. A page has one `h1`, its title: a text with its own `h1` moves down by one.
pub(super) fn shift(events: &[Spanned<'_>]) -> u8 {
    let top = |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }));
    u8::from(events.iter().any(|(event, _)| top(event)))
}

/// The level a heading is rendered at.
pub(super) fn rendered(level: HeadingLevel, shift: u8) -> u8 {
    (level as u8 + shift).min(6)
}
