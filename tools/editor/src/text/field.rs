//! A text field: it counts UTF-16 code units, and shows each line ending, CRLF too, as one line feed.

use std::borrow::Cow;

use super::edit::{Edit, common_ends};
use super::lines::ending_near;
use super::selection::Selection;

/// The text as a field shows it.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// A selection of a field, in bytes of the file's text.
#[must_use]
pub fn selection(text: &str, start: u32, end: u32) -> Selection {
    let (first, last) = (start.min(end), start.max(end));
    let first_at = advance(text, first);
    Selection { start: first_at, end: first_at + advance(&text[first_at..], last - first) }
}

/// The code units of a field before a selection's start, and before its end.
#[must_use]
pub fn units(text: &str, selection: Selection) -> (u32, u32) {
    let range = selection.within(text);
    let before = length(&text[..range.start]);
    (before, before + length(&text[range]))
}

/// The edit by which the text becomes what the field now shows. Inserted lines take the ending around them. `None` if
/// nothing has changed.
#[must_use]
pub fn typed(text: &str, now: &str, caret: u32) -> Option<Edit> {
    let before = shown(text);
    if before == now {
        return None;
    }
    let (same_start, same_end) = common_ends(&before, now);
    let start = in_file(text, same_start);
    let end = start + in_file(&text[start..], before.len() - same_end - same_start);
    let new = &now[same_start..now.len() - same_end];
    let ending = ending_near(text, start);
    let mut replacement = if ending == "\n" { new.to_owned() } else { new.replace('\n', ending) };
    let mut start = start;
    // A lone CR would be one ending with the LF after it.
    let next = replacement.chars().next().or_else(|| text[end..].chars().next());
    if next == Some('\n') && text[..start].ends_with('\r') {
        start -= 1;
        replacement.insert_str(0, ending);
    }
    let mut edit = Edit::replace(start..end, replacement);
    edit.selection_after = selection(&edit.apply(text), caret, caret);
    Some(edit)
}

/// The byte of a text that a number of code units of a field leads to.
fn advance(text: &str, units: u32) -> usize {
    // Most of most texts is ASCII, in which a byte is a unit.
    let is_unit = |byte: &&u8| byte.is_ascii() && **byte != b'\r';
    let plain = text.as_bytes().iter().take(units as usize).take_while(is_unit).count();
    let (mut seen, text, start) = (plain as u32, &text[plain..], plain);
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        if seen >= units {
            return start + at;
        }
        seen += c.len_utf16() as u32;
        if c == '\r' {
            letters.next_if(|(_, next)| *next == '\n');
        }
    }
    start + text.len()
}

fn length(text: &str) -> u32 {
    let units: usize = text.chars().map(char::len_utf16).sum();
    (units - text.matches("\r\n").count()) as u32
}

/// The byte of a text that a byte of the shown text leads to.
fn in_file(text: &str, shown: usize) -> usize {
    if shown == 0 || !text.contains('\r') {
        return shown;
    }
    let (mut seen, mut letters) = (0, text.char_indices().peekable());
    while let Some((at, c)) = letters.next() {
        if seen >= shown {
            return at;
        }
        seen += c.len_utf8();
        if c == '\r' {
            letters.next_if(|(_, next)| *next == '\n');
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tested::{holds, texts};
    use super::*;

    #[test]
    fn code_units_of_emoji_and_japanese_lead_to_their_bytes() {
        let text = "👩‍👩‍👧日本\r\nشمس";
        assert_eq!(selection(text, 8, 10), Selection { start: "👩‍👩‍👧".len(), end: "👩‍👩‍👧日本".len() });
        assert_eq!(units(text, Selection::caret(text.len())), (14, 14));
    }

    #[test]
    fn a_line_typed_between_lines_that_end_in_crlf_ends_in_crlf() {
        let edit = typed("one\r\ntwo\r\n", "one\nnew\ntwo\n", 8).expect("an edit");
        assert_eq!(edit.apply("one\r\ntwo\r\n"), "one\r\nnew\r\ntwo\r\n");
        assert_eq!(edit.selection_after, Selection::caret("one\r\nnew\r\n".len()));
    }

    #[test]
    fn a_field_that_has_not_changed_edits_nothing() {
        assert_eq!(typed("a\r\nb\nc\r", "a\nb\nc\n", 0), None);
    }

    #[test]
    fn every_position_of_every_text_survives_the_way_to_the_field_and_back() {
        holds(400, &texts(), |text| {
            for (at, _) in text.char_indices().filter(|(at, _)| !text[..*at].ends_with('\r')) {
                let (units, _) = units(&text, Selection::caret(at));
                prop_assert_eq!(selection(&text, units, units), Selection::caret(at));
            }
            Ok(())
        });
    }

    #[test]
    fn whatever_is_typed_is_what_the_field_shows_and_lines_that_were_not_touched_keep_their_endings() {
        holds(600, &(texts(), texts(), 0..400_usize, 0..30_usize), |(text, new, at, deleted)| {
            let before = shown(&text).into_owned();
            let start = before.floor_char_boundary(at);
            let end = before.floor_char_boundary(start + deleted).max(start);
            let now = [&before[..start], &*shown(&new), &before[end..]].concat();
            if let Some(edit) = typed(&text, &now, 0) {
                let after = edit.apply(&text);
                prop_assert_eq!(shown(&after), now);
            } else {
                prop_assert_eq!(before, now);
            }
            Ok(())
        });
    }
}
