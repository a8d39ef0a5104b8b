//! Bold, italic, code and struck through: marks around words, put on and taken off.

use std::ops::Range;

use personal_page::markdown::fence::longest_run;

use super::blocks::{Inline, InlineKind, Parsed, trimmed, within};
use super::edit::Edit;
use super::graphemes::{Graphemes, word_at};
use super::lines::line_at;
use super::selection::Selection;

/// A mark around words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `**`
    Bold,
    /// `*`
    Italic,
    /// `` ` ``
    Code,
    /// `~~`
    Strike,
}

impl Mark {
    fn kind(self) -> InlineKind {
        match self {
            Self::Bold => InlineKind::Strong,
            Self::Italic => InlineKind::Emphasis,
            Self::Code => InlineKind::Code,
            Self::Strike => InlineKind::Strikethrough,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
            Self::Code => "`",
            Self::Strike => "~~",
        }
    }
}

/// Marks what is selected, or takes the mark off if all of it has it. Without a selection: the word at the caret, and
/// where there is none, an empty mark. In several paragraphs, items or cells each has a mark of its own. A mark that
/// would cut another one grows over it.
#[must_use]
pub fn toggle(text: &str, selection: Selection, mark: Mark) -> Option<Edit> {
    let selected = Graphemes::new(text).whole(selection.within(text));
    let parsed = Parsed::new(text);
    let inlines = parsed.inlines();
    if selected.is_empty() {
        return at_caret(&parsed, &inlines, selected.start, mark);
    }
    let parts: Vec<Range<usize>> = parsed.runs().iter().filter_map(|run| part(text, run, &selected)).collect();
    let parts: Vec<Range<usize>> = parts.into_iter().map(|part| grown(part, &inlines, mark)).collect();
    let holders: Vec<Option<&Inline>> = parts.iter().map(|part| holder(part, &inlines, mark)).collect();
    let edits: Vec<(Range<usize>, String)> = if holders.iter().all(Option::is_some) {
        holders
            .iter()
            .flatten()
            .zip(&parts)
            .flat_map(|(holder, part)| taken_off(text, holder, part, &inlines, mark))
            .collect()
    } else {
        parts.iter().flat_map(|part| put_on(text, part, &inlines, mark)).collect()
    };
    Edit::joined(text, &edits, selected.into())
}

fn at_caret(parsed: &Parsed<'_>, inlines: &[Inline], caret: usize, mark: Mark) -> Option<Edit> {
    let text = parsed.text;
    let around = Selection::caret(caret);
    if let Some(holder) = holder(&(caret..caret), inlines, mark) {
        if caret == holder.inner.end && !holder.inner.is_empty() {
            return Some(Edit::select(Selection::caret(holder.outer.end)));
        }
        return Edit::joined(text, &taken_off(text, holder, &holder.inner, inlines, mark), around);
    }
    let closed =
        |one: &Inline| one.outer.start < caret && caret < one.outer.end && !within(&(caret..caret), &one.inner);
    if parsed.is_literal(caret)
        || inlines.iter().any(|one| closed(one) || one.kind == InlineKind::Code && within(&(caret..caret), &one.inner))
    {
        return None;
    }
    if let Some(word) = word_at(text, line_at(text, caret), caret) {
        let word = grown(word, inlines, mark);
        let mut edit = Edit::joined(text, &put_on(text, &word, inlines, mark), around)?;
        // At the end of a word, what is typed next belongs to it.
        if caret == word.end {
            edit.selection_after = Selection::caret(caret + mark.sign().len());
        }
        return Some(edit);
    }
    let sign = mark.sign();
    let run = |text: &str| text.len() - text.trim_start_matches(sign).len();
    if text[..caret].ends_with(sign) && run(&text[caret..]) == sign.len() && !text[..caret - sign.len()].ends_with(sign)
    {
        return Some(Edit::replace(caret - sign.len()..caret + sign.len(), String::new()));
    }
    let mut edit = Edit::replace(caret..caret, sign.repeat(2));
    edit.selection_after = Selection::caret(caret + sign.len());
    Some(edit)
}

/// What is selected of a run of words, without the spaces around it.
fn part(text: &str, run: &Range<usize>, selected: &Range<usize>) -> Option<Range<usize>> {
    words_of(text, run.start.max(selected.start)..run.end.min(selected.end))
}

/// A range without the spaces around its words. `None` if it has none.
fn words_of(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    Some(trimmed(text, range)).filter(|words| !words.is_empty())
}

/// A part that cuts no element: it grows over those that it has one end of, and over those that have no words.
fn grown(part: Range<usize>, inlines: &[Inline], mark: Mark) -> Range<usize> {
    inlines.iter().fold(part, |part, one| {
        let apart = one.outer.end <= part.start || part.end <= one.outer.start;
        let inside = one.kind != InlineKind::Code && within(&part, &one.inner);
        if apart || inside || one.kind == mark.kind() || within(&one.outer, &part) {
            part
        } else {
            part.start.min(one.outer.start)..part.end.max(one.outer.end)
        }
    })
}

/// The element of this mark that all of a part is in.
fn holder<'i>(part: &Range<usize>, inlines: &'i [Inline], mark: Mark) -> Option<&'i Inline> {
    let holds = |one: &Inline| if part.is_empty() { within(part, &one.inner) } else { within(part, &one.outer) };
    inlines.iter().find(|one| one.kind == mark.kind() && holds(one))
}

/// Takes a mark off a part: what is before and after it keeps the mark.
fn taken_off(
    text: &str,
    holder: &Inline,
    part: &Range<usize>,
    inlines: &[Inline],
    mark: Mark,
) -> Vec<(Range<usize>, String)> {
    let (inner, outer) = (&holder.inner, &holder.outer);
    let (start, end) = (part.start.max(inner.start), part.end.min(inner.end).max(inner.start));
    // Marks right around the part go with it.
    let around = |part: Range<usize>, one: &Inline| {
        if one.inner == part && within(&one.outer, inner) { one.outer.clone() } else { part }
    };
    let Range { start, end } = inlines.iter().fold(start..end, around);
    let sign = if mark == Mark::Code { &text[outer.start..inner.start] } else { mark.sign() };
    let first = match words_of(text, inner.start..start) {
        Some(before) => (before.end..before.end, sign.to_owned()),
        None => (outer.start..inner.start, String::new()),
    };
    let second = match words_of(text, end..inner.end) {
        Some(after) => (after.start..after.start, sign.to_owned()),
        None => (inner.end..outer.end, String::new()),
    };
    vec![first, second]
}

/// Marks a part, together with what it touches of the same mark.
fn put_on(text: &str, part: &Range<usize>, inlines: &[Inline], mark: Mark) -> Vec<(Range<usize>, String)> {
    let touches = |one: &&Inline| one.outer.start <= part.end && part.start <= one.outer.end;
    let mut touched: Vec<&Inline> = inlines.iter().filter(|one| one.kind == mark.kind()).filter(touches).collect();
    touched.sort_by_key(|one| one.outer.start);
    let start = touched.iter().map(|one| one.outer.start).fold(part.start, usize::min);
    let end = touched.iter().map(|one| one.outer.end).fold(part.end, usize::max);
    let (open, close) = match mark {
        Mark::Code => code_signs(&text[start..end]),
        _ => (mark.sign().to_owned(), mark.sign().to_owned()),
    };
    let mut edits = Vec::new();
    if touched.first().is_none_or(|one| one.outer.start > start) {
        edits.push((start..start, open.clone()));
    }
    for one in &touched {
        let opens = one.outer.start == start;
        let closes = one.outer.end == end;
        edits.push((one.outer.start..one.inner.start, if opens { open.clone() } else { String::new() }));
        edits.push((one.inner.end..one.outer.end, if closes { close.clone() } else { String::new() }));
    }
    if touched.last().is_none_or(|one| one.outer.end < end) {
        edits.push((end..end, close));
    }
    edits.retain(|(range, new)| text[range.clone()] != **new);
    edits
}

/// The signs around code: more backticks than it has in a row, and a space beside a backtick.
fn code_signs(code: &str) -> (String, String) {
    let fence = "`".repeat(longest_run(code) + 1);
    let padded = code.starts_with('`') || code.ends_with('`');
    if padded { ([&fence, " "].concat(), [" ", &fence].concat()) } else { (fence.clone(), fence) }
}

#[cfg(test)]
mod tests;
