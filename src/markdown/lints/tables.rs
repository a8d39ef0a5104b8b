//! Rows with more cells than the table has columns, and paragraphs that were meant as tables.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Lint, LintKind};
use crate::markdown::events::spanned::Spanned;

/// Adds the lints of the table or the paragraph at the first event.
pub(super) fn lints(text: &str, tag: &Tag<'_>, events: &[Spanned<'_>], lints: &mut Vec<Lint>) {
    match tag {
        Tag::Table(columns) => {
            let rows = events.iter().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Table)));
            let rows = rows.filter(|(event, _)| matches!(event, Event::Start(Tag::TableRow)));
            lints.extend(rows.filter_map(|(_, span)| extra(text, span, columns.len())));
        }
        Tag::Paragraph => lints.extend(events.first().and_then(|(_, span)| uneven(text, span))),
        _ => {}
    }
}

/// The cells of a row beyond the last column, which are not shown.
fn extra(text: &str, row: &Range<usize>, columns: usize) -> Option<Lint> {
    let line = text[row.clone()].lines().next().unwrap_or_default();
    let first = cells(line).nth(columns)?;
    let words = line[first.start..].trim().trim_end_matches('|').trim();
    // Empty cells lose no text.
    if words.trim_matches(['|', ' ', '\t']).is_empty() {
        return None;
    }
    let start = row.start + first.start + line[first.start..].find(words)?;
    Some(Lint { kind: LintKind::ExtraCells, span: start..start + words.len(), words: words.to_owned() })
}

/// The delimiter row of a paragraph that would be a table if the row had as many cells as the line above it, or if an
/// empty line preceded that line.
fn uneven(text: &str, paragraph: &Range<usize>) -> Option<Lint> {
    let mut start = paragraph.start;
    let mut above: Option<&str> = None;
    for whole in text[paragraph.clone()].split_inclusive('\n') {
        let line = whole.trim_start_matches([' ', '\t', '>']);
        let row = line.trim_end();
        if let Some(head) = above.filter(|head| head.contains('|') && is_delimiter(row)) {
            let (columns, dashes) = (cells(head).count(), cells(row).count());
            let kind = if columns == dashes { LintKind::TableInParagraph } else { LintKind::UnevenTable };
            let start = start + whole.len() - line.len();
            let words = format!("|{}", "---|".repeat(columns));
            return Some(Lint { kind, span: start..start + row.len(), words });
        }
        above = Some(row);
        start += whole.len();
    }
    None
}

fn is_delimiter(row: &str) -> bool {
    row.contains('|') && row.contains("--") && row.bytes().all(|byte| b"|:- \t".contains(&byte))
}

/// The cells of a row, split as GitHub does: at each bar that no backslash precedes, also within code.
fn cells(row: &str) -> impl Iterator<Item = Range<usize>> {
    let end = row.trim_end().len();
    let mut start = row.len() - row.trim_start().len();
    start += usize::from(row[start..].starts_with('|'));
    std::iter::from_fn(move || {
        if start >= end {
            return None;
        }
        let bars = row[start..end].match_indices('|').map(|(at, _)| start + at);
        let bar = bars.into_iter().find(|at| !row[..*at].ends_with('\\')).unwrap_or(end);
        let cell = start..bar;
        start = bar + 1;
        Some(cell)
    })
}
