//! The findings of the bundler: each with its location, what is wrong, and what to write instead. Native only.

pub(crate) mod failure;
pub(crate) mod groups;
pub(crate) mod kind;
pub(crate) mod location;
pub(crate) mod printable;
pub(crate) mod problem;
pub(crate) mod progress;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use kind::Kind;
use location::Location;
use printable::{printable, printable_lines};

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The site cannot be built.
    Error,
    /// The site is built all the same.
    Warning,
}

impl Severity {
    /// An error, or with `lenient` a warning.
    pub(crate) fn of_mistake(lenient: bool) -> Self {
        if lenient { Self::Warning } else { Self::Error }
    }
}

/// One finding. It prints as `posts/hello.md:3: unknown key "tag" — did you mean "tags"?`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the site's folder.
    pub path: PathBuf,
    /// Where in the file.
    pub location: Location,
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// Whether it is in a draft, which is not published yet.
    pub draft: bool,
    /// What is wrong, on one line, with control characters replaced.
    pub message: String,
    /// What to do about it. May be several lines.
    pub remedy: String,
    /// The kind, by which findings are grouped.
    pub kind: Kind,
}

impl Diagnostic {
    /// The file for printing, with control characters replaced: its name may have any.
    #[must_use]
    pub fn file(&self) -> String {
        printable(&self.path.to_string_lossy()).into_owned()
    }

    /// `error`, `warning`, or either `in a draft`.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match (self.severity, self.draft) {
            (Severity::Error, false) => "error",
            (Severity::Warning, false) => "warning",
            (Severity::Error, true) => "error in a draft",
            (Severity::Warning, true) => "warning in a draft",
        }
    }
}

/// All findings of one run, so that an author sees every mistake at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds an error, of the caller's kind.
    #[track_caller]
    pub fn error(
        &mut self,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Severity::Error, Kind::here(), path, at, message, remedy);
    }

    /// Adds a warning, of the caller's kind.
    #[track_caller]
    pub fn warning(
        &mut self,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Severity::Warning, Kind::here(), path, at, message, remedy);
    }

    /// Adds an error, or with `lenient` a warning, of the caller's kind.
    #[track_caller]
    pub(crate) fn mistake(
        &mut self,
        lenient: bool,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Severity::of_mistake(lenient), Kind::here(), path, at, message, remedy);
    }

    /// Adds a finding of a given kind.
    pub fn add(
        &mut self,
        severity: Severity,
        kind: Kind,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let message = printable_lines(&printable(&message.into()));
        let remedy = printable_lines(&remedy.into());
        let (path, location) = (path.to_owned(), at.into());
        self.0.push(Diagnostic { path, location, severity, draft: false, message, remedy, kind });
    }

    /// Marks the findings that are in files of drafts.
    pub fn mark(&mut self, drafts: &BTreeSet<PathBuf>) {
        for finding in &mut self.0 {
            finding.draft = drafts.contains(&finding.path);
        }
    }

    /// Only the findings in drafts.
    #[must_use]
    pub(crate) fn in_drafts(mut self) -> Self {
        self.0.retain(|finding| finding.draft);
        self
    }

    /// Adds the findings of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The findings in files that are left out because of their errors: these are warnings that say so.
    #[must_use]
    pub(crate) fn of_left_out(mut self) -> Self {
        for finding in self.0.iter_mut().filter(|finding| finding.severity == Severity::Error) {
            finding.severity = Severity::Warning;
            finding.message = format!("left out: {}", finding.message);
        }
        self
    }

    /// Whether there are errors, so that the site cannot be built.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many errors there are, and how many warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.0.iter().filter(|d| d.severity == Severity::Error).count();
        (errors, self.0.len() - errors)
    }

    /// How many of them are in drafts: errors, and warnings.
    #[must_use]
    pub fn counts_in_drafts(&self) -> (usize, usize) {
        let drafts = Self(self.0.iter().filter(|finding| finding.draft).cloned().collect());
        drafts.counts()
    }

    /// The findings in the order of files and lines.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort();
        all
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.location.line {
            write!(f, ":{line}")?;
        }
        // Errors outside drafts have no label.
        if self.severity == Severity::Warning || self.draft {
            write!(f, ": {}", self.label())?;
        }
        write!(f, ": {} — {}", self.message, self.remedy)
    }
}

impl fmt::Display for Diagnostics {
    /// Writes one finding a line; of many of a kind the first, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = self.groups(false);
        let lines = groups.shown.iter().flat_map(|group| {
            let shown = group.shown.iter().map(ToString::to_string);
            shown.chain(group.rest())
        });
        f.write_str(&lines.chain(groups.rest()).collect::<Vec<_>>().join("\n"))
    }
}
