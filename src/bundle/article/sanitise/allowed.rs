//! The HTML elements and attributes that a post may have.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

use crate::bundle::article::{formulas, heading_ids};
use crate::bundle::input::config::content_security_policy::{Policy, Resource};
use crate::markdown::destination::SCHEMES;

/// Elements allowed in every post: they add to what Markdown has, and can neither run scripts nor restyle the page.
pub(crate) const SAFE: [&str; 15] = [
    "abbr",
    "br",
    "details",
    "figcaption",
    "figure",
    "img",
    "kbd",
    "mark",
    "picture",
    "small",
    "source",
    "sub",
    "summary",
    "sup",
    "u",
];

/// Those of them that are blocks, and not allowed within a line of text.
pub(super) const BLOCKS: [&str; 4] = ["details", "figcaption", "figure", "summary"];

/// Void elements: they have no content, and are never closed.
pub(crate) const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose content is not text of the page, and is removed with them. The content of all others is kept.
pub(super) const WITH_CONTENT: [&str; 9] =
    ["canvas", "iframe", "script", "select", "style", "svg", "template", "textarea", "title"];

/// All other elements of HTML that are never allowed.
const OTHERS: [&str; 33] = [
    "applet",
    "basefont",
    "bgsound",
    "big",
    "blink",
    "body",
    "datalist",
    "dialog",
    "dir",
    "fieldset",
    "font",
    "form",
    "frame",
    "frameset",
    "head",
    "html",
    "label",
    "legend",
    "main",
    "marquee",
    "menu",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "plaintext",
    "search",
    "slot",
    "xmp",
];

/// The attributes of single elements, in addition to the defaults of the sanitiser.
const ATTRIBUTES: [(&str, &[&str]); 17] = [
    ("a", &["download", "rel"]),
    ("audio", &["controls", "loop", "muted", "preload", "src"]),
    ("button", &["type"]),
    ("data", &["value"]),
    ("details", &["name", "open"]),
    ("iframe", &["allowfullscreen", "height", "loading", "sandbox", "src", "width"]),
    ("img", &["decoding", "loading", "sizes", "srcset"]),
    ("input", &["checked", "disabled", "type"]),
    ("li", &["value"]),
    ("meter", &["high", "low", "max", "min", "optimum", "value"]),
    ("ol", &["reversed", "type"]),
    ("progress", &["max", "value"]),
    ("source", &["height", "media", "sizes", "src", "srcset", "type", "width"]),
    ("span", &["data-n"]),
    ("time", &["datetime"]),
    ("track", &["default", "kind", "label", "src", "srclang"]),
    ("video", &["controls", "height", "loop", "muted", "playsinline", "poster", "preload", "src", "width"]),
];

const PREFIX: &str = "aria-";

/// What the sanitiser keeps where the owner allows HTML.
struct Allowed {
    elements: HashSet<&'static str>,
    attributes: HashMap<&'static str, HashSet<&'static str>>,
    of_all: HashSet<&'static str>,
}

static ALLOWED: LazyLock<Allowed> = LazyLock::new(|| {
    let sanitiser = sanitiser(&Policy::default());
    Allowed {
        elements: sanitiser.clone_tags(),
        attributes: sanitiser.clone_tag_attributes(),
        of_all: sanitiser.clone_generic_attributes(),
    }
});

/// Whether an element is allowed where the owner allows HTML. An `iframe` also needs its host to be allowed.
pub(crate) fn passes(element: &str) -> bool {
    ALLOWED.elements.contains(element)
}

/// Whether an allowed element keeps an attribute.
pub(crate) fn keeps(element: &str, attribute: &str) -> bool {
    ALLOWED.of_all.contains(attribute)
        || attribute.starts_with(PREFIX)
        || ALLOWED.attributes.get(element).is_some_and(|attributes| attributes.contains(attribute))
}

/// Whether a name is an element of HTML, whose tag a browser would not show as text: `<T>` is not.
pub(crate) fn is_html(element: &str) -> bool {
    passes(element) || [&OTHERS[..], &VOID, &WITH_CONTENT].concat().contains(&element)
}

/// The sanitiser of the rendered HTML, a second line of defence: nothing else comes out, and every element is closed.
pub(super) fn sanitiser(policy: &Policy) -> Builder<'static> {
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
