//! What a text is made of, for those who look at it before it is rendered.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::events::{Spanned, end, plain, spanned};

/// A link or a picture of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The destination as the text has it, with entities and escapes resolved: the key to its target.
    pub written: String,
    /// Whether it is a picture.
    pub image: bool,
    /// Where it begins, in bytes.
    pub offset: usize,
    /// The words of the link, or what stands for the picture where it cannot be seen.
    pub alt: String,
    /// Its title. May be empty.
    pub title: String,
}

/// The headings of a text, those of footnotes aside, in their order, which is the order of [`Beside::ids`](crate::content::Beside::ids): the level
/// it will be rendered at, the id its author gave it (`{#id}`), its words without markup, and where it begins, in bytes.
#[must_use]
pub fn outline(text: &str) -> Vec<(u8, Option<String>, String, usize)> {
    let events = spanned(text);
    let shift = shift(&events);
    let mut outline = Vec::new();
    // A note is read only from where the text refers to it, and may never be: what it has for headings is no part.
    let mut notes = 0;
    for (index, (event, span)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
            Event::End(TagEnd::FootnoteDefinition) => notes -= 1,
            Event::Start(Tag::Heading { level, id, .. }) if notes == 0 => {
                let words = plain(&events[index..end(&events, index)], false).trim().to_owned();
                outline.push((rendered(*level, shift), id.as_ref().map(ToString::to_string), words, span.start));
            }
            _ => {}
        }
    }
    outline
}

/// The destinations of all links and pictures of a text, bare URLs among them; addresses of mail are not.
#[must_use]
pub fn references(text: &str) -> Vec<Reference> {
    let events = spanned(text);
    let mut references = Vec::new();
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        if let Event::Start(
            tag @ (Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. }),
        ) = event
        {
            let image = matches!(tag, Tag::Image { .. });
            let end = end(&events, index);
            if !matches!(link_type, LinkType::Email) {
                let alt = plain(&events[index..end], false);
                let (written, title) = (dest_url.to_string(), title.to_string());
                references.push(Reference { written, image, offset: span.start, alt, title });
            }
            // What is inside a picture is never drawn, only read out.
            index = if image { end } else { index };
        }
        index += 1;
    }
    references
}

/// By how much the headings of a text go down. A page has one `h1`, its title: a text with one of its own moves below.
pub(super) fn shift(events: &[Spanned<'_>]) -> u8 {
    let top = |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }));
    u8::from(events.iter().any(|(event, _)| top(event)))
}

/// The level a heading is rendered at.
pub(super) fn rendered(level: HeadingLevel, shift: u8) -> u8 {
    (level as u8 + shift).min(6)
}
