//! Footnotes without a reference, references without a footnote, repeated labels.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Lint, LintKind, literal};
use crate::markdown::events::spanned::Spanned;
use crate::markdown::label::folded;

/// References without a note, notes without a reference, and notes whose label is already taken.
pub(super) fn lints(text: &str, events: &[Spanned<'_>], literal: &[Range<usize>]) -> Vec<Lint> {
    let referred: HashSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::FootnoteReference(label) => Some(folded(label)),
            _ => None,
        })
        .collect();
    let mut defined = HashSet::new();
    let mut lints = Vec::new();
    for (event, span) in events {
        let Event::Start(Tag::FootnoteDefinition(label)) = event else { continue };
        let common = folded(label);
        let kind = if !referred.contains(&common) {
            LintKind::UnusedFootnote
        } else if defined.contains(&common) {
            LintKind::RepeatedFootnote
        } else {
            defined.insert(common);
            continue;
        };
        let length = text[span.clone()].find(':').unwrap_or_default();
        lints.push(Lint { kind, span: span.start..span.start + length, words: label.to_string() });
    }
    let undefined = |(at, range): (usize, &Range<usize>)| {
        let inside = &text[at + 2..range.end];
        let label = &inside[..inside.find(|c: char| !is_of_label(c))?];
        let span = at..at + 2 + label.len() + 1;
        let closed = inside[label.len()..].starts_with(']');
        (closed && is_label(label)).then(|| Lint { kind: LintKind::UndefinedFootnote, span, words: label.to_owned() })
    };
    lints.extend(literal::find(text, literal, "[^").filter_map(undefined));
    lints
}

/// Whether it can be the label of a note. A character class of a regular expression, `[^a-z]`, cannot.
fn is_label(label: &str) -> bool {
    !label.is_empty() && !matches!(label.as_bytes(), [_, b'-', _, ..])
}

fn is_of_label(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':')
}
