//! Makes lines the items of a list, and back.

use std::ops::Range;

use crate::text::edit::Edit;
use crate::text::lines::lines_in;
use crate::text::selection::Selection;

/// Makes the lines of a selection items, numbered or not; or takes their signs off if all of them are that already. Blank
/// lines stay as they are.
#[must_use]
pub fn toggle(text: &str, selection: Selection, numbered: bool) -> Option<Edit> {
    let lines: Vec<Range<usize>> = lines_in(text, selection.within(text)).collect();
    let only = lines.len() == 1;
    let lines: Vec<Range<usize>> =
        lines.into_iter().filter(|line| only || !text[line.clone()].trim().is_empty()).collect();
    let start = |line: &Range<usize>| {
        line.start + text[line.clone()].len() - text[line.clone()].trim_start_matches([' ', '>']).len()
    };
    let signs: Vec<(usize, usize, bool)> = lines
        .iter()
        .map(|line| {
            let at = start(line);
            let (length, is_numbered) = sign(&text[at..line.end]);
            (at, length, is_numbered)
        })
        .collect();
    let are_all = signs.iter().all(|(_, length, is_numbered)| *length > 0 && *is_numbered == numbered);
    let edits: Vec<(Range<usize>, String)> = signs
        .iter()
        .enumerate()
        .map(|(index, (at, length, _))| {
            let new = if are_all {
                String::new()
            } else if numbered {
                format!("{}. ", index + 1)
            } else {
                "- ".to_owned()
            };
            (*at..at + length, new)
        })
        .collect();
    Edit::joined(text, &edits, selection)
}

/// The length of the sign that a line begins with, and whether it is a number.
fn sign(line: &str) -> (usize, bool) {
    if ["- ", "* ", "+ "].iter().any(|sign| line.starts_with(sign)) {
        return (2, false);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_number = (1..=9).contains(&digits) && (line[digits..].starts_with(". ") || line[digits..].starts_with(") "));
    if is_number { (digits + 2, true) } else { (0, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toggled(text: &str, numbered: bool) -> String {
        toggle(text, Selection { start: 0, end: text.len() }, numbered).unwrap().apply(text)
    }

    #[test]
    fn lines_become_items_and_lines_again() {
        assert_eq!(toggled("tea\n\nwater", false), "- tea\n\n- water");
        assert_eq!(toggled("- tea\n\n- water", false), "tea\n\nwater");
        assert_eq!(toggled("> tea\r\n> water", true), "> 1. tea\r\n> 2. water");
    }

    #[test]
    fn items_of_one_kind_become_items_of_the_other() {
        assert_eq!(toggled("- tea\n- water", true), "1. tea\n2. water");
        assert_eq!(toggled("1. tea\nwater", false), "- tea\n- water");
    }

    #[test]
    fn an_empty_line_becomes_an_item() {
        assert_eq!(toggled("", false), "- ");
        assert_eq!(toggled("2026 was dry", true), "1. 2026 was dry");
    }
}
