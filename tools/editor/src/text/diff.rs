//! What differs between two texts, by lines and, within changed lines, by words.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

use super::graphemes::is_dense;

/// Lines of two texts beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// Whether both sides are the same.
    pub is_same: bool,
    /// The bytes of the left text.
    pub left: Range<usize>,
    /// Those of the right text.
    pub right: Range<usize>,
    /// The words of the left side that the right one has not.
    pub left_words: Vec<Range<usize>>,
    /// The words of the right side that the left one has not.
    pub right_words: Vec<Range<usize>>,
}

/// Two texts side by side: lines that are the same, and lines that differ, by turns.
#[must_use]
pub fn side_by_side(left: &str, right: &str) -> Vec<Hunk> {
    let (left_lines, right_lines) = (Tokens::lines(left), Tokens::lines(right));
    let mut hunks = Vec::new();
    let (mut left_at, mut right_at) = (0, 0);
    let same = |left: Range<usize>, right: Range<usize>| Hunk {
        is_same: true,
        left,
        right,
        left_words: Vec::new(),
        right_words: Vec::new(),
    };
    for (before, after) in changes(&left_lines, &right_lines) {
        let (left_range, right_range) = (left_lines.bytes(&before), right_lines.bytes(&after));
        if left_at < left_range.start {
            hunks.push(same(left_at..left_range.start, right_at..right_range.start));
        }
        (left_at, right_at) = (left_range.end, right_range.end);
        hunks.push(changed(left, right, left_range, right_range));
    }
    if left_at < left.len() {
        hunks.push(same(left_at..left.len(), right_at..right.len()));
    }
    hunks
}

fn changed(left: &str, right: &str, left_range: Range<usize>, right_range: Range<usize>) -> Hunk {
    let (old, new) = (Tokens::words(&left[left_range.clone()]), Tokens::words(&right[right_range.clone()]));
    let (mut left_words, mut right_words) = (Vec::new(), Vec::new());
    let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    for (before, after) in changes(&old, &new) {
        left_words.push(moved(old.bytes(&before), left_range.start));
        right_words.push(moved(new.bytes(&after), right_range.start));
    }
    left_words.retain(|range| !range.is_empty());
    right_words.retain(|range| !range.is_empty());
    Hunk { is_same: false, left: left_range, right: right_range, left_words, right_words }
}

/// A text in pieces.
pub(super) struct Tokens<'a> {
    pub(super) tokens: Vec<&'a str>,
    /// Where each begins, and where the last ends.
    starts: Vec<usize>,
}

impl<'a> Tokens<'a> {
    /// Its lines, with their endings.
    pub(super) fn lines(text: &'a str) -> Self {
        Self::new(text.split_inclusive('\n').collect())
    }

    /// Its words, and each other character alone; each character in scripts without spaces.
    pub(super) fn words(text: &'a str) -> Self {
        let (mut tokens, mut word_start, mut at) = (Vec::new(), None, 0);
        for grapheme in text.graphemes(true) {
            let of_word = grapheme.chars().next().is_some_and(|c| c.is_alphanumeric() && !is_dense(c));
            if !of_word {
                tokens.extend(word_start.take().map(|start| &text[start..at]));
                tokens.push(grapheme);
            } else if word_start.is_none() {
                word_start = Some(at);
            }
            at += grapheme.len();
        }
        tokens.extend(word_start.map(|start| &text[start..]));
        Self::new(tokens)
    }

    fn new(tokens: Vec<&'a str>) -> Self {
        let mut starts = vec![0];
        let mut at = 0;
        starts.extend(tokens.iter().map(|token| {
            at += token.len();
            at
        }));
        Self { tokens, starts }
    }

    /// The bytes of some tokens.
    pub(super) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        self.starts[range.start]..self.starts[range.end]
    }
}

/// The tokens of one text that became those of another, in order.
pub(super) fn changes(before: &Tokens<'_>, after: &Tokens<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(before.tokens.iter().copied());
    input.update_after(after.tokens.iter().copied());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let range = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| (range(hunk.before), range(hunk.after))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tested::{holds, texts};
    use super::*;

    #[test]
    fn changed_words_are_marked_in_the_lines_that_differ() {
        let (left, right) = ("same\r\nthe old 日本語\r\nend", "same\r\nthe new 日本人\r\nend");
        let hunks = side_by_side(left, right);
        assert_eq!(hunks.iter().map(|hunk| hunk.is_same).collect::<Vec<_>>(), [true, false, true]);
        let words = |ranges: &[Range<usize>], text: &str| {
            ranges.iter().map(|range| text[range.clone()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(words(&hunks[1].left_words, left), ["old", "語"]);
        assert_eq!(words(&hunks[1].right_words, right), ["new", "人"]);
    }

    #[test]
    fn a_family_and_an_accented_letter_are_compared_whole() {
        assert_eq!(Tokens::words("e\u{301}te\u{301} 👩‍👩‍👧\r\n").tokens, ["e\u{301}te\u{301}", " ", "👩‍👩‍👧", "\r\n"]);
    }

    #[test]
    fn the_hunks_are_both_texts_whole_and_in_order() {
        holds(400, &(texts(), texts()), |(left, right)| {
            let hunks = side_by_side(&left, &right);
            let one: String = hunks.iter().map(|hunk| &left[hunk.left.clone()]).collect();
            let other: String = hunks.iter().map(|hunk| &right[hunk.right.clone()]).collect();
            prop_assert_eq!(&one, &left);
            prop_assert_eq!(&other, &right);
            for hunk in hunks {
                prop_assert_eq!(hunk.is_same, left[hunk.left] == right[hunk.right]);
            }
            Ok(())
        });
    }
}
