//! The changes of a save: which paths they touch, what must be there before, and what is there after.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Change, Problem, Save, StoreError, Version};
use super::fault::too_large;
use super::files::Found;

/// GitHub answers a request of more than about 40 MB with an error; base64 makes four bytes of three.
const MAX_BYTES: usize = 29_000_000;

/// What a save does to one path.
pub(super) struct Step<'a> {
    pub(super) path: &'a str,
    /// What must be there: the base.
    before: Option<&'a Version>,
    /// What is there afterwards.
    after: Option<Version>,
    pub(super) content: Content<'a>,
}

/// Where the bytes of a step come from.
#[derive(Clone, Copy)]
pub(super) enum Content<'a> {
    /// The path is deleted.
    None,
    Bytes(&'a [u8]),
    /// The file at another path, as it is in the repository.
    Of(&'a str),
}

/// How a commit compares with a save.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// All files are at their bases.
    Ready,
    /// All files are as the save would leave them.
    Done,
    /// These files are neither.
    Conflict(Vec<String>),
}

/// All that a save does, path by path.
pub(super) struct Plan<'a> {
    pub(super) steps: Vec<Step<'a>>,
}

impl<'a> Plan<'a> {
    /// Reads a save. Each path may be changed once, and must be below the site's folder.
    pub(super) fn of(save: &'a Save) -> Result<Self, StoreError> {
        let mut steps = Vec::new();
        for change in &save.changes {
            match change {
                Change::Write { path, bytes, base } => {
                    let (before, after) = (base.as_ref(), Some(Version::of(bytes)));
                    steps.push(Step { path, before, after, content: Content::Bytes(bytes) });
                }
                Change::Delete { path, base } => {
                    steps.push(Step { path, before: Some(base), after: None, content: Content::None });
                }
                Change::Rename { from, to, base } => {
                    steps.push(Step { path: from, before: Some(base), after: None, content: Content::None });
                    steps.push(Step { path: to, before: None, after: Some(base.clone()), content: Content::Of(from) });
                }
            }
        }
        let mut paths = BTreeSet::new();
        if let Some(step) = steps.iter().find(|step| !is_below(step.path) || !paths.insert(step.path)) {
            return Err(StoreError::Refused(Problem::new(
                format!("`{}` is no path to save at, or is changed twice", step.path),
                "name the file as posts/name.md",
            )));
        }
        let plan = Self { steps };
        if plan.bytes() > MAX_BYTES { Err(too_large()) } else { Ok(plan) }
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.steps.iter().map(|step| step.path)
    }

    /// Compares with what a commit has at [`Plan::paths`].
    pub(super) fn compare(&self, found: &BTreeMap<String, Found>) -> Comparison {
        let at = |step: &Step| found.get(step.path).cloned().unwrap_or(Found::Nothing);
        if self.steps.iter().all(|step| matches(&at(step), step.after.as_ref())) {
            return Comparison::Done;
        }
        let conflicts = self.steps.iter().filter(|step| !matches(&at(step), step.before));
        let conflicts: Vec<String> = conflicts.map(|step| step.path.to_owned()).collect();
        if conflicts.is_empty() { Comparison::Ready } else { Comparison::Conflict(conflicts) }
    }

    /// Each path, with its version after the save.
    pub(super) fn outcome(&self) -> Vec<(String, Option<Version>)> {
        self.steps.iter().map(|step| (step.path.to_owned(), step.after.clone())).collect()
    }

    fn bytes(&self) -> usize {
        let length = |step: &Step| if let Content::Bytes(bytes) = step.content { bytes.len() } else { 0 };
        self.steps.iter().map(length).sum()
    }
}

fn matches(found: &Found, version: Option<&Version>) -> bool {
    match (found, version) {
        (Found::Nothing, None) => true,
        (Found::File(found), Some(version)) => found == version,
        _ => false,
    }
}

fn is_below(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.eq_ignore_ascii_case(".git");
    path.split('/').all(plain) && !path.contains(['\\', '\0', '\n', '\r'])
}
