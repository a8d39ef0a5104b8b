//! What the bundler has to tell an author: where, what is wrong, and what to write instead.

use std::fmt;
use std::path::{Path, PathBuf};

use super::Location;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be built.
    Error,
    /// The site is built, and this deserves a look.
    Warning,
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
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

/// All findings of one run, so that an author sees every mistake at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Notes an error.
    pub fn error(
        &mut self,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(Severity::Error, path, at.into(), message.into(), remedy.into());
    }

    /// Notes a warning.
    pub fn warning(
        &mut self,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(Severity::Warning, path, at.into(), message.into(), remedy.into());
    }

    /// Notes what keeps a site from being built, unless its owner is lenient.
    pub(super) fn mistake(
        &mut self,
        lenient: bool,
        path: &Path,
        at: impl Into<Location>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let severity = if lenient { Severity::Warning } else { Severity::Error };
        self.push(severity, path, at.into(), message.into(), remedy.into());
    }

    fn push(&mut self, severity: Severity, path: &Path, location: Location, message: String, remedy: String) {
        self.0.push(Diagnostic { path: path.to_owned(), location, severity, message, remedy });
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
        if self.severity == Severity::Warning {
            write!(f, ": warning")?;
        }
        write!(f, ": {} — {}", self.message, self.remedy)
    }
}

/// Why no site was written.
#[derive(Debug)]
pub enum Failure {
    /// The author's mistakes, and what else was found on the way.
    Mistakes(Diagnostics),
    /// A file or folder that could not be read or written.
    Io(PathBuf, std::io::Error),
}

impl Failure {
    /// To be used in `map_err`: the failure to read or write `path`.
    pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<'_> {
        |error| Self::Io(path.to_owned(), error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mistakes(findings) => write!(f, "{findings}"),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Failure {}

impl fmt::Display for Diagnostics {
    /// All findings, one a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.sorted().iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}
