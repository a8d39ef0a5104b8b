//! Boundaries of what a reader sees as one character, and of words. Natively their tables are in a library; in the editor
//! the browser has them.

#[cfg_attr(target_arch = "wasm32", path = "graphemes/browser.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "graphemes/native.rs")]
mod tables;

use std::cell::OnceCell;
use std::ops::Range;

/// Where characters, as a reader sees them, begin in a text. Counted when they are first asked for.
pub struct Graphemes<'a> {
    text: &'a str,
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Graphemes<'a> {
    /// Those of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: OnceCell::new() }
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| tables::starts(self.text))
    }

    /// Whether one begins or ends at a position.
    #[must_use]
    pub fn is_boundary(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let ascii = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii() && *byte != b'\r' && *byte != b'\n');
        at == 0 || at == bytes.len() || ascii(at - 1) && ascii(at) || self.starts().binary_search(&at).is_ok()
    }

    /// A range that has no part of a character: it grows to whole ones.
    #[must_use]
    pub fn whole(&self, range: Range<usize>) -> Range<usize> {
        if self.is_boundary(range.start) && self.is_boundary(range.end) {
            return range;
        }
        let starts = self.starts();
        let start =
            starts.partition_point(|start| *start <= range.start).checked_sub(1).map_or(0, |index| starts[index]);
        let end = if range.is_empty() {
            start
        } else {
            *starts.get(starts.partition_point(|one| *one < range.end)).unwrap_or(&self.text.len())
        };
        start..end
    }
}

/// The characters of a text, as a reader sees them, with their offsets.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = tables::starts(text);
    let ends = Vec::from_iter(starts.iter().skip(1).copied().chain([text.len()]));
    starts.into_iter().zip(ends).map(|(start, end)| (start, &text[start..end]))
}

/// The word that a caret is in or at, in one line. `None` where there is none, and in scripts that are written without
/// spaces, where a word has no visible end.
#[must_use]
pub fn word_at(text: &str, line: Range<usize>, caret: usize) -> Option<Range<usize>> {
    let words = text.get(line.clone())?;
    let mut word = None::<Range<usize>>;
    for (at, grapheme) in graphemes(words) {
        let (start, end) = (line.start + at, line.start + at + grapheme.len());
        let first = grapheme.chars().next().unwrap_or(' ');
        if first.is_alphanumeric() || first == '\'' || first == '’' {
            let from = word.as_ref().filter(|word| word.end == start).map_or(start, |word| word.start);
            word = Some(from..end);
        } else if word.as_ref().is_some_and(|word| word.end >= caret) {
            break;
        }
        if start > caret && word.as_ref().is_none_or(|word| word.start > caret) {
            return None;
        }
    }
    let word = word.filter(|word| word.start <= caret && caret <= word.end)?;
    let quotes = ['\'', '’'];
    let inner = text[word.clone()].trim_end_matches(quotes);
    let end = word.start + inner.len();
    let start = end - inner.trim_start_matches(quotes).len();
    let dense = text[start..end].chars().any(is_dense);
    (start < end && start <= caret && caret <= end && !dense).then_some(start..end)
}

/// Whether a character is of a script that is written without spaces: kana, ideographs, Thai, Lao, Khmer.
#[must_use]
pub fn is_dense(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, caret: usize) -> Option<&str> {
        word_at(text, 0..text.len(), caret).map(|range| &text[range])
    }

    #[test]
    fn a_word_has_its_accents_and_its_apostrophe() {
        assert_eq!(word("l’e\u{301}te\u{301} est", 2), Some("l’e\u{301}te\u{301}"));
        assert_eq!(word("don't", 5), Some("don't"));
        assert_eq!(word("'quoted'", 3), Some("quoted"));
        assert_eq!(word("شمس الصيف", 2), Some("شمس"));
        assert_eq!(word("one two", 4), Some("two"));
        assert_eq!(word("one two", 3), Some("one"));
        assert_eq!(word("a  b", 2), None);
        assert_eq!(word("日本語", 3), None);
        assert_eq!(word("🇯🇵", 0), None);
    }

    #[test]
    fn a_family_is_one_character() {
        let text = "a👩‍👩‍👧b";
        let graphemes = Graphemes::new(text);
        assert_eq!(graphemes.whole(1..5), 1..text.len() - 1);
        assert!(!graphemes.is_boundary(5));
        assert!(graphemes.is_boundary(1));
    }
}
