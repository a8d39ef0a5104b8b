//! The folders of the texts: `posts/`, and those of the collections in `site.toml`.

use std::fs;
use std::path::Path;

use crate::bundle::POSTS;
use crate::bundle::input::config::collections::folders_in;

/// Their names. Read for each request, because `site.toml` may change while the site is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextFolders(Vec<String>);

impl TextFolders {
    /// Those of the site in `root`. A `site.toml` with a mistake elsewhere keeps no text from being saved; one that cannot be
    /// read has no collections.
    pub(crate) fn of(root: &Path) -> Self {
        let settings = fs::read_to_string(root.join("site.toml")).unwrap_or_default();
        let collections = folders_in(&settings).into_iter().filter(|name| name != POSTS);
        Self([POSTS.to_owned()].into_iter().chain(collections).collect())
    }

    /// The names, that of the posts first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether a name is that of one.
    pub(super) fn has(&self, name: &str) -> bool {
        self.iter().any(|folder| folder == name)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::TextFolders;

    #[test]
    fn the_folders_are_those_of_posts_and_of_collections() {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let of = |settings: &str| {
            fs::write(dir.path().join("site.toml"), settings).expect("a file for a test");
            TextFolders::of(dir.path()).iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(of("[collections.notes]\n[collections.projects]\nview = \"cards\""), ["posts", "notes", "projects"]);
        for none in [
            "",
            "[collections",
            "collections = 3",
            "[collections.\"../up\"]\n[collections.\".git\"]",
            "[collections.src]\n[collections.public]\n[collections.posts]",
        ] {
            assert_eq!(of(none), ["posts"], "{none}");
        }
    }
}
