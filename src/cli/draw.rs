//! Draws findings for the terminal: each with its place, the line it is about, and the remedy.

use std::env;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::bundle::{Diagnostic, Diagnostics, Severity};

/// Prints all findings and their number to standard error; nothing where there is none.
pub(super) fn print(root: &Path, findings: &Diagnostics) {
    let colours = stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    for finding in findings.sorted() {
        eprintln!("{}\n", draw(root, finding, &renderer));
    }
    if let Some(summary) = summary(findings) {
        eprintln!("{summary}");
    }
}

/// `2 errors, 1 warning`. `None` where there is neither.
fn summary(findings: &Diagnostics) -> Option<String> {
    let counted = |number: usize, word: &str| {
        let plural = if number == 1 { "" } else { "s" };
        (number > 0).then(|| format!("{number} {word}{plural}"))
    };
    let (errors, warnings) = findings.counts();
    let counts: Vec<_> = [counted(errors, "error"), counted(warnings, "warning")].into_iter().flatten().collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

fn draw(root: &Path, finding: &Diagnostic, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = finding.path.display().to_string();
    let title = level.primary_title(finding.message.as_str());
    let group = match line(root, finding) {
        Some(line) => {
            let place = AnnotationKind::Primary.span(place(&line, &finding.message));
            title.element(Snippet::source(line).path(path).line_start(finding.line).annotation(place))
        }
        None if finding.line > 0 => title.element(Origin::path(path).line(finding.line)),
        None => title.element(Origin::path(path)),
    };
    let group: Group<'_> = group.element(Level::HELP.message(finding.remedy.as_str()));
    renderer.render(&[group])
}

/// The line of the file that a finding is about, if there is one to show.
fn line(root: &Path, finding: &Diagnostic) -> Option<String> {
    let bytes = fs::read(root.join(&finding.path)).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let line = text.lines().nth(finding.line.checked_sub(1)?)?;
    (!line.trim().is_empty()).then(|| line.to_owned())
}

/// The first words in quotes of the message that stand in the line, else the whole of it.
fn place(line: &str, message: &str) -> Range<usize> {
    let quoted = message.split('"').skip(1).step_by(2).filter(|words| !words.is_empty());
    let found = quoted.filter_map(|words| Some((line.find(words)?, words.len()))).next();
    let whole = || (line.len() - line.trim_start().len(), line.trim().len());
    let (start, length) = found.unwrap_or_else(whole);
    start..start + length
}
