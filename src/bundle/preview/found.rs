//! A finding as the editor shows it: on the words, with the replacement if the remedy is one.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::bundle::diagnostics::location::Location;
use crate::bundle::diagnostics::{Diagnostic, Severity};

/// A finding in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Where it starts, in bytes of the file.
    pub start: usize,
    /// Where it ends. A finding about the whole file is empty, at its start.
    pub end: usize,
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// What to write in place of the words, if that is the whole remedy.
    pub fix: Option<String>,
}

/// The places of lines in a file as it is, with its byte order mark and its line ends.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The offset in the file of a line, counted from 1.
    pub(super) fn start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(self.text.len())
    }

    /// The finding of the bundler.
    pub(super) fn find(&self, diagnostic: &Diagnostic) -> Found {
        let Diagnostic { severity, message, remedy, .. } = diagnostic;
        let range = self.range(diagnostic.location);
        let (range, fix) = match fix(self.text, &range, message, remedy) {
            Some((range, fix)) => (range, Some(fix)),
            None => (range, None),
        };
        let (message, remedy) = (message.clone(), remedy.clone());
        Found { start: range.start, end: range.end, severity: *severity, message, remedy, fix }
    }

    /// The bytes of a location. A whole line is without the spaces around it.
    fn range(&self, Location { line, columns }: Location) -> Range<usize> {
        let Some(line) = line else { return 0..0 };
        let start = self.start(line.get());
        let rest = &self.text[start..];
        let line = rest.split('\n').next().unwrap_or_default();
        let Some((first, last)) = columns else {
            let inner = start + line.len() - line.trim_start().len();
            return inner..inner + line.trim().len();
        };
        let at = |column: usize| start + line.floor_char_boundary(column);
        at(first)..at(last)
    }
}

/// The words that a suggestion is for, and the suggestion, if the remedy is one.
fn fix(text: &str, range: &Range<usize>, message: &str, remedy: &str) -> Option<(Range<usize>, String)> {
    let meant = remedy.strip_prefix("did you mean \"")?.strip_suffix("\"?")?;
    // Several suggestions are a choice.
    if meant.is_empty() || meant.contains('"') {
        return None;
    }
    let place = &text[range.clone()];
    if meant.starts_with('#') {
        let start = range.start + place.rfind('#')?;
        return Some((start..range.end, meant.to_owned()));
    }
    // The words are quoted in the message; the place may have more, such as the attributes of a code block.
    let words = message.split('"').skip(1).step_by(2).filter(|words| !words.is_empty());
    let start = |words: &&str| place.find(*words).map(|at| (range.start + at, words.len()));
    let (start, length) = words.filter_map(|words| start(&words)).next()?;
    Some((start..start + length, meant.to_owned()))
}
