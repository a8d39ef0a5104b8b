//! Puts pasted Markdown into a text.

use super::Pasted;
use crate::text::blocks::Parsed;
use crate::text::edit::Edit;
use crate::text::lines::{ending_near, following, line_at, preceding};
use crate::text::lists::prefix::Prefix;
use crate::text::selection::Selection;

/// The edit that puts pasted Markdown in the place of a selection: words within a line, blocks with an empty line before
/// and after them. In a quote and in an item, blocks stay in it. `None` in code and in the front matter, where the plain
/// text is to be pasted.
#[must_use]
pub fn insert(text: &str, selection: Selection, pasted: &Pasted) -> Option<Edit> {
    let range = selection.within(text);
    if Parsed::new(text).is_literal(range.start) {
        return None;
    }
    let ending = ending_near(text, range.start);
    let line = line_at(text, range.start);
    let prefix = Prefix::of(&text[line.clone()]);
    let indent = if prefix.marker.is_some() { prefix.inner_column() } else { prefix.column() };
    let start = [prefix.quote, &" ".repeat(indent)].concat();
    if pasted.is_inline {
        return Some(Edit::replace(range, pasted.markdown.replace('\n', &[ending, &start].concat())));
    }
    let words_before = !text[(line.start + prefix.len()).min(range.start)..range.start].trim().is_empty();
    let line_end = line_at(text, range.end).end;
    let words_after = !text[range.end..line_end.max(range.end)].trim().is_empty();
    let blank = [start.trim_end(), ending].concat();
    let mut new = String::new();
    let has_words = |line: Option<std::ops::Range<usize>>| line.is_some_and(|line| !text[line].trim().is_empty());
    if !words_before && prefix.is_empty() && has_words(preceding(text, &line)) {
        new.push_str(ending);
    }
    if words_before {
        new.push_str(&[ending, &blank, &start].concat());
    }
    let lines = pasted.markdown.split('\n').enumerate().map(|(index, line)| match (index, line) {
        (0, line) => line.to_owned(),
        (_, "") => start.trim_end().to_owned(),
        (_, line) => [&start, line].concat(),
    });
    new.push_str(&lines.collect::<Vec<_>>().join(ending));
    let caret = new.len();
    if words_after {
        new.push_str(&[ending, &blank, &start].concat());
    }
    if !words_after && has_words(following(text, &(line.start..line_end))) {
        new.push_str(&[ending, start.trim_end()].concat());
    }
    let mut edit = Edit::replace(range, new);
    edit.selection_after = Selection::caret(edit.range.start + caret);
    Some(edit)
}
