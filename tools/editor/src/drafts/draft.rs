//! A draft: a text that this browser keeps, with what it was made from.

use serde::{Deserialize, Serialize};

use crate::store::Version;

/// The file that a text was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// Its version.
    pub version: Version,
    /// Its text, with its own line endings.
    pub text: String,
}

/// A picture that has been added and not yet saved. Its bytes are kept beside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Its path in the site's folder: `posts/hello/lake.webp`.
    pub path: String,
    /// Its media type: `image/webp`.
    pub media_type: String,
    /// Its size in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A text that has not been saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The path of its file: `posts/hello.md`.
    pub path: String,
    /// The text, with the line endings of its file.
    pub text: String,
    /// The file it was made from. `None` for a new text.
    pub base: Option<Base>,
    /// The version of the text in the author's last proposal, which another one replaces.
    pub proposed: Option<Version>,
    /// The undo history, as [`crate::text::history`] writes it.
    pub history: String,
    /// The selection, in bytes of the text.
    pub selection: (usize, usize),
    /// When it was changed last, in milliseconds since 1970; 0 for a text that was begun and never written.
    pub changed: f64,
    /// The pictures added to it.
    pub pictures: Vec<Picture>,
}

impl Draft {
    /// Whether the text was begun and never written: no database has it.
    #[must_use]
    pub fn is_only_begun(&self) -> bool {
        self.changed == 0.0
    }

    /// Whether it differs from the file it was made from, or has pictures that are not saved.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.base.as_ref().is_none_or(|base| base.text != self.text) || !self.pictures.is_empty()
    }
}

/// Why the browser did not do something, by the name and the message of its error, of which there may be none.
#[must_use]
pub fn reason(name: &str, message: &str) -> String {
    match (name, message) {
        ("", "") => "the browser gives no reason".to_owned(),
        (one, "") | ("", one) => one.to_owned(),
        _ => format!("{name}: {message}"),
    }
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn why_a_draft_is_not_kept_is_told_in_words_whatever_the_browser_says() {
        assert_eq!(reason("QuotaExceededError", "no room"), "QuotaExceededError: no room");
        assert_eq!(reason("QuotaExceededError", ""), "QuotaExceededError");
        assert_eq!(reason("", ""), "the browser gives no reason");
    }
}
