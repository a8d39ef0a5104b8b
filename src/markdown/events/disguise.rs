//! Hides characters of a text from the parser where it would misread them. Each is replaced by a stand-in of the same
//! length in bytes, so that offsets stay valid and the original is restored by offset.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, RefDefs, Tag};

/// What the parser reads in place of a hidden character.
#[derive(Clone, Copy)]
pub(in crate::markdown) enum Role {
    /// A one-byte character without a meaning: `%`.
    Sign,
    /// A letter of three bytes: private use, from U+E000 to U+EFFF.
    Letter,
    /// A punctuation mark of three bytes: Braille patterns, symbols which CommonMark counts as punctuation.
    Punctuation,
}

/// A text and its hidden characters.
pub(in crate::markdown) struct Disguise<'t> {
    text: &'t str,
    /// The text with the stand-ins; empty while nothing is hidden.
    bytes: Vec<u8>,
}

impl<'t> Disguise<'t> {
    pub(in crate::markdown) fn new(text: &'t str) -> Self {
        Self { text, bytes: Vec::new() }
    }

    /// Hides the character at offset `at`. Does nothing if its length in bytes is not that of the role.
    pub(in crate::markdown) fn hide(&mut self, at: usize, role: Role) {
        // The stand-in keeps the character's last bits, so that different link labels stay different.
        let (length, stand_in) = match (role, &self.text.as_bytes()[at..]) {
            (Role::Sign, [0..=0x7f, ..]) => (1, [b'%', 0, 0]),
            (Role::Letter, [0xe0..=0xef, second, third, ..]) => (3, [0xee, *second, *third]),
            (Role::Punctuation, [0xe0..=0xef, second, third, ..]) => (3, [0xe2, 0xa0 | second & 3, *third]),
            _ => return,
        };
        if self.bytes.is_empty() {
            self.bytes = self.text.as_bytes().to_vec();
        }
        self.bytes[at..at + length].copy_from_slice(&stand_in[..length]);
    }

    /// The text that the parser reads.
    pub(in crate::markdown) fn read(&self) -> &str {
        if self.bytes.is_empty() { self.text } else { std::str::from_utf8(&self.bytes).unwrap_or(self.text) }
    }

    /// Restores the hidden characters in an event that the parser made from `read`.
    pub(in crate::markdown) fn restore<'r>(
        &'r self,
        read: &'r str,
        event: &mut Event<'r>,
        span: &Range<usize>,
        definitions: &RefDefs<'_>,
    ) {
        let mut within = span.clone();
        match event {
            Event::Text(string)
            | Event::Code(string)
            | Event::InlineMath(string)
            | Event::DisplayMath(string)
            | Event::Html(string)
            | Event::InlineHtml(string)
            | Event::FootnoteReference(string)
            | Event::Start(Tag::Heading { id: Some(string), .. } | Tag::FootnoteDefinition(string)) => {
                self.original(read, string, &mut within);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                within.end = read[span.clone()].find('\n').map_or(span.end, |line| span.start + line);
                self.original(read, info, &mut within);
            }
            Event::Start(Tag::Link { dest_url, title, id, .. } | Tag::Image { dest_url, title, id, .. }) => {
                let definition = definitions.get(id).map(|definition| definition.span.clone());
                self.original(read, id, &mut within);
                within = definition.unwrap_or(within);
                self.original(read, title, &mut within);
                self.original(read, dest_url, &mut within);
            }
            _ => {}
        }
    }

    /// Restores the hidden characters in the last string within a range, and ends the range before the string.
    pub(in crate::markdown) fn original<'r>(
        &'r self,
        read: &'r str,
        string: &mut CowStr<'r>,
        within: &mut Range<usize>,
    ) {
        if self.bytes.is_empty() {
            return;
        }
        // Nearly all strings are slices of `read`. For others, the difference of addresses exceeds the text.
        let at = string.as_ptr().addr().wrapping_sub(read.as_ptr().addr());
        if let Some(original) = self.text.get(at..at.wrapping_add(string.len())) {
            within.end = if within.contains(&at) { at } else { within.end };
            *string = CowStr::Borrowed(original);
        } else if string.chars().any(is_stand_in) {
            // The parser removed line breaks or escapes from it, but no stand-in: their order is that in the range.
            let original = |c: char| {
                let mut before = read[within.clone()].char_indices();
                let found = if is_stand_in(c) { before.rfind(|(_, sign)| *sign == c) } else { None };
                found.map_or(c, |(at, _)| {
                    within.end = within.start + at;
                    self.text[within.end..].chars().next().unwrap_or(c)
                })
            };
            let backwards: Vec<char> = string.chars().rev().map(original).collect();
            *string = CowStr::Boxed(backwards.into_iter().rev().collect());
        }
    }
}

fn is_stand_in(c: char) -> bool {
    matches!(c, '%' | '\u{2800}'..='\u{28ff}' | '\u{e000}'..='\u{efff}')
}
