//! What a text shows besides plain pictures: pictures with attributes, and pages of other hosts.

pub(crate) mod embed;
pub(crate) mod frame;
mod page_address;
mod pasted;
pub(crate) mod services;
pub(crate) mod source;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::config::Config;
use crate::markdown::{Inspection, PICTURE_ATTRIBUTES, PictureAttributes, Reference};
use embed::{Embed, embed};
use pasted::pasted;

/// What a text shows besides plain pictures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Media {
    /// The attributes of its pictures, in order.
    pub(crate) attributes: Vec<PictureAttributes>,
    /// The pages of other hosts, in order.
    pub(crate) embeds: Vec<Embed>,
}

impl Media {
    /// Finds the media of a text. In the inspection, pages of other hosts become links, and the pictures that attributes
    /// name are added: so each is resolved, measured and checked as all others are.
    pub(crate) fn new(attributes: Vec<PictureAttributes>, anatomy: &mut Inspection, config: &Config) -> Self {
        let alone: HashMap<usize, Range<usize>> = anatomy
            .alone
            .iter()
            .filter(|it| it.items.len() == 1)
            .map(|it| (it.items[0].start, it.span.clone()))
            .collect();
        let (mut embeds, mut link_end) = (Vec::new(), 0);
        let named: Vec<Reference> =
            attributes.iter().flat_map(|attributes| pictures(attributes, &anatomy.references)).collect();
        for reference in &mut anatomy.references {
            let paragraph = alone.get(&reference.span.start).cloned();
            let embed = embed(reference, paragraph, reference.span.end <= link_end, config);
            reference.image &= embed.is_none();
            embeds.extend(embed);
            if !reference.image {
                link_end = link_end.max(reference.span.end);
            }
        }
        anatomy.html.retain(|html| {
            let pasted = pasted(html, config);
            let stays = pasted.is_none();
            embeds.extend(pasted);
            stays
        });
        embeds.sort_by_key(|embed| embed.span.start);
        anatomy.references.extend(named);
        anatomy.references.sort_by_key(|reference| reference.span.start);
        Self { attributes, embeds }
    }

    /// The attributes of the picture at an offset.
    pub(crate) fn of(&self, picture: &Range<usize>) -> Option<&PictureAttributes> {
        let place = self.attributes.binary_search_by_key(&picture.start, |attributes| attributes.picture.start).ok()?;
        self.attributes.get(place)
    }

    /// Whether a page of another host begins at an offset.
    pub(crate) fn has_frame_at(&self, offset: usize) -> bool {
        self.embeds.binary_search_by_key(&offset, |embed| embed.span.start).is_ok()
    }

    /// A text as programs read it that know no attributes: without them, and with links to pages of other hosts.
    pub(crate) fn plain<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let braces = self.attributes.iter().map(|attributes| (attributes.span.clone(), String::new()));
        let links = self.embeds.iter().filter_map(|embed| match &embed.paragraph {
            Some(html) if embed.pasted => {
                let line = if text[html.clone()].ends_with('\n') { "\n" } else { "" };
                Some((html.clone(), source::link(embed) + line))
            }
            _ => text[embed.span.start..]
                .starts_with("![")
                .then(|| (embed.span.start..embed.span.start + 1, String::new())),
        });
        let mut changes: Vec<(Range<usize>, String)> = braces.chain(links).collect();
        if changes.is_empty() {
            return Cow::Borrowed(text);
        }
        changes.sort_by_key(|(range, _)| range.start);
        let (mut plain, mut done) = (String::with_capacity(text.len()), 0);
        for (range, instead) in changes {
            plain.push_str(&text[done..range.start]);
            plain.push_str(&instead);
            done = range.end;
        }
        plain.push_str(&text[done..]);
        Cow::Owned(plain)
    }
}

/// The reference that begins at an offset, among all of a text in their order.
pub(crate) fn reference_at(references: &[Reference], start: usize) -> Option<&Reference> {
    let place = references.binary_search_by_key(&start, |reference| reference.span.start).ok()?;
    references.get(place)
}

/// The pictures that attributes name. Their alternative text is that of the picture, which is checked already.
fn pictures(attributes: &PictureAttributes, references: &[Reference]) -> Vec<Reference> {
    let alt = reference_at(references, attributes.picture.start).map_or("", |it| &it.alt);
    let named = attributes.list.iter().filter(|it| PICTURE_ATTRIBUTES.contains(&&*it.name));
    let reference = |written: &str, span: &Range<usize>| Reference {
        written: written.to_owned(),
        image: true,
        span: span.clone(),
        alt: if alt.trim().is_empty() { "." } else { alt }.to_owned(),
        title: String::new(),
    };
    named.filter(|it| !it.value.is_empty()).map(|it| reference(&it.value, &it.span)).collect()
}
