//! The path of a post, or of a page of its own.

use std::fmt;

use super::Slug;

/// One or more slugs, joined by slashes: `posts/hello`, `2025/03/01/hello`, `about`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticlePath(String);

impl ArticlePath {
    /// `None` if a segment is no slug.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        path.split('/').all(|segment| Slug::new(segment).is_some()).then(|| Self(path.to_owned()))
    }

    /// The path, not percent-encoded, without a slash at either end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last segment.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }
}

impl fmt::Display for ArticlePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
