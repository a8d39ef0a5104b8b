//! Numbers of the items of a list.

use std::ops::Range;

use super::prefix::{Marker, Prefix};
use crate::text::lines::{following, preceding};

/// The next item of the list that an item is in, of the same level.
pub(super) fn next_item(text: &str, line: &Range<usize>, item: &Prefix<'_>) -> Option<Range<usize>> {
    beside(text, line, item, following)
}

/// The item before.
pub(super) fn previous_item(text: &str, line: &Range<usize>, item: &Prefix<'_>) -> Option<Range<usize>> {
    beside(text, line, item, preceding)
}

fn beside(
    text: &str,
    line: &Range<usize>,
    item: &Prefix<'_>,
    step: fn(&str, &Range<usize>) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let mut at = step(text, line);
    while let Some(line) = at {
        let written = &text[line.clone()];
        let prefix = Prefix::of(written);
        let is_blank = written.trim_matches(['>', ' ', '\t']).is_empty();
        if !is_blank && prefix.quote.trim_end() != item.quote.trim_end() {
            return None;
        }
        if !is_blank && prefix.column() <= item.column() {
            let like = prefix.marker.zip(item.marker).is_some_and(|(one, other)| one.is_like(other));
            return (like && prefix.column() == item.column()).then_some(line);
        }
        at = step(text, &line);
    }
    None
}

/// The edits that add `shift` to the numbers of the items after one, as long as they count on from `number`. What is in
/// an item whose number gets another digit is indented with it.
pub(super) fn shifted(
    text: &str,
    line: &Range<usize>,
    item: &Prefix<'_>,
    mut number: u32,
    shift: i64,
) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    let mut next = next_item(text, line, item);
    while let Some(line) = next {
        let prefix = Prefix::of(&text[line.clone()]);
        let Some(Marker::Number(value, sign)) =
            prefix.marker.filter(|marker| matches!(marker, Marker::Number(n, _) if *n == number + 1))
        else {
            break;
        };
        let new = u32::try_from(i64::from(value) + shift).unwrap_or(value);
        let start = line.start + prefix.quote.len() + prefix.indent.len();
        let old = Marker::Number(value, sign).written();
        let written = Marker::Number(new, sign).written();
        let wider = written.len().saturating_sub(old.len());
        // With zeros before a number, its length is another one.
        edits.push((
            start
                ..start + prefix.len()
                    - prefix.quote.len()
                    - prefix.indent.len()
                    - prefix.gap.len()
                    - prefix.task.len(),
            written,
        ));
        next = next_item(text, &line, item);
        if wider > 0 {
            indent_inside(text, &line, next.as_ref(), &prefix, wider, &mut edits);
        }
        number = value;
    }
    edits
}

fn indent_inside(
    text: &str,
    line: &Range<usize>,
    end: Option<&Range<usize>>,
    item: &Prefix<'_>,
    by: usize,
    edits: &mut Vec<(Range<usize>, String)>,
) {
    let mut inside = following(text, line);
    while let Some(line) = inside.filter(|line| end.is_none_or(|end| line.start < end.start)) {
        let prefix = Prefix::of(&text[line.clone()]);
        let is_blank = text[line.clone()].trim().is_empty();
        if !is_blank && prefix.column() <= item.column() {
            return;
        }
        if !is_blank {
            let at = line.start + prefix.quote.len();
            edits.push((at..at, " ".repeat(by)));
        }
        inside = following(text, &line);
    }
}
