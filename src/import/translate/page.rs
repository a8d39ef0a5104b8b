//! What a family of syntax is given: the text, its prose, and the site around it.

use std::collections::HashMap;
use std::ops::Range;

use super::draft::Draft;
use super::references::References;
use super::syntax::Syntax;
use crate::bundle::checks::foreign_syntax::prose::Prose;

pub(super) struct Page<'a> {
    pub(super) draft: &'a Draft,
    pub(super) text: &'a str,
    pub(super) syntax: Syntax,
    pub(super) references: &'a dyn References,
    /// The files of pictures that MDX imports, by name.
    pub(super) imports: &'a HashMap<String, String>,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        draft: &'a Draft,
        syntax: Syntax,
        references: &'a dyn References,
        imports: &'a HashMap<String, String>,
    ) -> Self {
        Self { draft, text: draft.text(), syntax, references, imports }
    }

    pub(super) fn prose(&self) -> &'a Prose {
        self.draft.prose()
    }

    /// Where the line with an offset begins.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.draft.line_span(at).start
    }

    /// Where the line with an offset ends, before its line break.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.draft.line_span(at).end
    }

    /// The marks of lists and quotes that lines below a list item or in a quote need, if only those are before `at` on
    /// its line.
    pub(super) fn prefix(&self, at: usize) -> Option<String> {
        prefix(&self.text[self.line_start(at)..at])
    }

    /// Whether a span has whole lines, without the marks of lists and quotes before it.
    pub(super) fn is_block(&self, span: &Range<usize>) -> bool {
        self.prefix(span.start).is_some() && self.text[span.end..self.line_end(span.end)].trim().is_empty()
    }

    /// The destination of a link to a text, with its fragment.
    pub(super) fn link(&self, written: &str) -> Option<String> {
        self.link_in(written, None)
    }

    /// As [`Self::link`], to the text in a language.
    pub(super) fn link_in(&self, written: &str, language: Option<&str>) -> Option<String> {
        let (path, fragment) = written.split_at(written.find('#').unwrap_or(written.len()));
        if path.is_empty() {
            return Some(fragment.to_owned());
        }
        self.references.post_in(path, language).map(|path| path + fragment)
    }
}

/// The prefix of the lines below, if a line has only marks of lists and quotes so far.
pub(super) fn prefix(before: &str) -> Option<String> {
    let (prefix, length) = marks(before);
    (length == before.len()).then_some(prefix)
}

/// The marks of lists and quotes at the beginning of a line, as the lines below need them, and their length.
pub(super) fn marks(line: &str) -> (String, usize) {
    let mut prefix = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = rest.len() - number.len();
        let width = match c {
            ' ' | '\t' | '>' => {
                prefix.push(c);
                rest = &rest[1..];
                continue;
            }
            '-' | '*' | '+' if rest[1..].starts_with(' ') => 1,
            '0'..='9' if digits < 10 && (number.starts_with(". ") || number.starts_with(") ")) => digits + 1,
            _ => break,
        };
        prefix.push_str(&" ".repeat(width));
        rest = &rest[width..];
    }
    (prefix, line.len() - rest.len())
}
