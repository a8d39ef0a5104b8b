//! What differs between two texts, by lines or by words.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::graphemes::{graphemes, is_dense};

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
        for (_, grapheme) in graphemes(text) {
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
    use super::*;

    #[test]
    fn a_family_and_an_accented_letter_are_compared_whole() {
        assert_eq!(Tokens::words("e\u{301}te\u{301} 👩‍👩‍👧\r\n").tokens, ["e\u{301}te\u{301}", " ", "👩‍👩‍👧", "\r\n"]);
    }
}
