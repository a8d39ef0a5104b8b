//! Translates HTML into the Markdown of this site: whole texts, as the exports of WordPress, Ghost and Medium have them.
//! Native only.
//!
//! `shortcodes → tree → blocks, each with its lines → Markdown`. `markdown::compose` writes a line, reads it back
//! by the site's own parser, and writes it with more care if it reads differently.

mod blocks;
mod cards;
mod code;
mod comments;
mod convert;
mod document;
mod elements;
mod embeds;
mod figures;
mod footnotes;
mod inline;
mod lists;
mod raw;
mod references;
mod shortcode;
mod shortcodes;
mod sink;
mod tables;
mod tree;

use super::notes::Notes;
use crate::markdown::compose::joined;
pub(crate) use document::Document;
pub(crate) use raw::escaped;

/// The kind of translation under which HTML is counted that stays HTML, and that the site shows only with
/// `[markdown] html = true`.
pub const KEPT_AS_HTML: &str = "HTML that Markdown has no form for, kept as HTML";

/// Translates the HTML of a text. Never fails: what cannot be translated stays as text, and is told in the notes.
#[must_use]
pub fn to_markdown(html: &str, notes: &mut Notes) -> String {
    let html = shortcodes::translate(html, notes);
    let tree = tree::Tree::parse(&html);
    let mut convert = convert::Convert::new(&tree, &html, notes);
    if convert.shift > 0 {
        convert.notes.translated("headings, one level down");
    }
    let text = joined(&convert.flow(tree.children(0), &[]));
    if text.is_empty() { text } else { text + "\n" }
}

/// The words of some HTML on one line, its entities resolved: a title, a tag, an excerpt.
#[must_use]
pub fn plain(html: &str) -> String {
    tree::Tree::parse(html).words(0)
}
