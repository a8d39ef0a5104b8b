//! Writes footnotes: numbered by their first reference, collected at the end, with a link back to each reference.

use std::collections::HashMap;

use crate::content::{Message, Messages};
use crate::markdown::escape;
use crate::markdown::label::folded;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    notes: Vec<Note>,
    /// The index in `notes` by folded label.
    indices: HashMap<String, usize>,
    /// The indices of the notes with a reference, in the order of their numbers.
    numbered: Vec<usize>,
}

#[derive(Default)]
struct Note {
    /// 0 until something refers to it.
    number: usize,
    references: usize,
    body: String,
}

impl Footnotes {
    /// Writes a reference, and returns the number of its note if it is the first reference to it. It is never within a
    /// link: the parser makes no link around one.
    pub(super) fn refer(&mut self, label: &str, words: &Messages, out: &mut String) -> Option<usize> {
        let index = self.index(label);
        let note = &mut self.notes[index];
        if note.number == 0 {
            self.numbered.push(index);
            note.number = self.numbered.len();
        }
        note.references += 1;
        let (number, id) = (note.number.to_string(), anchor(note.number, note.references));
        let link = ["<sup class=\"footnote-ref\"><a id=\"fnref-", &id, "\" href=\"#fn-", &number, "\""];
        link.iter().for_each(|part| out.push_str(part));
        escape::attribute(out, "aria-label", &words.fill(Message::Footnote, &[("n", &number)]));
        [">", &number, "</a></sup>"].iter().for_each(|part| out.push_str(part));
        (note.references == 1).then_some(note.number)
    }

    /// Stores the HTML of a note. Of several with the same label, the first counts.
    pub(super) fn define(&mut self, label: &str, body: String) {
        let index = self.index(label);
        let note = &mut self.notes[index];
        if note.body.is_empty() {
            note.body = body;
        }
    }

    /// The HTML of a note in the margin. Empty if the note contains an id, since an id must be unique in a page.
    pub(super) fn sidenote(&self, number: usize) -> String {
        let body = self.notes[self.numbered[number - 1]].body.trim_end();
        if body.is_empty() || body.contains(" id=\"") {
            return String::new();
        }
        let (open, words) = body.strip_prefix("<p>").map_or(("", body), |words| ("<p>", words));
        let number = number.to_string();
        ["<div class=\"sidenote\" role=\"note\">", open, "<sup>", &number, "</sup> ", words, "</div>\n"].concat()
    }

    /// Writes the section of all notes with a reference. `beside`: how many of them are in the margin too. If all are,
    /// the style hides the section on wide screens.
    pub(super) fn write(&self, words: &Messages, beside: usize, out: &mut String) {
        if self.numbered.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes");
        out.push_str(if beside == self.numbered.len() { " beside\"" } else { "\"" });
        escape::attribute(out, "aria-label", words.get(Message::Footnotes));
        out.push_str("><ol>\n");
        for note in self.numbered.iter().map(|index| &self.notes[*index]) {
            ["<li id=\"fn-", &note.number.to_string(), "\">"].iter().for_each(|part| out.push_str(part));
            // The link back goes into the last paragraph, if the note ends in one.
            let body = note.body.trim_end();
            let (text, end) = body.strip_suffix("</p>").map_or((body, ""), |text| (text, "</p>"));
            out.push_str(text);
            for reference in 1..=note.references {
                back(out, words, note.number, reference);
            }
            out.push_str(end);
            out.push_str("</li>\n");
        }
        out.push_str("</ol></section>\n");
    }

    /// The index of the note with a label, added if there is none.
    fn index(&mut self, label: &str) -> usize {
        let next = self.notes.len();
        let index = *self.indices.entry(folded(label)).or_insert(next);
        if index == next {
            self.notes.push(Note::default());
        }
        index
    }
}

fn back(out: &mut String, words: &Messages, number: usize, reference: usize) {
    let id = anchor(number, reference);
    [" <a class=\"back\" href=\"#fnref-", &id, "\""].iter().for_each(|part| out.push_str(part));
    escape::attribute(out, "aria-label", &words.fill(Message::Back, &[("n", &id)]));
    out.push('>');
    escape::text(out, words.get(Message::BackArrow));
    if reference > 1 {
        ["<sup>", &reference.to_string(), "</sup>"].iter().for_each(|part| out.push_str(part));
    }
    out.push_str("</a>");
}

/// The part of an id that names a reference: `3`, and `3-2` for the second one to the same note.
fn anchor(number: usize, reference: usize) -> String {
    let mut name = number.to_string();
    if reference > 1 {
        name.push('-');
        name.push_str(&reference.to_string());
    }
    name
}
