//! Finds the links and pictures of a text.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::events::spanned::{Spanned, end};
use super::plain::plain;

/// A link or a picture of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The destination in the source, entities and escapes resolved: the key of its target.
    pub written: String,
    /// Whether it is a picture.
    pub image: bool,
    /// Range in the text, in bytes.
    pub span: Range<usize>,
    /// The text of the link, or the alternative text of the picture.
    pub alt: String,
    /// Its title. May be empty.
    pub title: String,
}

/// All links and pictures of a text, including bare URLs, without email addresses.
pub(super) fn references(events: &[Spanned<'_>]) -> Vec<Reference> {
    let mut references = Vec::new();
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        if let Event::Start(
            tag @ (Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. }),
        ) = event
        {
            let image = matches!(tag, Tag::Image { .. });
            let end = end(events, index);
            if !matches!(link_type, LinkType::Email) {
                let alt = plain(&events[index..end], &[]);
                let (written, title) = (dest_url.to_string(), title.to_string());
                references.push(Reference { written, image, span: span.clone(), alt, title });
            }
            // A link within a picture is not rendered, only read out.
            index = if image { end } else { index };
        }
        index += 1;
    }
    references
}
