//! Turns events into plain text.

use pulldown_cmark::Event;

use super::events::spanned::Spanned;
use super::html::{Replacements, replacement};

/// The text of events, without markup. Raw HTML counts where it is shown as text, and what is no tag always: it is the
/// alternative text of what was replaced.
pub(super) fn plain(events: &[Spanned<'_>], html: Replacements<'_>) -> String {
    let mut words = String::new();
    for (event, span) in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                words.push_str(text)
            }
            Event::InlineHtml(tag)
                if !tag.starts_with('<') || !tag.starts_with("<!--") && replacement(html, span.start).is_none() =>
            {
                words.push_str(tag)
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}
