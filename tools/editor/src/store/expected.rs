//! What a change expects at each path that it touches, and what it leaves there.

use super::{Change, Save, Version};

/// What a change expects at one path, and what it leaves there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The path.
    pub path: &'a str,
    /// The base; none if no file may be there.
    pub before: Option<&'a Version>,
    /// The version after the change; none if the file is gone then.
    pub after: Option<Version>,
}

impl Change {
    /// What the change expects at its path; a renaming first at that which the file has.
    pub fn expected(&self) -> Vec<Expected<'_>> {
        match self {
            Self::Write { path, bytes, base } => {
                vec![Expected { path, before: base.as_ref(), after: Some(Version::of(bytes)) }]
            }
            Self::Delete { path, base } => vec![Expected { path, before: Some(base), after: None }],
            Self::Rename { from, to, base } => vec![
                Expected { path: from, before: Some(base), after: None },
                Expected { path: to, before: None, after: Some(base.clone()) },
            ],
        }
    }
}

impl Expected<'_> {
    /// Whether a path already is as the change leaves it.
    pub fn is_done(&self, found: Option<&Version>) -> bool {
        found == self.after.as_ref()
    }

    /// Whether the change may be made: the file is at its base, or already has the very bytes that would be written, as
    /// after a save whose answer was lost. A file that is to be deleted and is gone is somebody else's change.
    pub fn allows(&self, found: Option<&Version>) -> bool {
        found == self.before || (found.is_some() && self.is_done(found))
    }
}

impl Save {
    /// Whether it removes a file whose name differs in case only from one that it writes: many disks take both for one, and
    /// what was written would be removed.
    #[must_use]
    pub fn differs_in_case_only(&self) -> bool {
        let all: Vec<_> = self.changes.iter().flat_map(Change::expected).collect();
        let folded = |is_left: bool| {
            let some = all.iter().filter(move |expected| expected.after.is_some() == is_left);
            some.map(|expected| expected.path.to_lowercase()).collect::<std::collections::BTreeSet<_>>()
        };
        !folded(true).is_disjoint(&folded(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &[u8] = b"old";

    fn allows(change: &Change, at: usize, found: Option<&[u8]>) -> bool {
        change.expected()[at].allows(found.map(Version::of).as_ref())
    }

    #[test]
    fn a_file_that_has_the_bytes_to_be_written_is_no_conflict_whatever_it_had() {
        for base in [None, Some(Version::of(OLD))] {
            let is_new = base.is_none();
            let write = Change::Write { path: "posts/tea.md".to_owned(), bytes: b"new".to_vec(), base };
            assert!(allows(&write, 0, Some(b"new")));
            assert!(!allows(&write, 0, Some(b"other")));
            assert_eq!(allows(&write, 0, Some(OLD)), !is_new);
            assert_eq!(allows(&write, 0, None), is_new, "a text that was deleted is a conflict");
        }
    }

    #[test]
    fn a_file_that_others_have_deleted_is_a_conflict() {
        let (path, base) = ("posts/tea.md".to_owned(), Version::of(OLD));
        let delete = Change::Delete { path: path.clone(), base: base.clone() };
        assert!(allows(&delete, 0, Some(OLD)) && !allows(&delete, 0, None) && !allows(&delete, 0, Some(b"other")));
        let rename = Change::Rename { from: path, to: "posts/green.md".to_owned(), base };
        assert!(!allows(&rename, 0, None), "there is nothing to move");
        assert!(allows(&rename, 1, None) && allows(&rename, 1, Some(OLD)) && !allows(&rename, 1, Some(b"other")));
    }
}
