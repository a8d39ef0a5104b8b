//! Estimates how long a text takes to read.

use pulldown_cmark::Event;

use crate::content::Dialect;
use crate::markdown;

/// Words per minute (Brysbaert 2019: 238 for English prose; fewer here, because code is read slower).
const WORDS: usize = 220;
/// Characters per minute in Chinese, Japanese and Korean, which are not counted by words.
const CHARACTERS: usize = 480;

/// Minutes, at least one. Code and formulas count by their words.
pub(crate) fn minutes(text: &str, dialect: Dialect) -> u16 {
    let (mut words, mut characters) = (0, 0);
    for (event, _) in markdown::events(text, dialect) {
        if let Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) = event {
            let dense = text.chars().filter(|c| is_dense(*c)).count();
            characters += dense;
            words += text.split(|c: char| c.is_whitespace() || is_dense(c)).filter(|word| !word.is_empty()).count();
        }
    }
    let minutes = (words as f64 / WORDS as f64 + characters as f64 / CHARACTERS as f64).round();
    (minutes as u16).max(1)
}

/// Whether a character is Chinese, Japanese or Korean: Hiragana to CJK ideographs, Hangul, and their extensions.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
