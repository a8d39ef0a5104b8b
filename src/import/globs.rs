//! Patterns of paths in old configurations: `drafts/**`, `{/articles,/articles/**}`, `*.tmp`.

use std::path::Path;

use wax::{Glob, Program as _};

/// Patterns, of which a path has to match one.
#[derive(Debug, Default)]
pub(super) struct Globs(Vec<Glob<'static>>);

impl Globs {
    /// Reads patterns. One that is not understood matches nothing, and is returned.
    pub(super) fn new(patterns: impl IntoIterator<Item = String>) -> (Self, Vec<String>) {
        let (mut globs, mut unread) = (Vec::new(), Vec::new());
        for pattern in patterns {
            match Glob::new(&below_root(&pattern)) {
                Ok(glob) => globs.push(glob.into_owned()),
                Err(_) => unread.push(pattern),
            }
        }
        (Self(globs), unread)
    }

    /// Whether one matches a path, or a folder that it is in.
    pub(super) fn has(&self, path: &Path) -> bool {
        path.ancestors().filter(|above| !above.as_os_str().is_empty()).any(|above| self.has_whole(above))
    }

    /// Whether one matches a path itself.
    pub(super) fn has_whole(&self, path: &Path) -> bool {
        self.0.iter().any(|glob| glob.is_match(path))
    }
}

/// A pattern without slashes at its beginning and its end, and without those of its alternatives.
fn below_root(pattern: &str) -> String {
    let pattern = pattern.trim().trim_start_matches("./").trim_start_matches('/').trim_end_matches('/');
    pattern.replace("{/", "{").replace(",/", ",")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Globs;

    #[test]
    fn a_pattern_matches_a_path_and_what_is_below_it() {
        for (pattern, path, wanted) in [
            ("drafts/", "drafts/a.md", true),
            ("drafts", "posts/drafts.md", false),
            ("{/articles,/articles/**}", "articles/x/y", true),
            ("**/*.tmp.md", "a/b.tmp.md", true),
            ("*.md", "a/b.md", false),
            ("a.md", "a.md", true),
        ] {
            let (globs, unread) = Globs::new([pattern.to_owned()]);
            assert!(unread.is_empty(), "{pattern}");
            assert_eq!(globs.has(Path::new(path)), wanted, "{pattern} {path}");
        }
        assert_eq!(Globs::new(["a{".to_owned()]).1, ["a{"]);
    }
}
