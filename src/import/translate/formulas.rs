//! Formulas in `\(…\)` and `\[…\]`, and kramdown's `$$…$$` within a line.

use std::ops::Range;

use pulldown_cmark::Event;

use super::edit::Edit;
use super::page::Page;
use super::scan;
use super::syntax::Syntax;
use crate::bundle::checks::foreign_syntax::formulas;
use crate::content::Dialect;
use crate::markdown;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let mut edits = inline_dollars(page);
    if page.text.contains("\\\\(") || page.text.contains("\\\\[") {
        edits.extend(doubled(page));
    }
    if formulas::may_be(page.text, Dialect::default()) {
        let mut prose = page.prose().clone();
        let found = formulas::find(&mut prose, page.text, Dialect::default());
        edits.extend(found.into_iter().filter_map(|found| edit(page, found.span)));
    }
    edits
}

/// The formula in a span with its delimiters.
fn edit(page: &Page<'_>, span: Range<usize>) -> Option<Edit> {
    let written = &page.text[span.clone()];
    let slashes = written.len() - written.trim_start_matches('\\').len();
    let width = slashes + 1;
    let mut formula = written.get(width..written.len().checked_sub(width)?)?.trim().to_owned();
    if slashes == 2 {
        // Markdown took these backslashes away before the formula was read.
        formula = formula.replace("\\\\", "\\").replace("\\_", "_").replace("\\*", "*");
    }
    if formula.is_empty() || formula.contains('$') || formula.contains("\n\n") {
        return None;
    }
    let display = written[slashes..].starts_with('[');
    let text = if display { format!("$${formula}$$") } else { format!("${formula}$") };
    Some(Edit::new(
        span,
        text,
        format!(
            "{} → formula",
            if display {
                "\\[…\\]"
            } else if slashes == 0 {
                "$ … $"
            } else {
                "\\(…\\)"
            }
        ),
    ))
}

/// With two backslashes, any content is a formula: Markdown would need one to show a bracket.
fn doubled(page: &Page<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (open, close) in [("\\\\(", "\\\\)"), ("\\\\[", "\\\\]")] {
        let mut done = 0;
        for (at, _) in page.text.match_indices(open) {
            let in_prose = page.prose().text[at + 2..].starts_with(['(', '[']);
            if at < done || !in_prose || page.text[..at].ends_with('\\') {
                continue;
            }
            let Some(end) = scan::find(page.text, at + open.len(), close) else { continue };
            done = end + close.len();
            if !page.text[at..end].contains("\n\n") {
                edits.extend(edit(page, at..done));
            }
        }
    }
    edits
}

/// In kramdown, `$$x$$` within a line is a formula of the line.
fn inline_dollars(page: &Page<'_>) -> Vec<Edit> {
    if page.syntax != Syntax::Jekyll || !page.text.contains("$$") {
        return Vec::new();
    }
    let inline = |(event, span): (Event<'_>, Range<usize>)| {
        let Event::DisplayMath(formula) = event else { return None };
        let before = page.text[page.line_start(span.start)..span.start].trim_start_matches([' ', '\t', '>']);
        let after = page.text[span.end..page.line_end(span.end)].trim();
        let within = !(formula.contains('\n') || before.is_empty() && after.is_empty());
        let starts_or_ends = formula.starts_with(char::is_whitespace) || formula.ends_with(char::is_whitespace);
        let formula = if starts_or_ends { formula.trim() } else { &formula };
        within.then(|| Edit::new(span, format!("${formula}$"), "$$ in a line → $"))
    };
    markdown::events(page.text, Dialect::default()).into_iter().filter_map(inline).collect()
}
