//! The dialect of Markdown: parser, writer, inspection, lints. Browser and bundler.
//!
//! CommonMark with tables, footnotes, strikethrough, task lists, smart punctuation, GitHub's alerts,
//! definition lists, heading attributes, formulas and bare URLs. Its size counts, because readers load it: it has no
//! Unicode tables and no formatting machinery.

mod alone;
pub mod compose;
pub mod destination;
pub mod entities;
mod escape;
mod events;
pub mod fence;
mod formula;
mod html;
pub(crate) mod inspect;
mod label;
mod length;
mod lints;
mod outline;
mod picture_attributes;
mod plain;
mod references;
mod replaced;
mod writer;

pub use alone::Alone;
pub use events::events;
pub use events::spanned::Spanned;
pub use formula::has_only_words;
pub use html::{RawHtml, Replacements};
pub use inspect::{CodeBlock, Formula, Inspection, anatomy};
pub use length::Length;
pub use lints::{ALERTS, Lint, LintKind};
pub use outline::Heading;
pub use picture_attributes::{KNOWN as PICTURE_ATTRIBUTES, PictureAttributes, hide_attributes};
pub use references::Reference;
pub use replaced::{Replaced, render_replaced};
pub use writer::image::SIZES;

use crate::content::{Body, Dialect, Messages, RenderData};

/// The options of [`render`].
#[derive(Clone, Copy)]
pub struct Render<'a> {
    /// The prefix of the targets of the text: `/`, `/repo/`, or a full URL for feeds. Ends in a slash.
    pub base: &'a str,
    /// The texts of labels.
    pub words: &'a Messages,
    /// The replacements of raw HTML, sanitised by the caller. Raw HTML without one is shown as text.
    pub html: Replacements<'a>,
    /// Whether each footnote is also written beside its first reference, for screens with room in the margin.
    pub sidenotes: bool,
}

/// Renders a text to HTML. Never fails: every text is Markdown.
///
/// The output is safe to show, whoever wrote the text, unless `html` inserts something unsafe.
#[must_use]
pub fn render(text: &str, beside: &RenderData, options: Render<'_>) -> String {
    let events = events(text, beside.dialect);
    writer::Writer::new(&events, beside, options, text.len()).run()
}

/// The headings of a text, its raw HTML replaced.
#[must_use]
pub fn headings(text: &str, dialect: Dialect, html: Replacements<'_>) -> Vec<Heading> {
    outline::headings(&events(text, dialect), html)
}

/// The HTML of an article's body, rendered here unless it travels as HTML.
#[must_use]
pub fn article(body: &Body, options: Render<'_>) -> String {
    match body {
        Body::Markdown { text, beside } => render(text, beside, options),
        Body::Html(html) => html.clone(),
    }
}
