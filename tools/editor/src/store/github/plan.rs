//! The changes of a save: which paths they touch, what must be there before, and what is there after.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Change, Expected, Problem, Save, StoreError, Version};
use super::fault::too_large;
use super::files::Found;

/// GitHub answers a request of more than about 40 MB with an error; base64 makes four bytes of three.
const MAX_BYTES: usize = 29_000_000;

/// What a save does to one path.
pub(super) struct Step<'a> {
    pub(super) expected: Expected<'a>,
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
            let contents = match change {
                Change::Write { bytes, .. } => vec![Content::Bytes(bytes)],
                Change::Delete { .. } => vec![Content::None],
                Change::Rename { from, .. } => vec![Content::None, Content::Of(from)],
            };
            let expected = change.expected().into_iter();
            steps.extend(expected.zip(contents).map(|(expected, content)| Step { expected, content }));
        }
        let mut paths = BTreeSet::new();
        if let Some(step) = steps.iter().find(|step| !is_below(step.expected.path) || !paths.insert(step.expected.path))
        {
            return Err(StoreError::Refused(Problem::new(
                format!("`{}` is no path to save at, or is changed twice", step.expected.path),
                "name the file as posts/name.md",
            )));
        }
        let plan = Self { steps };
        if plan.bytes() > MAX_BYTES { Err(too_large()) } else { Ok(plan) }
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.steps.iter().map(|step| step.expected.path)
    }

    /// Compares with what a commit has at [`Plan::paths`].
    pub(super) fn compare(&self, found: &BTreeMap<String, Found>) -> Comparison {
        let expected = || self.steps.iter().map(|step| &step.expected);
        if expected().all(|expected| version(found, expected.path).is_some_and(|found| expected.is_done(found))) {
            return Comparison::Done;
        }
        let allows = |expected: &Expected| version(found, expected.path).is_some_and(|found| expected.allows(found));
        let conflicts: Vec<String> =
            expected().filter(|expected| !allows(expected)).map(|expected| expected.path.to_owned()).collect();
        if conflicts.is_empty() { Comparison::Ready } else { Comparison::Conflict(conflicts) }
    }

    /// Each path, with its version after the save.
    pub(super) fn outcome(&self) -> Vec<(String, Option<Version>)> {
        self.steps.iter().map(|step| (step.expected.path.to_owned(), step.expected.after.clone())).collect()
    }

    fn bytes(&self) -> usize {
        let length = |step: &Step| if let Content::Bytes(bytes) = step.content { bytes.len() } else { 0 };
        self.steps.iter().map(length).sum()
    }
}

/// The version of the file at a path, if there is one. `None` if there is something else, such as a folder.
fn version<'f>(found: &'f BTreeMap<String, Found>, path: &str) -> Option<Option<&'f Version>> {
    match found.get(path) {
        None | Some(Found::Nothing) => Some(None),
        Some(Found::File(version)) => Some(Some(version)),
        Some(Found::Other) => None,
    }
}

fn is_below(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.eq_ignore_ascii_case(".git");
    path.split('/').all(plain) && !path.contains(['\\', '\0', '\n', '\r'])
}
