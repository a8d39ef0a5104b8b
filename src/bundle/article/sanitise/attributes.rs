//! Filters the attributes of allowed tags.

use super::findings::HtmlProblem;
use super::{Html, Part, allowed};
use crate::bundle::article::heading_ids;
use crate::bundle::composed;
use crate::bundle::tags::scan::{Attribute, Kind};

/// Attributes of a frame that the page sets itself, or has no use for. They are dropped without a finding.
const OF_FRAMES: [&str; 9] = [
    "allow",
    "allowfullscreen",
    "frameborder",
    "loading",
    "marginheight",
    "marginwidth",
    "referrerpolicy",
    "sandbox",
    "scrolling",
];

impl Html<'_> {
    /// Removes the attributes that an allowed tag may not have, and records findings about the tag.
    pub(super) fn trim(&mut self, part: &mut Part) {
        let piece = part.piece;
        let Kind::Open { name, attributes } = &mut part.token.kind else { return };
        name_to_id(name, attributes);
        let untitled = |attribute: &Attribute| attribute.name != "title" || attribute.value.trim().is_empty();
        if name == "iframe" && attributes.iter().all(untitled) {
            self.find(HtmlProblem::FrameWithoutTitle, name.clone(), piece, &part.token.span);
        }
        if name == "h1" {
            self.find(HtmlProblem::TopHeading, name.clone(), piece, &part.token.span);
        }
        let mut kept = Vec::new();
        for mut attribute in std::mem::take(attributes) {
            if attribute.name == "id" {
                attribute.value = composed::text(&attribute.value);
            }
            if name == "iframe" && OF_FRAMES.contains(&attribute.name.as_str()) {
                continue;
            }
            let problem = if !allowed::keeps(name, &attribute.name) {
                Some((HtmlProblem::Attribute, attribute.name.clone()))
            } else if attribute.name == "id" && !self.take_id(&attribute.value) {
                Some((HtmlProblem::TakenId, attribute.value.clone()))
            } else {
                None
            };
            match problem {
                Some((problem, name)) => self.find(problem, name, piece, &attribute.span),
                None => kept.push(attribute),
            }
        }
        *attributes = kept;
    }

    /// Takes an id. `false` if the text has it already, or the page reserves it.
    fn take_id(&mut self, id: &str) -> bool {
        !heading_ids::is_reserved(id) && self.ids.insert(id.to_owned())
    }
}

/// Turns `<a name>`, the older form of an anchor, into an id.
fn name_to_id(element: &str, attributes: &mut Vec<Attribute>) {
    if element != "a" {
        return;
    }
    let find = |attributes: &[Attribute], name: &str| attributes.iter().position(|attribute| attribute.name == name);
    let Some(name) = find(attributes, "name") else { return };
    match find(attributes, "id") {
        None => attributes[name].name = "id".to_owned(),
        Some(id) if attributes[id].value == attributes[name].value => {
            attributes.remove(name);
        }
        // An element has one id: `name` is reported.
        Some(_) => {}
    }
}
