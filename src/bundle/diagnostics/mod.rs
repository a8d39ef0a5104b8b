//! What the bundler has to tell an author: where, what is wrong, and what to write instead.

pub(crate) mod failure;
pub(crate) mod groups;
pub(crate) mod kind;
pub(crate) mod location;
pub(crate) mod printable;
pub(crate) mod progress;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use kind::Kind;
use location::Location;
use printable::{printable, printable_lines};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be built.
    Error,
    /// The site is built, and this deserves a look.
    Warning,
}

impl Severity {
    /// Of what keeps a site from being built, unless its owner is lenient.
    pub(crate) fn of_mistake(lenient: bool) -> Self {
        if lenient { Self::Warning } else { Self::Error }
    }
}

/// One finding. It prints as `posts/hello.md:3: unknown key "tag" — did you mean "tags"?`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the site's folder.
    pub path: PathBuf,
    /// Where in it.
    pub location: Location,
    /// How bad it is.
    pub severity: Severity,
    /// Whether it is in a draft, of which no reader sees anything yet.
    pub draft: bool,
    /// What is wrong, on one line that can be printed.
    pub message: String,
    /// What to do about it. May be several lines.
    pub remedy: String,
    /// What it has in common with others.
    pub kind: Kind,
}

impl Diagnostic {
    /// The file as it can be printed: its name may hold anything.
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
    /// Notes an error, of the caller's kind.
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

    /// Notes a warning, of the caller's kind.
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

    /// Notes what keeps a site from being built, unless its owner is lenient.
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

    /// Notes what was found elsewhere, where its kind is known.
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

    /// Marks those in files of drafts.
    pub fn mark(&mut self, drafts: &BTreeSet<PathBuf>) {
        for finding in &mut self.0 {
            finding.draft = drafts.contains(&finding.path);
        }
    }

    /// Those in drafts alone.
    #[must_use]
    pub(crate) fn in_drafts(mut self) -> Self {
        self.0.retain(|finding| finding.draft);
        self
    }

    /// Takes over the findings of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether the site cannot be built.
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
        // An error is what is meant where nothing else is said.
        if self.severity == Severity::Warning || self.draft {
            write!(f, ": {}", self.label())?;
        }
        write!(f, ": {} — {}", self.message, self.remedy)
    }
}

impl fmt::Display for Diagnostics {
    /// One a line; of many of a kind the first, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = self.groups(false);
        let lines = groups.shown.iter().flat_map(|group| {
            let shown = group.shown.iter().map(ToString::to_string);
            shown.chain(group.rest())
        });
        f.write_str(&lines.chain(groups.rest()).collect::<Vec<_>>().join("\n"))
    }
}
