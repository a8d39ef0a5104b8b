//! Raw HTML, where the owner allows it: made harmless here, so that no sanitiser is in the browser.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::mpsc;

use ammonia::Builder;
use pulldown_cmark::{Event, Tag};

use super::{composed, formulas, ids};
use crate::content::{Beside, Dialect, Words};
use crate::markdown::destination::SCHEMES;
use crate::markdown::{self, Render};

/// What the renderer puts before an address of this site, to be told from what the author wrote as HTML.
const OURS: &str = "site:/";

/// Whether a text contains HTML of its author's.
pub(super) fn has_html(text: &str, dialect: Dialect) -> bool {
    text.contains('<')
        && markdown::events(text, dialect)
            .iter()
            .any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

/// The addresses in the HTML of a text, where each is, in bytes, and what the page shows of it, in the words of
/// [`Policy`](super::Policy): nothing, if it is a link.
pub(super) fn references(text: &str, dialect: Dialect) -> Vec<(String, Range<usize>, &'static str)> {
    let (sender, found) = mpsc::channel();
    let sanitiser = sanitiser(move |address, kind| {
        // It fails only where nobody listens any more.
        let _ = sender.send((address.to_owned(), kind));
        address.to_owned()
    });
    let mut references = Vec::new();
    for (event, span) in markdown::events(text, dialect) {
        if let Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) = event {
            let html = &text[span.clone()];
            sanitiser.clean(html);
            let place = |address: &str| html.find(address).unwrap_or_default() + span.start;
            for (address, kind) in found.try_iter() {
                let start = place(&address);
                references.push((address.clone(), start..start + address.len(), kind));
            }
        }
    }
    references
}

/// Renders a text with its HTML, less all that could run or restyle the page.
pub(super) fn render(text: &str, beside: &Beside, base: &str, words: &Words) -> String {
    let html = markdown::render(text, beside, Render { base: OURS, words, raw_html: true, sidenotes: true });
    let (beside, base) = (beside.clone(), base.to_owned());
    let lead = move |written: &str, _: &str| match (written.strip_prefix(OURS), beside.target(written)) {
        (Some(path), _) => format!("{base}{path}"),
        (None, Some(target)) => format!("{base}{}", target.path),
        // As in markdown, a path from the root is one below the base.
        (None, None) => match written.strip_prefix('/').filter(|path| !path.starts_with('/')) {
            Some(path) => format!("{base}{path}"),
            None => written.to_owned(),
        },
    };
    sanitiser(lead).clean(&html).to_string()
}

/// A sanitiser that takes each address through `lead`, with the kind of what it is the address of.
fn sanitiser(lead: impl Fn(&str, &'static str) -> String + Send + Sync + 'static) -> Builder<'static> {
    let mut sanitiser = Builder::default();
    sanitiser
        .add_tags(["section", "figure", "figcaption", "input", "nav", "aside", "picture", "source", "video", "audio"])
        .add_tags(["button"])
        .add_tag_attributes("button", ["type"])
        .add_tag_attributes("span", ["data-n"])
        .add_tags(formulas::ELEMENTS)
        .add_generic_attributes(["id", "class", "role", "tabindex", "title", "lang", "dir"])
        .add_generic_attribute_prefixes(["aria-"])
        .add_tag_attributes("input", ["type", "checked", "disabled"])
        .add_tag_attributes("img", ["loading", "decoding", "srcset", "sizes"])
        .add_tag_attributes("source", ["src", "srcset", "sizes", "type", "media"])
        .add_tag_attributes("a", ["rel"])
        .add_tag_attributes("video", ["src", "controls", "width", "height", "poster"])
        .add_tag_attributes("audio", ["src", "controls"])
        .url_schemes(SCHEMES.split(' ').chain(["http", "https", "site"]).collect())
        .link_rel(None)
        .attribute_filter(move |element, attribute, value| match attribute {
            "href" => Some(Cow::Owned(lead(value.trim(), ""))),
            "src" if element != "img" => Some(Cow::Owned(lead(value.trim(), "media"))),
            "src" | "poster" => Some(Cow::Owned(lead(value.trim(), "img"))),
            "srcset" => Some(Cow::Owned(candidates(value, |address| lead(address, "img")))),
            // The program looks its places up by these.
            "id" if ids::RESERVED.contains(&value) => None,
            "id" => Some(Cow::Owned(composed::text(value))),
            _ => Some(Cow::Borrowed(value)),
        });
    for element in formulas::ELEMENTS {
        sanitiser.add_tag_attributes(element, formulas::ATTRIBUTES);
    }
    sanitiser
}

/// The pictures a browser may choose from: each an address, and the width or density it is for.
fn candidates(value: &str, lead: impl Fn(&str) -> String) -> String {
    let candidate = |written: &str| match written.trim().split_once(char::is_whitespace) {
        Some((address, size)) => lead(address) + " " + size.trim_start(),
        None => lead(written.trim()),
    };
    value.split(',').map(candidate).collect::<Vec<_>>().join(", ")
}
