//! Enter in a list, a task or a quote.

use std::ops::Range;

use super::numbers::{next_item, previous_item, shifted};
use super::prefix::{Marker, Prefix};
use crate::text::blocks::Parsed;
use crate::text::edit::Edit;
use crate::text::lines::{ending_near, line_at, preceding};
use crate::text::selection::Selection;

/// Continues the list or the quote that the caret is in; in an empty item, ends it. `None` elsewhere: there, Enter is a
/// line ending.
#[must_use]
pub fn enter(text: &str, selection: Selection) -> Option<Edit> {
    let range = selection.within(text);
    let line = line_at(text, range.start);
    let prefix = Prefix::of(&text[line.clone()]);
    let is_list = prefix.marker.is_some() || !prefix.quote.is_empty();
    let words = line.start + prefix.len();
    if !is_list || range.start < words || Parsed::new(text).is_literal(words) {
        return None;
    }
    let is_empty = text[words..line.end].trim().is_empty();
    if is_empty && range.is_empty() { end(text, &line, &prefix) } else { next(text, range, &line, &prefix) }
}

fn next(text: &str, range: Range<usize>, line: &Range<usize>, prefix: &Prefix<'_>) -> Option<Edit> {
    let mut sign = [prefix.quote, prefix.indent].concat();
    let mut edits = Vec::new();
    if let Some(marker) = prefix.marker {
        let step = step(text, line, prefix);
        let marker = match marker {
            Marker::Number(number, sign) => Marker::Number(number.saturating_add(step), sign),
            bullet => bullet,
        };
        sign.push_str(&marker.written());
        sign.push_str(if prefix.gap.is_empty() { " " } else { prefix.gap });
        sign.push_str(if prefix.task.is_empty() { "" } else { "[ ] " });
        if let Some(Marker::Number(number, _)) = prefix.marker.filter(|_| step == 1) {
            edits = shifted(text, line, prefix, number, 1);
        }
    } else if !sign.ends_with(' ') {
        sign.push(' ');
    }
    let rest = &text[range.end..];
    let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    edits.retain(|(edited, _)| edited.start >= range.end);
    edits.insert(0, (range.start..range.end + space, [ending_near(text, range.start), &sign].concat()));
    let caret = range.start + edits[0].1.len();
    let mut edit = Edit::joined(text, &edits, Selection::caret(range.start))?;
    edit.selection_after = Selection::caret(caret);
    Some(edit)
}

/// How far numbers are apart: 0 where all items have the same.
fn step(text: &str, line: &Range<usize>, prefix: &Prefix<'_>) -> u32 {
    let same =
        |other: Option<Range<usize>>| other.is_some_and(|other| Prefix::of(&text[other]).marker == prefix.marker);
    u32::from(!same(previous_item(text, line, prefix)) && !same(next_item(text, line, prefix)))
}

/// Ends an item or a quote: a nested item becomes the next one of the list around it.
fn end(text: &str, line: &Range<usize>, prefix: &Prefix<'_>) -> Option<Edit> {
    let start = line.start + prefix.quote.len();
    if prefix.marker.is_none() {
        let less = prefix.quote.trim_end().strip_suffix('>')?;
        return Some(Edit::replace(line.start..line.end, less.to_owned()));
    }
    let Some(outer) = outer(text, line, prefix) else {
        return Some(Edit::replace(start..line.end, String::new()));
    };
    let around = Prefix::of(&text[outer.clone()]);
    let marker = match around.marker? {
        Marker::Number(number, sign) => Marker::Number(number.saturating_add(1), sign),
        bullet => bullet,
    };
    let gap = if around.gap.is_empty() { " " } else { around.gap };
    let task = if around.task.is_empty() { "" } else { "[ ] " };
    let sign = [around.indent, &marker.written(), gap, task].concat();
    let mut edits = vec![(start..line.end, sign)];
    let caret = start + edits[0].1.len();
    if let Some(Marker::Number(number, _)) = around.marker {
        edits.extend(shifted(text, &outer, &around, number, 1));
    }
    let mut edit = Edit::joined(text, &edits, Selection::caret(start))?;
    edit.selection_after = Selection::caret(caret);
    Some(edit)
}

/// The item that an item is nested in.
pub(super) fn outer(text: &str, line: &Range<usize>, item: &Prefix<'_>) -> Option<Range<usize>> {
    let mut above = preceding(text, line);
    while let Some(line) = above {
        let written = &text[line.clone()];
        let prefix = Prefix::of(written);
        if !written.trim().is_empty() && prefix.column() < item.column() {
            if prefix.marker.is_some() {
                return (prefix.quote.trim_end() == item.quote.trim_end()).then_some(line);
            }
            if prefix.column() == 0 {
                return None;
            }
        }
        above = preceding(text, &line);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tested::does;

    #[test]
    fn an_item_a_task_and_a_quote_are_continued() {
        does(
            enter,
            &[
                ("- 雨│", "- 雨\n- │"),
                ("* a│b\r\n", "* a\r\n* │b\r\n"),
                ("- [x] done│", "- [x] done\n- [ ] │"),
                ("> شمس│", "> شمس\n> │"),
                ("> - a│", "> - a\n> - │"),
                ("  + 👩‍👩‍👧│ b", "  + 👩‍👩‍👧\n  + │b"),
                ("- a⟦b⟧c", "- a\n- │c"),
            ],
        );
    }

    #[test]
    fn a_numbered_list_counts_on_and_the_items_below_are_counted_anew() {
        does(
            enter,
            &[
                ("1. a│\n2. b\n   - in it\n3. c\n", "1. a\n2. │\n3. b\n   - in it\n4. c\n"),
                ("8) a│\n9) b\n   in b\n\n10) c", "8) a\n9) │\n10) b\n    in b\n\n11) c"),
                ("1. a│\n5. b", "1. a\n2. │\n5. b"),
                ("1. a│\n1. b", "1. a\n1. │\n1. b"),
                ("1. a│\n\nText\n\n2. b", "1. a\n2. │\n\nText\n\n2. b"),
            ],
        );
    }

    #[test]
    fn an_empty_item_ends_the_list() {
        does(
            enter,
            &[
                ("- a\r\n- │\r\n", "- a\r\n│\r\n"),
                ("1. a\n2. │", "1. a\n│"),
                ("- [ ] │", "│"),
                ("> │", "│"),
                ("> > │", "> │"),
                ("- a\n  - b\n  - │\n- c", "- a\n  - b\n- │\n- c"),
                ("1. a\n   - │\n2. b", "1. a\n2. │\n3. b"),
            ],
        );
    }

    #[test]
    fn elsewhere_enter_is_a_line_ending() {
        does(
            enter,
            &[("text│", ""), ("-│ a", ""), ("```\n- a│\n```", ""), ("---\ntags:\n- a│\n---\n", ""), ("---│", "")],
        );
    }
}
