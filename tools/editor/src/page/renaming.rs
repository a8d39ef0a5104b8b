//! What changes in the place where texts are saved when a text gets another path.

use super::path;
use crate::store::{Change, Listed, Version};

/// The file at `from`, which was opened as `base`, becomes `file` at `to`. The files beside a text that has a folder to
/// itself go with it. A file that is newer, or gone, is a conflict then.
#[must_use]
pub fn changes(from: &str, to: &str, base: Version, file: &str, listed: &[Listed]) -> Vec<Change> {
    let mut changes = vec![
        Change::Delete { path: from.to_owned(), base },
        Change::Write { path: to.to_owned(), bytes: file.as_bytes().to_vec(), base: None },
    ];
    if path::is_own_folder(from) {
        let beside = listed.iter().filter(|listed| listed.path != from);
        changes.extend(beside.filter_map(|listed| {
            let rest = listed.path.strip_prefix(path::folder(from))?;
            let to = format!("{}{rest}", path::folder(to));
            Some(Change::Rename { from: listed.path.clone(), to, base: listed.version.clone() })
        }));
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(path: &str, bytes: &[u8]) -> Listed {
        Listed { path: path.to_owned(), version: Version::of(bytes) }
    }

    fn moved(path: &str, to: &str) -> [Change; 2] {
        let delete = Change::Delete { path: path.to_owned(), base: Version::of(b"opened") };
        [delete, Change::Write { path: to.to_owned(), bytes: b"new".to_vec(), base: None }]
    }

    #[test]
    fn the_version_that_was_opened_is_moved_whatever_the_list_has() {
        let (from, to) = ("posts/tea.md", "posts/green.md");
        for files in [vec![listed(from, b"newer"), listed("posts/milk.md", b"m")], Vec::new()] {
            assert_eq!(changes(from, to, Version::of(b"opened"), "new", &files), moved(from, to));
        }
    }

    #[test]
    fn what_is_in_the_folder_of_a_text_goes_with_it_and_nothing_else() {
        let (from, to) = ("posts/tea/index.md", "posts/green/index.md");
        let files =
            [listed(from, b"opened"), listed("posts/tea/cup.webp", b"c"), listed("posts/teas/cup.webp", b"other")];
        let cup = Change::Rename {
            from: "posts/tea/cup.webp".to_owned(),
            to: "posts/green/cup.webp".to_owned(),
            base: Version::of(b"c"),
        };
        assert_eq!(changes(from, to, Version::of(b"opened"), "new", &files), [&moved(from, to)[..], &[cup]].concat());
    }
}
