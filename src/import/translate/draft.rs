//! A text on its way: what it is now, and which line of the source each of its lines came from.

use std::ops::Range;
use std::sync::OnceLock;

use super::edit::Edit;
use crate::bundle::checks::foreign_syntax::prose::Prose;
use crate::content::Dialect;
use crate::import::notes::Notes;

/// How far on the line is searched for that a line of a replacement is from.
const LINES_NEAR: usize = 50;

pub(super) struct Draft {
    text: String,
    /// Of each line: its offset in bytes, and the line of the source, from 1.
    lines: Vec<(usize, usize)>,
    prose: OnceLock<Prose>,
}

impl Draft {
    pub(super) fn new(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).zip(1..).collect();
        Self { text: text.to_owned(), lines, prose: OnceLock::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The text without code, formulas, comments and escaped characters.
    pub(super) fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| Prose::of(&self.text, Dialect::default()))
    }

    /// The line of the source at an offset.
    pub(super) fn line(&self, at: usize) -> usize {
        let index = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines.get(index).map_or(1, |(_, line)| *line)
    }

    /// The range of the line with an offset, without its line break.
    pub(super) fn line_span(&self, at: usize) -> Range<usize> {
        let next = self.lines.partition_point(|(start, _)| *start <= at);
        let start = self.lines.get(next.saturating_sub(1)).map_or(0, |(start, _)| *start);
        start..self.lines.get(next).map_or(self.text.len(), |(start, _)| start - 1)
    }

    /// Makes those edits that do not overlap an earlier one. Returns whether the text has changed.
    pub(super) fn apply(&mut self, mut edits: Vec<Edit>, notes: &mut Notes) -> bool {
        edits.sort_by_key(|edit| edit.span.start);
        let mut next = Self { text: String::with_capacity(self.text.len()), lines: Vec::new(), prose: OnceLock::new() };
        next.lines.push((0, 1));
        let mut done = 0;
        for edit in edits {
            let Edit { span, text, kind, lost } = edit;
            if span.start < done || self.text.get(span.clone()).is_none() {
                continue;
            }
            next.copy(self, done, span.start);
            // A block before it may have written the empty line between them.
            let text = without_second_gap(&next.text, &text);
            let first = self.line(span.start);
            let lines = self.origins(&span, text);
            next.push(text, |below| lines.get(below).copied().unwrap_or(first));
            done = span.end;
            if !kind.is_empty() {
                notes.translated(&kind);
            }
            for (message, remedy) in lost {
                notes.open(first, message, remedy);
            }
        }
        next.copy(self, done, self.text.len());
        let changed = next.text != self.text;
        if changed {
            *self = next;
        }
        changed
    }

    /// The line of the source that each line of a replacement is from: that of the same words in what is replaced, else
    /// that of the line above.
    fn origins(&self, span: &Range<usize>, text: &str) -> Vec<usize> {
        let words = |line: &str| line.trim_start_matches([' ', '\t', '>']).trim_end().to_owned();
        let mut at = span.start;
        let source = self.text[span.clone()].split_inclusive('\n').map(|line| {
            at += line.len();
            (words(line), self.line(at - line.len()))
        });
        let source: Vec<_> = source.collect();
        let mut index = 0;
        let origin = |line: &str| {
            let line = words(line);
            let near = source.iter().skip(index).take(LINES_NEAR);
            index +=
                near.enumerate().find(|(_, (from, _))| !line.is_empty() && *from == line).map_or(0, |(step, _)| step);
            source.get(index).map_or_else(|| self.line(span.start), |(_, number)| *number)
        };
        text.split('\n').map(origin).collect()
    }

    fn copy(&mut self, from: &Self, start: usize, end: usize) {
        let first = from.lines.partition_point(|(at, _)| *at <= start);
        let below = |below: usize| from.lines.get(first + below - 1).map_or(1, |(_, line)| *line);
        self.push(&from.text[start..end], below);
    }

    /// Appends a text. `line`: the line of the source of so many lines below the first one.
    fn push(&mut self, text: &str, line: impl Fn(usize) -> usize) {
        let offset = self.text.len();
        let begin = |(below, (at, _)): (usize, (usize, &str))| (offset + at + 1, line(below + 1));
        self.lines.extend(text.match_indices('\n').enumerate().map(begin));
        self.text.push_str(text);
    }
}

/// A replacement without the empty line at its beginning, if there is one at the end of the text before it.
fn without_second_gap<'a>(before: &str, text: &'a str) -> &'a str {
    let above = before.trim_end_matches([' ', '\t']);
    let gap = text.strip_prefix('\n').and_then(|rest| rest.strip_prefix(&before[above.len()..]));
    gap.filter(|_| above.ends_with("\n\n")).unwrap_or(text)
}
