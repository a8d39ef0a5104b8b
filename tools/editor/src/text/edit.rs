//! A change of a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::selection::Selection;

/// The replacement of a range of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What is replaced, in bytes.
    pub range: Range<usize>,
    /// What is put in its place.
    pub replacement: String,
    /// What is selected afterwards, in bytes of the new text.
    pub selection_after: Selection,
}

impl Edit {
    /// An edit after which the caret is behind the replacement.
    #[must_use]
    pub fn replace(range: Range<usize>, replacement: String) -> Self {
        let selection_after = Selection::caret(range.start + replacement.len());
        Self { range, replacement, selection_after }
    }

    /// The edit by which a text becomes another: what they begin and end with stays.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Self {
        let (before, after) = common_ends(old, new);
        Self::replace(before..old.len() - after, new[before..new.len() - after].to_owned())
    }

    /// An edit that only selects.
    #[must_use]
    pub fn select(selection: Selection) -> Self {
        Self { range: selection.start..selection.start, replacement: String::new(), selection_after: selection }
    }

    /// The text after the edit. A range that does not fit the text is moved to boundaries of its characters.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let range = Selection::from(self.range.clone()).within(text);
        [&text[..range.start], &self.replacement, &text[range.end..]].concat()
    }

    /// One edit for several, whose ranges are in order and do not overlap. What is inserted at an end of the
    /// selection is not selected. `None` if there is none, or if they overlap.
    #[must_use]
    pub fn joined(text: &str, edits: &[(Range<usize>, String)], selection: Selection) -> Option<Self> {
        let (first, last) = (edits.first()?, edits.last()?);
        let mut replacement = String::new();
        let mut at = first.0.start;
        for (range, new) in edits {
            replacement.push_str(text.get(at..range.start)?);
            replacement.push_str(new);
            at = range.end;
        }
        let end_behind = selection.is_empty();
        let selection_after =
            Selection { start: moved(edits, selection.start, true), end: moved(edits, selection.end, end_behind) };
        Some(Self { range: first.0.start..last.0.end, replacement, selection_after })
    }

    /// The same edit without the text that both sides begin and end with.
    #[must_use]
    pub fn trimmed(mut self, text: &str) -> Self {
        let Some(old) = text.get(self.range.clone()) else { return self };
        let (before, after) = common_ends(old, &self.replacement);
        self.range = self.range.start + before..self.range.end - after;
        self.replacement = self.replacement[before..self.replacement.len() - after].to_owned();
        self
    }
}

/// Where a position is after several edits. One at an insertion is `behind` it or before it.
fn moved(edits: &[(Range<usize>, String)], at: usize, behind: bool) -> usize {
    let mut shift: isize = 0;
    for (range, new) in edits {
        let is_before = range.end < at || range.end == at && (behind || !range.is_empty());
        if !is_before {
            if range.start < at {
                // Inside what is replaced: as far from its start as before, but not behind its end.
                return range.start.saturating_add_signed(shift) + new.len().min(at - range.start);
            }
            break;
        }
        shift += new.len() as isize - range.len() as isize;
    }
    at.saturating_add_signed(shift)
}

/// How many bytes two texts have in common at the start, and of the rest at the end. Never part of a character.
#[must_use]
pub fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let before = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let before = old.floor_char_boundary(before);
    let most = old.len().min(new.len()) - before;
    let after = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    let after = old.len() - old.ceil_char_boundary(old.len() - after);
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_replaces_its_range_and_nothing_else() {
        let edit = Edit::replace("日本".len().."日本語".len(), "🇯🇵".to_owned());
        assert_eq!(edit.apply("日本語です\r\n"), "日本🇯🇵です\r\n");
    }

    #[test]
    fn an_edit_that_does_not_fit_its_text_panics_nowhere() {
        assert_eq!(Edit::replace(1..99, "x".to_owned()).apply("日"), "x");
    }

    #[test]
    fn what_two_texts_have_in_common_ends_at_a_character() {
        // Both begin with the same two bytes of three.
        assert_eq!(common_ends("日", "旦"), (0, 0));
        assert_eq!(common_ends("aa", "aaa"), (2, 0));
        assert_eq!(common_ends("xé", "yé"), (0, "é".len()));
    }

    #[test]
    fn the_edit_between_two_texts_makes_one_the_other() {
        let edit = Edit::between("flour, water, salt", "flour, warm water, salt");
        assert_eq!((edit.range.clone(), &*edit.replacement), (9..9, "rm wa"));
        assert_eq!(edit.apply("flour, water, salt"), "flour, warm water, salt");
        assert_eq!(Edit::between("日本", "").apply("日本"), "");
    }

    #[test]
    fn a_selection_moves_with_the_text_around_it() {
        let edits = [(0..0, "> ".to_owned()), (4..4, "> ".to_owned())];
        let edit = Edit::joined("abc\ndef", &edits, Selection { start: 1, end: 6 }).expect("an edit");
        assert_eq!(edit.apply("abc\ndef"), "> abc\n> def");
        assert_eq!(edit.selection_after, Selection { start: 3, end: 10 });
    }
}
