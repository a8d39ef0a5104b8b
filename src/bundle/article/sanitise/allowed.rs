//! The HTML elements and attributes that a post may have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

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
pub(super) const ATTRIBUTES: [(&str, &[&str]); 17] = [
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

pub(super) const PREFIX: &str = "aria-";

/// What the sanitiser keeps where the owner allows HTML. The editor has no sanitiser, and is told.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Allowed {
    pub(super) elements: BTreeSet<String>,
    pub(super) attributes: BTreeMap<String, BTreeSet<String>>,
    pub(super) of_all: BTreeSet<String>,
}

static ALLOWED: OnceLock<Allowed> = OnceLock::new();

/// What the sanitiser keeps.
pub(crate) fn allowed() -> &'static Allowed {
    #[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
    let of_program = super::clean::allowed;
    #[cfg(not(any(not(target_arch = "wasm32"), feature = "costly")))]
    let of_program = Allowed::default;
    ALLOWED.get_or_init(of_program)
}

/// Sets what the sanitiser of the bundler keeps, unless it is known.
pub(crate) fn tell(allowed: &Allowed) {
    ALLOWED.get_or_init(|| allowed.clone());
}

/// Whether an element is allowed where the owner allows HTML. An `iframe` also needs its host to be allowed.
pub(crate) fn passes(element: &str) -> bool {
    allowed().elements.contains(element)
}

/// Whether an allowed element keeps an attribute.
pub(crate) fn keeps(element: &str, attribute: &str) -> bool {
    allowed().of_all.contains(attribute)
        || attribute.starts_with(PREFIX)
        || allowed().attributes.get(element).is_some_and(|attributes| attributes.contains(attribute))
}

/// Whether a name is an element of HTML, whose tag a browser would not show as text: `<T>` is not.
pub(crate) fn is_html(element: &str) -> bool {
    passes(element) || [&OTHERS[..], &VOID, &WITH_CONTENT].concat().contains(&element)
}
