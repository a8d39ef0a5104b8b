//! Tab and Shift-Tab in a list: an item moves with what is in it.

use std::ops::Range;

use super::enter::outer;
use super::numbers::{next_item, previous_item, shifted};
use super::prefix::{Marker, Prefix};
use crate::text::blocks::Parsed;
use crate::text::edit::Edit;
use crate::text::lines::{following, lines_in, preceding};
use crate::text::selection::Selection;

/// Nests the items of a selection in the item before them. `None` where there is none.
#[must_use]
pub fn indent(text: &str, selection: Selection) -> Option<Edit> {
    let range = selection.within(text);
    let items = Items::of(text, &range)?;
    let before = previous_item(text, &items.first, &items.prefix).or_else(|| other_before(text, &items))?;
    let column = Prefix::of(&text[before.clone()]).inner_column();
    let by = column.checked_sub(items.prefix.column()).filter(|by| *by > 0)?;
    let last_inside = last_inside(text, &before, &items.first, column);
    let number = last_inside.map_or(1, |number| number.saturating_add(1));
    let mut edits = items.numbered(text, Some(number));
    edits.extend(items.lines(text).map(|at| (at..at, " ".repeat(by))));
    if let Some(Marker::Number(old, _)) = items.prefix.marker {
        let last = items.siblings.last().unwrap_or(&items.first);
        let count = items.siblings.len() as i64;
        let last_number = old.saturating_add(items.siblings.len() as u32 - 1);
        edits.extend(shifted(text, last, &items.prefix, last_number, -count));
    }
    finish(text, edits, range)
}

/// Takes the items of a selection out of the item that they are in.
#[must_use]
pub fn outdent(text: &str, selection: Selection) -> Option<Edit> {
    let range = selection.within(text);
    let items = Items::of(text, &range)?;
    let around = outer(text, &items.first, &items.prefix);
    let outer_prefix = around.as_ref().map(|around| Prefix::of(&text[around.clone()]));
    let by = items.prefix.column() - outer_prefix.as_ref().map_or(0, Prefix::column);
    if by == 0 {
        return None;
    }
    let number = outer_prefix.and_then(|prefix| match prefix.marker {
        Some(Marker::Number(number, _)) => Some(number),
        _ => None,
    });
    let mut edits = items.numbered(text, number.map(|number| number.saturating_add(1)));
    for at in items.lines(text) {
        let spaces = text[at..].len() - text[at..].trim_start_matches(' ').len();
        // A tab is as good as the spaces that are to go.
        let length = if text[at..].starts_with('\t') { 1 } else { spaces.min(by) };
        edits.push((at..at + length, String::new()));
    }
    if let (Some(around), Some(prefix), Some(number)) = (&around, &outer_prefix, number) {
        edits.extend(shifted(text, around, prefix, number, items.siblings.len() as i64));
    }
    finish(text, edits, range)
}

fn finish(text: &str, mut edits: Vec<(Range<usize>, String)>, range: Range<usize>) -> Option<Edit> {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    Edit::joined(text, &edits, range.into())
}

/// The items that are moved.
struct Items<'a> {
    first: Range<usize>,
    prefix: Prefix<'a>,
    /// Those of the level of the first.
    siblings: Vec<Range<usize>>,
    /// The byte after the last line of the last of them.
    end: usize,
}

impl<'a> Items<'a> {
    fn of(text: &'a str, range: &Range<usize>) -> Option<Self> {
        let is_item = |line: &Range<usize>| Prefix::of(&text[line.clone()]).marker.is_some();
        let first = lines_in(text, range.clone()).find(is_item)?;
        if Parsed::new(text).is_literal(first.end) {
            return None;
        }
        let prefix = Prefix::of(&text[first.clone()]);
        let mut siblings = vec![first.clone()];
        let mut end = first.end;
        let mut next = following(text, &first);
        while let Some(line) = next {
            let written = &text[line.clone()];
            let other = Prefix::of(written);
            let is_blank = written.trim().is_empty();
            let inside = other.column() > prefix.column() && other.quote.trim_end() == prefix.quote.trim_end();
            let selected = line.start < range.end;
            let is_selected_item = selected && other.marker.is_some() && other.quote == prefix.quote;
            if !(is_blank || inside || is_selected_item) {
                break;
            }
            if !is_blank {
                end = line.end;
                if other.column() == prefix.column() {
                    siblings.push(line.clone());
                }
            }
            next = following(text, &line);
        }
        Some(Self { first, prefix, siblings, end })
    }

    /// Where the indent of each line that has words begins.
    fn lines<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let lines = lines_in(text, self.first.start..self.end).filter(|line| !text[line.clone()].trim().is_empty());
        lines.map(|line| line.start + Prefix::of(&text[line]).quote.len())
    }

    /// The numbers of the items in their new place.
    fn numbered(&self, text: &str, first: Option<u32>) -> Vec<(Range<usize>, String)> {
        let Some(first) = first else { return Vec::new() };
        let number = |(index, line): (usize, &Range<usize>)| {
            let prefix = Prefix::of(&text[line.clone()]);
            let Some(Marker::Number(old, sign)) = prefix.marker else { return None };
            let start = line.start + prefix.quote.len() + prefix.indent.len();
            let length = Marker::Number(old, sign).written().len();
            let new = Marker::Number(first.saturating_add(index as u32), sign).written();
            (text.get(start..start + length)? != new).then(|| (start..start + length, new))
        };
        self.siblings.iter().enumerate().filter_map(number).collect()
    }
}

/// The item before, with another sign.
fn other_before(text: &str, items: &Items<'_>) -> Option<Range<usize>> {
    let mut above = preceding(text, &items.first);
    while let Some(line) = above {
        let prefix = Prefix::of(&text[line.clone()]);
        let is_blank = text[line.clone()].trim().is_empty();
        if !is_blank && prefix.column() <= items.prefix.column() {
            let same = prefix.quote.trim_end() == items.prefix.quote.trim_end();
            return (same && prefix.marker.is_some() && prefix.column() == items.prefix.column()).then_some(line);
        }
        above = preceding(text, &line);
    }
    None
}

/// The number of the last item that is in an item already.
fn last_inside(text: &str, around: &Range<usize>, end: &Range<usize>, column: usize) -> Option<u32> {
    let mut line = following(text, around).filter(|line| line.start < end.start)?;
    loop {
        let prefix = Prefix::of(&text[line.clone()]);
        if prefix.column() == column && prefix.marker.is_some() {
            let mut last = line.clone();
            while let Some(next) = next_item(text, &last, &prefix).filter(|next| next.start < end.start) {
                last = next;
            }
            return match Prefix::of(&text[last]).marker {
                Some(Marker::Number(number, _)) => Some(number),
                _ => None,
            };
        }
        line = following(text, &line).filter(|line| line.start < end.start)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tested::does;

    #[test]
    fn an_item_is_nested_by_the_width_of_the_sign_before_it() {
        does(
            indent,
            &[
                ("- a\n- b│", "- a\n  - b│"),
                ("1. 雨\r\n2. │شمس\r\n", "1. 雨\r\n   1. │شمس\r\n"),
                ("10. a\n11. b│", "10. a\n    1. b│"),
                ("> - a\n> - b│", "> - a\n>   - b│"),
                ("- [ ] a\n- [ ] 👩‍👩‍👧│", "- [ ] a\n  - [ ] 👩‍👩‍👧│"),
            ],
        );
    }

    #[test]
    fn an_item_moves_with_what_is_in_it_and_several_items_together() {
        does(
            indent,
            &[
                ("- a\n- b│\n  - in b\n\n  more\n- c", "- a\n  - b│\n    - in b\n\n    more\n- c"),
                ("- a\n⟦- b\n- c⟧\n- d", "- a\n  ⟦- b\n  - c⟧\n- d"),
            ],
        );
    }

    #[test]
    fn numbers_around_a_moved_item_are_counted_anew() {
        does(
            indent,
            &[
                ("1. a\n2. b│\n3. c\n4. d", "1. a\n   1. b│\n2. c\n3. d"),
                ("1. a\n   1. x\n2. b│\n3. c", "1. a\n   1. x\n   2. b│\n2. c"),
            ],
        );
        does(outdent, &[("1. a\n   1. b│\n2. c", "1. a\n2. b│\n3. c")]);
    }

    #[test]
    fn an_item_is_taken_out_of_the_item_around_it() {
        does(
            outdent,
            &[
                ("- a\n  - b│\n    - c\n- d", "- a\n- b│\n  - c\n- d"),
                ("- a\r\n\t- b│\r\n", "- a\r\n- b│\r\n"),
                ("   - a│", "- a│"),
            ],
        );
    }

    #[test]
    fn where_nothing_can_be_nested_nothing_happens() {
        does(
            indent,
            &[("- a│", ""), ("text│", ""), ("- a\n  - b│", ""), ("```\n- a\n- b│\n```", ""), ("Text\n\n- b│", "")],
        );
        does(outdent, &[("- a│", ""), ("text│", "")]);
    }
}
