//! The one dialect of markdown, the same in the bundler and in the browser.
//!
//! CommonMark with tables, footnotes, strikethrough, task lists, smart punctuation, GitHub's alerts,
//! definition lists, heading attributes, formulas and bare URLs. It is compiled for the browser too,
//! so it is written to be small there: no tables of Unicode, no formatting machinery.

mod attributes;
mod autolink;
mod cjk;
mod code;
pub mod destination;
mod disguise;
mod escape;
mod events;
pub mod fence;
mod footnote;
mod formula;
mod html;
mod image;
pub(crate) mod inspect;
mod label;
mod lints;
mod misread;
mod outline;
mod parse;
mod plain;
mod quotes;
mod references;
mod spanned;
mod text_run;
mod writer;

pub use events::events;
pub use formula::has_only_words;
pub use html::{RawHtml, Replacements};
pub use image::SIZES;
pub use inspect::{CodeBlock, Formula, Inspection, anatomy};
pub use lints::{ALERTS, Lint, LintKind};
pub use outline::Heading;
pub use references::Reference;
pub use spanned::Spanned;

use crate::content::{Body, Dialect, Messages, RenderData};

/// How to render a text.
#[derive(Clone, Copy)]
pub struct Render<'a> {
    /// What stands before the targets of the text: `/`, `/repo/`, or a full URL for feeds. Ends in a slash.
    pub base: &'a str,
    /// What its labels say.
    pub words: &'a Messages,
    /// What is in the place of raw HTML, to be sanitised by the caller. The rest of it is shown as text.
    pub html: Replacements<'a>,
    /// Whether each footnote also stands beside the words that refer to it, for screens with room in the margin.
    pub sidenotes: bool,
}

/// Turns a text into HTML. Never fails: every text is markdown.
///
/// What comes out is safe to show, whoever wrote the text, unless `html` brings something else.
#[must_use]
pub fn render(text: &str, beside: &RenderData, options: Render<'_>) -> String {
    let events = events(text, beside.dialect);
    writer::Writer::new(&events, beside, options, text.len()).run()
}

/// The headings of a text with what is in the place of its raw HTML.
#[must_use]
pub fn headings(text: &str, dialect: Dialect, html: Replacements<'_>) -> Vec<Heading> {
    outline::headings(&events(text, dialect), html)
}

/// The text of an article, drawn here unless it travels as HTML.
#[must_use]
pub fn article(body: &Body, options: Render<'_>) -> String {
    match body {
        Body::Markdown { text, beside } => render(text, beside, options),
        Body::Html(html) => html.clone(),
    }
}
