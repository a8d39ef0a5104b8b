//! The length of a text, as it takes time to read.

use pulldown_cmark::Event;

use super::events::events;
use super::events::spanned::Spanned;
use crate::content::Dialect;

/// What a reader has to read of a text. Code and formulas count by their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// The words between spaces.
    pub words: usize,
    /// The characters in Chinese, Japanese and Korean, which are not counted by words.
    pub characters: usize,
}

/// Words per minute (Brysbaert 2019: 238 for English prose; fewer here, because code is read slower).
const WORDS_PER_MINUTE: usize = 220;
/// Characters per minute in Chinese, Japanese and Korean.
const CHARACTERS_PER_MINUTE: usize = 480;

impl Length {
    /// That of a text.
    #[must_use]
    pub fn of(text: &str, dialect: Dialect) -> Self {
        length(&events(text, dialect))
    }

    /// How long it takes to read, in minutes, at least one.
    #[must_use]
    pub fn minutes(self) -> u16 {
        let words = self.words as f64 / WORDS_PER_MINUTE as f64;
        let minutes = (words + self.characters as f64 / CHARACTERS_PER_MINUTE as f64).round();
        (minutes as u16).max(1)
    }
}

pub(super) fn length(events: &[Spanned<'_>]) -> Length {
    let mut length = Length::default();
    for (event, _) in events {
        if let Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) = event {
            let words = text.split(|c: char| c.is_whitespace() || is_dense(c));
            length.words += words.filter(|word| !word.is_empty()).count();
            length.characters += text.chars().filter(|c| is_dense(*c)).count();
        }
    }
    length
}

/// Whether a character is Chinese, Japanese or Korean: Hiragana to CJK ideographs, Hangul, and their extensions.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
