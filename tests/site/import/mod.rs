//! Bringing a blog of another engine: what a text becomes, and what of it has to be done by hand.

mod blog_html;
mod code_and_tables;
mod core_blocks;
mod ghost;
mod medium;
mod old_html;
mod packed;
mod shortcodes;
mod shown;
mod sites;
mod translate;
mod wordpress;

use personal_page::import::html::to_markdown;
use personal_page::import::notes::Notes;

/// The Markdown of some HTML.
fn markdown(html: &str) -> String {
    to_markdown(html, &mut Notes::default()).trim_end().to_owned()
}

/// Asserts what some HTML becomes.
#[track_caller]
fn becomes(pairs: &[(&str, &str)]) {
    for (html, wanted) in pairs {
        assert_eq!(markdown(html), *wanted, "of {html}");
    }
}

/// What is left to the author: the lines and the messages.
fn open(html: &str) -> Vec<String> {
    let mut notes = Notes::default();
    let _ = to_markdown(html, &mut notes);
    notes.open.into_iter().map(|open| format!("{}: {}", open.line, open.message)).collect()
}
