//! Prints findings to the terminal: each with its location, the line it is about, and the remedy.

use std::env;
use std::io::{IsTerminal, stderr};
use std::num::NonZeroUsize;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::Lines;
use crate::bundle::{Diagnostic, Diagnostics, Severity};

/// Prints findings and their number to standard error; nothing if there are none. Of many findings of a kind, and of
/// many kinds, only the first are printed, with the number of the others; with `all`, all are.
pub(crate) fn print(root: &Path, findings: &Diagnostics, all: bool) {
    let colours = stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let mut lines = Lines::of(root);
    let groups = findings.groups(all);
    for group in &groups.shown {
        for finding in &group.shown {
            eprintln!("{}\n", draw(finding, &mut lines, &renderer));
        }
        if let Some(rest) = group.rest() {
            eprintln!("{rest}\n");
        }
    }
    if let Some(rest) = groups.rest() {
        eprintln!("{rest}\n");
    }
    if let Some(summary) = summary(findings) {
        eprintln!("{summary}");
    }
}

/// `2 errors, 1 warning (1 in drafts)`. `None` if there are none.
fn summary(findings: &Diagnostics) -> Option<String> {
    let counted = |number: usize, word: &str| {
        let plural = if number == 1 { "" } else { "s" };
        (number > 0).then(|| format!("{number} {word}{plural}"))
    };
    let (errors, warnings) = findings.counts();
    let counts: Vec<_> = [counted(errors, "error"), counted(warnings, "warning")].into_iter().flatten().collect();
    let (errors, warnings) = findings.counts_in_drafts();
    let drafts = if errors + warnings > 0 { format!(" ({} in drafts)", errors + warnings) } else { String::new() };
    (!counts.is_empty()).then(|| counts.join(", ") + &drafts)
}

fn draw(finding: &Diagnostic, lines: &mut Lines<'_>, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.with_name(finding.label()).primary_title(finding.message.as_str());
    let (path, number) = (finding.file(), finding.location.line.map(NonZeroUsize::get));
    let group = match (number, lines.excerpt(finding)) {
        (Some(number), Some((line, words))) => {
            let words = AnnotationKind::Primary.span(words);
            title.element(Snippet::source(line).path(path).line_start(number).annotation(words))
        }
        (Some(number), None) => title.element(Origin::path(path).line(number)),
        (None, _) => title.element(Origin::path(path)),
    };
    let group: Group<'_> = group.element(Level::HELP.message(finding.remedy.as_str()));
    renderer.render(&[group])
}
