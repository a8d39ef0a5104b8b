//! Findings of one kind together: a thousand of them are read as three and a number.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use super::{Diagnostic, Diagnostics, Location, Severity};

/// How many of a kind are shown in full.
const SHOWN: usize = 3;

/// Findings of one kind, of which the first are to be shown in full.
#[derive(Debug)]
pub struct Group<'a> {
    /// The first, in the order of files and lines.
    pub shown: Vec<&'a Diagnostic>,
    /// The others.
    more: Vec<&'a Diagnostic>,
    /// The line they are all on, where each line has its own group.
    line: Option<Location>,
}

impl Diagnostics {
    /// The findings by their kinds, in the order of their first places. With `all`, each is on its own; only those of one
    /// kind on one line are together.
    #[must_use]
    pub fn groups(&self, all: bool) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut places: HashMap<(Kind, Option<(&PathBuf, Location)>), usize> = HashMap::new();
        for finding in self.sorted() {
            let line = Location { columns: None, ..finding.location };
            let line = all.then_some(line);
            let place =
                *places.entry((Kind::of(finding), line.map(|line| (&finding.path, line)))).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group { shown: Vec::new(), more: Vec::new(), line });
            }
            groups[place].add(finding);
        }
        groups
    }
}

impl<'a> Group<'a> {
    fn add(&mut self, finding: &'a Diagnostic) {
        // What is about a whole file has no line to be counted on.
        let whole = self.line.is_some_and(|location| location.line.is_none());
        let list = if whole || self.shown.len() < SHOWN { &mut self.shown } else { &mut self.more };
        list.push(finding);
    }

    /// How many more there are, where, and how to see them. `None` if all are shown.
    #[must_use]
    pub fn rest(&self) -> Option<String> {
        if self.more.is_empty() {
            return None;
        }
        let mut rest = format!("… {} more like this ", self.more.len());
        let mut files: Vec<_> = self.more.iter().map(|finding| &finding.path).collect();
        files.dedup();
        let _ = match (self.line, files.len()) {
            (Some(_), _) => write!(rest, "on this line"),
            (None, 1) => write!(rest, "in 1 file: `cargo site check --all` shows all"),
            (None, files) => write!(rest, "in {files} files: `cargo site check --all` shows all"),
        };
        Some(rest)
    }
}

/// What findings have in common that are of one kind.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Kind {
    severity: Severity,
    draft: bool,
    /// The words of the message that are the bundler's own.
    words: String,
}

impl Kind {
    fn of(finding: &Diagnostic) -> Self {
        let mut words = String::new();
        for word in unquoted(&finding.message).iter().flat_map(|part| part.split_whitespace()) {
            let plain = word.trim_matches(['(', ')', ',', '.', ':', ';']);
            if !plain.is_empty() && plain.chars().all(char::is_alphabetic) {
                words.push_str(plain);
                words.push(' ');
            }
        }
        Self { severity: finding.severity, draft: finding.draft, words }
    }
}

/// The parts of a message outside of quotes. What is quoted may have quotes of its own: it ends before a space.
fn unquoted(message: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = message;
    while let Some((before, quoted)) = rest.split_once('"') {
        parts.push(before);
        let ends = |at: usize| quoted[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || "),:;".contains(c));
        let end = quoted.match_indices('"').map(|(at, _)| at).find(|at| ends(*at));
        rest = end.map_or("", |end| &quoted[end + 1..]);
    }
    parts.push(rest);
    parts
}
