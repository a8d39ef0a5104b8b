//! Marks what is found in the text, and brings a selection into view.

use std::ops::Range;

use personal_page::bundle::Severity;
use personal_page::bundle::preview::Found;

use super::app::state;
use super::{field, mirror, scroll};
use crate::text::selection::Selection;

/// Draws the mirror of the text with its marks.
pub(crate) fn draw() {
    state(|state| {
        if let Some(editor) = &state.editor {
            // Places of an older text would mark other words.
            let marks = if editor.report.is_old || editor.report.is_unchecked {
                Vec::new()
            } else {
                marks(&editor.report.findings)
            };
            mirror::draw(&editor.text, &marks);
        }
    });
    scroll::forget();
}

/// What is marked, in order, and without what overlaps.
fn marks(findings: &[Found]) -> Vec<(Range<usize>, &'static str)> {
    let mut marks: Vec<_> = findings
        .iter()
        .map(|found| {
            let class = if found.severity == Severity::Error { "write-error" } else { "write-warning" };
            (found.start..found.end, class)
        })
        .collect();
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    let mut end = 0;
    marks.retain(|(range, _)| {
        let is_free = range.start >= end;
        end = end.max(range.end);
        is_free
    });
    marks
}

/// Selects a range, and scrolls the field to it. Browsers do not all do so by themselves.
pub(crate) fn reveal(text: &str, selection: Selection) {
    field::select(text, selection);
    let top = || mirror::tops(text, &[selection.start as u32]).first().copied();
    // A text that has just been opened has no lines in the mirror yet.
    let top = top().or_else(|| {
        draw();
        top()
    });
    let (Some(field), Some(top)) = (field::field(), top) else { return };
    let (from, height) = (f64::from(field.scroll_top()), f64::from(field.client_height()));
    if top < from || top > from + height * 0.9 {
        #[allow(clippy::cast_possible_truncation, reason = "a height in pixels")]
        field.set_scroll_top((top - height / 3.0).max(0.0) as i32);
        mirror::scroll();
    }
}
