//! Display formulas shown as text, because they contain an empty line or are never closed.

use std::ops::Range;

use super::{Lint, LintKind, literal};

/// The dollar signs that open such formulas.
pub(super) fn lints(text: &str, literal: &[Range<usize>]) -> Vec<Lint> {
    let signs: Vec<usize> = literal::find(text, literal, "$$").map(|(at, _)| at).collect();
    let mut lints = Vec::new();
    let mut rest = signs.as_slice();
    while let Some((&at, after)) = rest.split_first() {
        rest = after;
        if !begins_line(text, at) {
            continue;
        }
        let Some(end) = after.iter().position(|end| ends_line(text, *end)) else {
            // No later one has an end either.
            lints.extend(ends_line(text, at).then(|| lint(LintKind::OpenFormula, at)));
            break;
        };
        rest = &after[end + 1..];
        lints.extend(has_empty_line(&text[at..after[end]]).then(|| lint(LintKind::BrokenFormula, at)));
    }
    lints
}

fn lint(kind: LintKind, at: usize) -> Lint {
    Lint { kind, span: at..at + 2, words: "$$".to_owned() }
}

fn begins_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t', '>']);
    before.is_empty() || before.ends_with('\n')
}

fn ends_line(text: &str, at: usize) -> bool {
    let after = text[at + 2..].trim_start_matches([' ', '\t', '\r']);
    after.is_empty() || after.starts_with('\n')
}

fn has_empty_line(text: &str) -> bool {
    text.lines().any(|line| line.trim_matches([' ', '\t', '>']).is_empty())
}
