//! Raw HTML, where the owner allows it: made harmless here, so that no sanitiser is in the browser.

use std::borrow::Cow;

use ammonia::{Builder, UrlRelative, UrlRelativeEvaluate};
use pulldown_cmark::Event;

use crate::content::Beside;
use crate::markdown::{self, Render};

/// Whether a text contains HTML of its author's.
pub(super) fn has_html(text: &str) -> bool {
    markdown::events(text).any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

/// Renders a text with its HTML, less all that could run, restyle the page or call another host.
pub(super) fn render(text: &str, beside: &Beside, base: &str) -> String {
    let html = markdown::render(text, beside, Render { base, raw_html: true, sidenotes: true });
    let relative = Relative { beside: beside.clone(), base: base.to_owned() };
    Builder::default()
        .add_tags(["section", "figure", "figcaption", "input", "nav", "aside", "picture", "source", "video", "audio"])
        .add_generic_attributes(["id", "class", "role", "tabindex", "title", "lang", "dir"])
        .add_generic_attribute_prefixes(["aria-"])
        .add_tag_attributes("input", ["type", "checked", "disabled"])
        .add_tag_attributes("img", ["loading", "decoding", "srcset", "sizes"])
        .add_tag_attributes("a", ["rel"])
        .add_tag_attributes("video", ["src", "controls", "width", "height", "poster"])
        .add_tag_attributes("audio", ["src", "controls"])
        .link_rel(None)
        .url_relative(UrlRelative::Custom(Box::new(relative)))
        .clean(&html)
        .to_string()
}

/// What the renderer wrote begins with the base or `#` and stays; what the author wrote as HTML is looked up.
struct Relative {
    beside: Beside,
    base: String,
}

impl UrlRelativeEvaluate<'_> for Relative {
    fn evaluate<'url>(&self, url: &'url str) -> Option<Cow<'url, str>> {
        Some(match self.beside.target(url) {
            Some(target) => Cow::Owned(format!("{}{}", self.base, target.path)),
            None => Cow::Borrowed(url),
        })
    }
}
