//! The addresses in the HTML of a text, and the pictures without words.

use std::ops::Range;

use super::scan::{Attribute, Kind};
use super::{Fate, Html, Part};

/// An address in HTML.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// As the author wrote it, with entities resolved.
    pub(crate) written: String,
    /// Where it is in the text, in bytes.
    pub(crate) span: Range<usize>,
    /// What the page shows of it, in the words of [`Policy`](crate::bundle::Policy): nothing, if it is a link.
    pub(crate) kind: &'static str,
    /// Whether it is a picture that nothing describes.
    pub(crate) without_alt: bool,
}

impl Html<'_> {
    /// All of them, in the order of the text. A frame is no part of the site, and has been looked at.
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
            // Where entities are resolved, places in the value are none in the source.
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

/// What an attribute has the address of. `None` if it has none.
pub(super) fn kind(element: &str, attribute: &str) -> Option<&'static str> {
    match (element, attribute) {
        (_, "href") => Some(""),
        (_, "srcset" | "poster") | ("img", "src") => Some("img"),
        ("audio" | "source" | "track" | "video", "src") => Some("media"),
        _ => None,
    }
}

/// The addresses of an attribute: one, or the pictures that a browser may choose from, each with the width or density it
/// is for behind it; each with its place in the value, in bytes.
fn addresses_in(attribute: &Attribute) -> Vec<(usize, &str)> {
    let value = &attribute.value;
    if attribute.name == "srcset" {
        candidates(value).map(|candidate| (candidate.at, candidate.address)).collect()
    } else {
        vec![(value.len() - value.trim_start().len(), value.trim())]
    }
}

/// A picture of a `srcset`.
pub(super) struct Candidate<'v> {
    /// Where its address is, in bytes.
    at: usize,
    pub(super) address: &'v str,
    /// The width or density it is for; may be empty.
    pub(super) descriptor: &'v str,
}

/// The candidates of a `srcset`. A comma may be in an address, and ends it only at its end (HTML standard, 4.8.4.2.2).
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
