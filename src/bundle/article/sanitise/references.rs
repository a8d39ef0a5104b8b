//! The URLs in the raw HTML of a text, and the pictures without alternative text.

use std::ops::Range;

use super::{Fate, Html, Part};
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::tags::scan::{Attribute, Kind};

/// A URL in HTML.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// As the author wrote it, with entities resolved.
    pub(crate) written: String,
    /// Its byte range in the text.
    pub(crate) span: Range<usize>,
    pub(crate) kind: UrlKind,
    /// Whether it is a picture without `alt`.
    pub(crate) without_alt: bool,
}

/// What a URL is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UrlKind {
    /// A reader follows it.
    Link,
    /// The page loads it.
    Load(Resource),
}

impl Html<'_> {
    /// All URLs, in the order of the text, except those of frames, which are checked already.
    pub(crate) fn addresses(&self) -> Vec<Address> {
        self.parts.iter().filter(|part| part.fate == Fate::Passes).flat_map(|part| self.addresses_of(part)).collect()
    }

    fn addresses_of(&self, part: &Part) -> Vec<Address> {
        let Kind::Open { name, attributes } = &part.token.kind else { return Vec::new() };
        let piece = &self.pieces[part.piece];
        let without_alt = name == "img" && !attributes.iter().any(|attribute| attribute.name == "alt");
        let mut addresses = Vec::new();
        for attribute in attributes {
            let Some(kind) = kind(name, &attribute.name) else { continue };
            // If entities were resolved, offsets in the value are not those in the source.
            let as_written = piece.source.get(attribute.value_span.clone()) == Some(attribute.value.as_str());
            for (at, written) in addresses_in(attribute) {
                let start = attribute.value_span.start + at;
                let span = if as_written { start..start + written.len() } else { attribute.value_span.clone() };
                let without_alt = without_alt && attribute.name == "src";
                addresses.push(Address { written: written.to_owned(), span: piece.span(&span), kind, without_alt });
            }
        }
        addresses
    }
}

/// The kind of the URL in an attribute. `None` if it has none.
pub(super) fn kind(element: &str, attribute: &str) -> Option<UrlKind> {
    match (element, attribute) {
        (_, "href") => Some(UrlKind::Link),
        (_, "srcset" | "poster") | ("img", "src") => Some(UrlKind::Load(Resource::Img)),
        ("audio" | "source" | "track" | "video", "src") => Some(UrlKind::Load(Resource::Media)),
        _ => None,
    }
}

/// The URLs in an attribute, one or the candidates of a `srcset`, each with its offset in the value in bytes.
fn addresses_in(attribute: &Attribute) -> Vec<(usize, &str)> {
    let value = &attribute.value;
    if attribute.name == "srcset" {
        candidates(value).map(|candidate| (candidate.at, candidate.address)).collect()
    } else {
        vec![(value.len() - value.trim_start().len(), value.trim())]
    }
}

/// A candidate of a `srcset`.
pub(super) struct Candidate<'v> {
    /// The offset of its URL in the value, in bytes.
    at: usize,
    pub(super) address: &'v str,
    /// The width or density it is for; may be empty.
    pub(super) descriptor: &'v str,
}

/// The candidates of a `srcset`. A URL may have commas in it; only a trailing one ends it (HTML standard, 4.8.4.2.2).
pub(super) fn candidates(value: &str) -> impl Iterator<Item = Candidate<'_>> {
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let at = value.len() - rest.len();
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let (address, descriptor) = match address.strip_suffix(',') {
            Some(address) => {
                rest = after;
                (address.trim_end_matches(','), "")
            }
            None => {
                let (descriptor, after) = after.split_once(',').unwrap_or((after, ""));
                rest = after;
                (address, descriptor.trim())
            }
        };
        (!address.is_empty()).then_some(Candidate { at, address, descriptor })
    })
}
