//! Draws findings for the terminal: each with its place, the line it is about, and the remedy.

use std::env;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::num::NonZeroUsize;
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
    let number = finding.location.line.map(NonZeroUsize::get);
    let group = match (number, line(root, finding)) {
        (Some(number), Some(line)) => {
            let words = AnnotationKind::Primary.span(words(&line, finding));
            title.element(Snippet::source(line).path(path).line_start(number).annotation(words))
        }
        (Some(number), None) => title.element(Origin::path(path).line(number)),
        (None, _) => title.element(Origin::path(path)),
    };
    let group: Group<'_> = group.element(Level::HELP.message(finding.remedy.as_str()));
    renderer.render(&[group])
}

/// The line of the file that a finding is about, if there is one to show.
fn line(root: &Path, finding: &Diagnostic) -> Option<String> {
    let bytes = fs::read(root.join(&finding.path)).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let line = text.trim_start_matches('\u{feff}').lines().nth(finding.location.line?.get() - 1)?;
    (!line.trim().is_empty()).then(|| line.to_owned())
}

/// The words of a line to underline: within the columns of a finding, the first words in quotes of its message that are
/// there, else all of them.
fn words(line: &str, finding: &Diagnostic) -> Range<usize> {
    let whole = line.len() - line.trim_start().len()..line.trim_end().len();
    let columns = finding.location.columns.map(|(start, end)| start..end);
    // The file may have changed since it was read.
    let within = columns.filter(|columns| line.get(columns.clone()).is_some()).unwrap_or(whole);
    let mut quoted = finding.message.split('"').skip(1).step_by(2).filter(|words| !words.is_empty());
    let found = quoted.find_map(|words| {
        let start = within.start + line[within.clone()].find(words)?;
        Some(start..start + words.len())
    });
    found.unwrap_or(within)
}
