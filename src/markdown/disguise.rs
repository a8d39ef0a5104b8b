//! Hides characters of a text from the parser where it would misread them. Each is replaced by a stand-in of as many
//! bytes, so that all offsets hold, and put back into the events.

use std::ops::RangeInclusive;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

/// What a hidden character is to be taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A sign of one byte that has no meaning.
    Sign,
    /// A letter of three bytes.
    Letter,
    /// A punctuation mark of three bytes.
    Punctuation,
}

/// Punctuation without a meaning where it is used, so that emphasis beside it is read as beside the original. Control
/// characters come last; no reader ever sees one.
const SIGNS: &str = "^%@?/,\u{1}\u{2}\u{3}\u{4}";
/// Private use, to be letters.
const LETTERS: RangeInclusive<char> = '\u{e000}'..='\u{e0ff}';
/// Braille patterns: symbols, which CommonMark counts as punctuation.
const PUNCTUATION: RangeInclusive<char> = '\u{2800}'..='\u{28ff}';

/// A text, and what is hidden in it.
pub(super) struct Disguise<'a> {
    text: &'a str,
    /// The text with the stand-ins; empty while nothing is hidden.
    bytes: Vec<u8>,
    /// Each stand-in, its role, and the character that it replaces.
    stand_ins: Vec<(char, Role, char)>,
}

impl<'a> Disguise<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, bytes: Vec::new(), stand_ins: Vec::new() }
    }

    /// Hides the character at an offset. Does nothing if the text has all possible stand-ins itself, or a character
    /// has another number of bytes than the role.
    pub(super) fn hide(&mut self, at: usize, role: Role) {
        let Some(original) = self.text[at..].chars().next() else { return };
        let length = if role == Role::Sign { 1 } else { 3 };
        if original.len_utf8() != length {
            return;
        }
        let Some(stand_in) = self.stand_in(original, role) else { return };
        if self.bytes.is_empty() {
            self.bytes = self.text.as_bytes().to_vec();
        }
        stand_in.encode_utf8(&mut self.bytes[at..at + length]);
    }

    /// Whether the character at an offset is hidden already.
    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(|byte| *byte != self.text.as_bytes()[at])
    }

    /// What the parser is to read, if it is not the text itself.
    pub(super) fn masked(&self) -> Option<&str> {
        if self.bytes.is_empty() { None } else { std::str::from_utf8(&self.bytes).ok() }
    }

    /// Puts back what is hidden in an event.
    pub(super) fn restore(&self, event: &mut Event<'static>) {
        match event {
            Event::Text(string)
            | Event::Code(string)
            | Event::InlineMath(string)
            | Event::DisplayMath(string)
            | Event::Html(string)
            | Event::InlineHtml(string)
            | Event::FootnoteReference(string)
            | Event::Start(
                Tag::Heading { id: Some(string), .. }
                | Tag::CodeBlock(CodeBlockKind::Fenced(string))
                | Tag::FootnoteDefinition(string),
            ) => self.original(string),
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                self.original(dest_url);
                self.original(title);
            }
            _ => {}
        }
    }

    fn original(&self, string: &mut CowStr<'static>) {
        let original = |c: char| self.stand_ins.iter().find(|(stand_in, ..)| *stand_in == c).map(|(.., c)| *c);
        if string.chars().any(|c| original(c).is_some()) {
            let restored: String = string.chars().map(|c| original(c).unwrap_or(c)).collect();
            *string = CowStr::Boxed(restored.into_boxed_str());
        }
    }

    /// One stand-in for each character and role, which the text has nowhere.
    fn stand_in(&mut self, original: char, role: Role) -> Option<char> {
        if let Some((stand_in, ..)) = self.stand_ins.iter().find(|known| (known.1, known.2) == (role, original)) {
            return Some(*stand_in);
        }
        let free = |c: &char| !self.stand_ins.iter().any(|(known, ..)| known == c) && !self.text.contains(*c);
        let stand_in = match role {
            Role::Sign => SIGNS.chars().find(free),
            Role::Letter => LETTERS.into_iter().find(free),
            Role::Punctuation => PUNCTUATION.into_iter().find(free),
        }?;
        self.stand_ins.push((stand_in, role, original));
        Some(stand_in)
    }
}
