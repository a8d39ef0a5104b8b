//! A slug: the one segment of an address that names a post, a page or a tag.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A non-empty run of letters, digits and marks of any script, `-`, `_` and `.`, in lower case where made from a title.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// Takes a segment as it stands. `None` if it is empty, has a slash, a control character or white space, or is `.` or `..`.
    #[must_use]
    pub fn new(segment: &str) -> Option<Self> {
        let plain =
            |c: char| !matches!(c, '/' | '\\' | '?' | '#' | '%' | '\0'..=' ' | '\u{7f}' | '"' | '<' | '>' | '&' | '\'');
        let named = !matches!(segment, "" | "." | "..");
        (named && segment.chars().all(plain)).then(|| Self(segment.to_owned()))
    }

    /// The segment, not percent-encoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
