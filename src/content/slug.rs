//! A slug: the segment of an address that names a post, a page or a tag.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A segment that [`Slug::new`] accepts. A title gives lower-case letters, digits and marks of any script, and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// `None` if the segment is empty, `.` or `..`, or has a space, a control character or any of `/\?#%"'<>&`.
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
