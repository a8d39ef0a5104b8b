//! The sanitiser of the HTML of a text.

use std::collections::HashSet;

use ammonia::Builder;

use super::allowed::{ATTRIBUTES, Allowed, PREFIX};
use crate::bundle::article::{formulas, heading_ids};
use crate::bundle::input::config::content_security_policy::{Policy, Resource};
use crate::markdown::destination::SCHEMES;

/// What the sanitiser keeps.
pub(super) fn allowed() -> Allowed {
    let sanitiser = sanitiser(&Policy::default());
    let owned = |names: HashSet<&str>| names.into_iter().map(str::to_owned).collect();
    let attributes = sanitiser.clone_tag_attributes().into_iter();
    Allowed {
        elements: owned(sanitiser.clone_tags()),
        attributes: attributes.map(|(element, names)| (element.to_owned(), owned(names))).collect(),
        of_all: owned(sanitiser.clone_generic_attributes()),
    }
}

/// The HTML without what may not be in a page.
pub(crate) fn clean(html: &str, policy: &Policy) -> String {
    sanitiser(policy).clean(html).to_string()
}

/// The sanitiser of the rendered HTML, a second line of defence: nothing else comes out, and every element is closed.
fn sanitiser(policy: &Policy) -> Builder<'static> {
    let mut sanitiser = Builder::default();
    sanitiser
        .add_tags(["section", "figure", "figcaption", "input", "nav", "aside", "picture", "source", "video", "audio"])
        .add_tags(["address", "button", "iframe", "meter", "progress", "tfoot", "track"])
        .add_tags(formulas::ELEMENTS)
        .add_generic_attributes(["id", "class", "role", "tabindex", "title", "lang", "dir"])
        .add_generic_attribute_prefixes([PREFIX])
        .url_schemes(SCHEMES.split(' ').chain(["http", "https"]).collect())
        .link_rel(None);
    for (element, attributes) in ATTRIBUTES {
        sanitiser.add_tag_attributes(element, attributes);
    }
    for element in formulas::ELEMENTS {
        sanitiser.add_tag_attributes(element, formulas::ATTRIBUTES);
    }
    let policy = policy.clone();
    sanitiser.attribute_filter(move |element, attribute, value| match (element, attribute) {
        ("iframe", "src") if !policy.allows(Resource::Frame, value) => None,
        // The app finds its own elements by these ids.
        (_, "id") if heading_ids::RESERVED.contains(&value) => None,
        _ => Some(value.into()),
    });
    sanitiser
}
