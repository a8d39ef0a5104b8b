//! Line breaks within paragraphs that another engine shows as such.

use pulldown_cmark::{Event, Options, Parser};

use crate::import::notes::Notes;

/// Makes each line break within a paragraph a hard one.
#[must_use]
pub fn harden(text: &str, notes: &mut Notes) -> String {
    // Not the events of the dialect: they have no line breaks between Chinese or Japanese characters.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_MATH;
    let mut hardened = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        // A break in a picture's description, which is read twice, comes once.
        if event == Event::SoftBreak && span.start >= done {
            hardened.push_str(text[done..span.start].trim_end_matches([' ', '\t']));
            hardened.push('\\');
            done = span.start;
            notes.translated("line break that is shown → hard line break");
        }
    }
    hardened.push_str(&text[done..]);
    hardened
}
