//! Find and replace, of literal words.

use std::ops::Range;

use super::edit::Edit;
use super::graphemes::Graphemes;
use super::selection::Selection;

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words.
    pub words: String,
    /// Whether `A` is another letter than `a`.
    pub match_case: bool,
}

/// All matches in order, which do not overlap. One begins and ends where a character does, as a reader sees it: `e` is
/// not found in `é`, however that is written, nor a person in the emoji of a family.
#[must_use]
pub fn all(text: &str, query: &Query) -> Vec<Range<usize>> {
    let fold = |c: char| if query.match_case { c } else { folded(c) };
    let needle: Vec<char> = query.words.chars().map(fold).collect();
    if needle.is_empty() {
        return Vec::new();
    }
    let graphemes = Graphemes::new(text);
    let fits = |range: &Range<usize>| graphemes.is_boundary(range.start) && graphemes.is_boundary(range.end);
    let back = fallbacks(&needle);
    // Where the last characters, as many as the needle has, begin.
    let mut starts = vec![0; needle.len()];
    let (mut matches, mut state, mut last_end) = (Vec::new(), 0, 0);
    for (index, (at, c)) in text.char_indices().enumerate() {
        starts[index % needle.len()] = at;
        while state > 0 && (state == needle.len() || needle[state] != fold(c)) {
            state = back[state - 1];
        }
        state += usize::from(needle[state] == fold(c));
        if state == needle.len() {
            let range = starts[(index + 1) % needle.len()]..at + c.len_utf8();
            if range.start >= last_end && fits(&range) {
                last_end = range.end;
                matches.push(range);
            }
        }
    }
    matches
}

/// The match after a position, and from the start of the text if there is none.
#[must_use]
pub fn next(matches: &[Range<usize>], at: usize) -> Option<Range<usize>> {
    matches.get(matches.partition_point(|range| range.start < at)).or(matches.first()).cloned()
}

/// The match before a position, and from the end of the text if there is none.
#[must_use]
pub fn previous(matches: &[Range<usize>], at: usize) -> Option<Range<usize>> {
    let before = matches.partition_point(|range| range.end <= at).checked_sub(1);
    before.and_then(|index| matches.get(index)).or(matches.last()).cloned()
}

/// Replaces what is selected, if it is a match, and selects the next one.
#[must_use]
pub fn replace_one(text: &str, selection: Selection, query: &Query, new: &str) -> Option<Edit> {
    let matches = all(text, query);
    let selected = selection.within(text);
    if !matches.contains(&selected) {
        return next(&matches, selected.start).map(|range| Edit::select(range.into()));
    }
    let mut edit = Edit::replace(selected, new.to_owned());
    let after = edit.apply(text);
    if let Some(range) = next(&all(&after, query), edit.selection_after.start) {
        edit.selection_after = range.into();
    }
    Some(edit)
}

/// Replaces all matches. The number of them is that of [`all`].
#[must_use]
pub fn replace_all(text: &str, selection: Selection, query: &Query, new: &str) -> Option<Edit> {
    let edits: Vec<_> = all(text, query).into_iter().map(|range| (range, new.to_owned())).collect();
    Edit::joined(text, &edits, Selection::caret(selection.within(text).start))
}

/// A character without its case: always one for one, so that no match begins or ends within a character.
fn folded(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let one = |mut letters: std::char::ToLowercase| letters.next().filter(|_| letters.next().is_none());
    let mut upper = c.to_uppercase();
    // `ς` and `σ` have one upper case. `ı` is another letter than `i`, though they share theirs.
    let upper = upper.next().filter(|_| upper.next().is_none() && c != 'ı').unwrap_or(c);
    one(upper.to_lowercase()).or_else(|| one(c.to_lowercase())).unwrap_or(c)
}

/// Where a match can go on after a mismatch (Knuth, Morris, Pratt): no character of the text is looked at twice.
fn fallbacks(needle: &[char]) -> Vec<usize> {
    let mut back = vec![0; needle.len()];
    let mut state = 0;
    for index in 1..needle.len() {
        while state > 0 && needle[state] != needle[index] {
            state = back[state - 1];
        }
        state += usize::from(needle[state] == needle[index]);
        back[index] = state;
    }
    back
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tested::{does, holds, texts};
    use super::*;

    fn query(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    fn found<'t>(text: &'t str, query: &Query) -> Vec<&'t str> {
        all(text, query).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(found("Straße STRASSE straße", &query("STRAßE")), ["Straße", "straße"]);
        assert_eq!(found("Ὀδυσσεύς ὈΔΥΣΣΕΎΣ", &query("ὀδυσσεύσ")), ["Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"]);
        assert_eq!(found("İstanbul istanbul ıstanbul", &query("istanbul")), ["istanbul"]);
        assert_eq!(found("日本語と日本", &query("日本")), ["日本", "日本"]);
        assert_eq!(found("الشمس", &query("شمس")), ["شمس"]);
    }

    #[test]
    fn with_case_only_the_same_letters_are_found() {
        assert_eq!(found("Rust rust", &Query { match_case: true, ..query("rust") }), ["rust"]);
    }

    #[test]
    fn a_part_of_what_looks_like_one_character_is_not_found() {
        assert!(found("cafe\u{301}", &query("cafe")).is_empty());
        assert!(found("👩‍👩‍👧", &query("👩")).is_empty());
        assert_eq!(found("👩‍👩‍👧👩", &query("👩")), ["👩"]);
        assert!(found("a\r\nb", &query("\n")).is_empty());
    }

    #[test]
    fn next_and_previous_go_round() {
        let matches = all("a b a b a", &query("a"));
        assert_eq!(next(&matches, 1), Some(4..5));
        assert_eq!(next(&matches, 9), Some(0..1));
        assert_eq!(previous(&matches, 4), Some(0..1));
        assert_eq!(previous(&matches, 0), Some(8..9));
        assert_eq!(next(&[], 0), None);
    }

    #[test]
    fn a_match_is_replaced_and_the_next_is_selected() {
        let replace = |text: &str, selection| replace_one(text, selection, &query("雨"), "雨雨");
        does(replace, &[("⟦雨⟧と雨", "雨雨と⟦雨⟧"), ("│雨", "⟦雨⟧"), ("│雪", "")]);
    }

    #[test]
    fn all_matches_are_replaced_and_nothing_between_them() {
        let replace = |text: &str, selection| replace_all(text, selection, &query("B"), "é");
        does(replace, &[("a b\r\nc b│ d\n", "a é\r\nc é│ d\n"), ("x│", "")]);
    }

    #[test]
    fn a_long_text_of_one_letter_is_searched_once() {
        let text = "a".repeat(200_000);
        assert!(all(&text, &query(&["a".repeat(1_000), "b".to_owned()].concat())).is_empty());
    }

    #[test]
    fn every_match_reads_as_what_was_searched_for() {
        holds(500, &(texts(), texts()), |(text, words)| {
            let words: String = words.chars().take(2).collect();
            let fold = |text: &str| text.chars().map(folded).collect::<String>();
            for range in all(&text, &query(&words)) {
                prop_assert_eq!(fold(&text[range]), fold(&words));
            }
            Ok(())
        });
    }
}
