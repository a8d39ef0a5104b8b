//! Groups findings of one kind: a thousand of them are shown as three and a number.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::location::Location;
use super::{Diagnostic, Diagnostics};

/// How many findings of a kind are shown in full.
const SHOWN: usize = 3;
/// How many kinds are shown.
const KINDS: usize = 30;

/// Findings by kind, in the order of their first locations.
#[derive(Debug)]
pub struct Groups<'a> {
    /// The groups to show.
    pub shown: Vec<Group<'a>>,
    /// The groups that are only counted.
    more: Vec<Group<'a>>,
}

/// Findings of one kind, of which the first are shown in full.
#[derive(Debug)]
pub struct Group<'a> {
    /// The first, in the order of files and lines.
    pub shown: Vec<&'a Diagnostic>,
    /// The findings that are only counted.
    more: Vec<&'a Diagnostic>,
    /// The line of all of them, if each line has its own groups.
    line: Option<Location>,
}

impl Diagnostics {
    /// Groups the findings by kind. Shows a limited number of kinds, preferring errors to warnings. With `all`, all
    /// are shown, and only findings of one kind on one line are grouped.
    #[must_use]
    pub fn groups(&self, all: bool) -> Groups<'_> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut places: HashMap<_, usize> = HashMap::new();
        for finding in self.sorted() {
            let line = all.then_some(Location { columns: None, ..finding.location });
            let key = (finding.severity, finding.draft, finding.kind, line.map(|line| (&finding.path, line)));
            let place = *places.entry(key).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group { shown: Vec::new(), more: Vec::new(), line });
            }
            groups[place].add(finding);
        }
        let mut by_severity: Vec<_> = (0..groups.len()).collect();
        by_severity.sort_by_key(|place| groups[*place].shown.first().map(|finding| finding.severity));
        let left_out: HashSet<_> = by_severity.into_iter().skip(if all { usize::MAX } else { KINDS }).collect();
        let (more, shown): (Vec<_>, Vec<_>) =
            groups.into_iter().enumerate().partition(|(place, _)| left_out.contains(place));
        let groups = |numbered: Vec<(usize, _)>| numbered.into_iter().map(|(_, group)| group).collect();
        Groups { shown: groups(shown), more: groups(more) }
    }
}

impl Groups<'_> {
    /// How many kinds are not shown, and how to see them. `None` if all are shown.
    #[must_use]
    pub fn rest(&self) -> Option<String> {
        let findings: usize = self.more.iter().map(|group| group.shown.len() + group.more.len()).sum();
        let kinds = match self.more.len() {
            0 => return None,
            1 => "1 other kind".to_owned(),
            kinds => format!("{kinds} other kinds"),
        };
        Some(format!("… {findings} more of {kinds}: `check --all` shows all"))
    }
}

impl<'a> Group<'a> {
    fn add(&mut self, finding: &'a Diagnostic) {
        // Findings about a whole file have no line to be grouped by.
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
            (None, 1) => write!(rest, "in 1 file: `check --all` shows all"),
            (None, files) => write!(rest, "in {files} files: `check --all` shows all"),
        };
        Some(rest)
    }
}
