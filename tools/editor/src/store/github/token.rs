//! The token that GitHub knows its user by.

use std::fmt;

use super::super::{Problem, StoreError};

/// A personal access token. Its text is shown nowhere: neither by `Debug`, nor by any error, and it is not serialised.
/// It leaves the program in one header of requests to the API.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Reads what an author has pasted. Spaces and line ends around it are left out.
    ///
    /// # Errors
    /// If there is nothing, or a character that no token has.
    pub fn new(pasted: &str) -> Result<Self, StoreError> {
        let text = pasted.trim();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-' || byte == b'.';
        if text.is_empty() || !text.bytes().all(plain) {
            return Err(StoreError::Unauthorised(Problem::new(
                "this is not a token of GitHub",
                "copy the token again: it begins with github_pat_ and has only letters, digits and _",
            )));
        }
        Ok(Self(text.to_owned()))
    }

    /// The value of the header `authorization`.
    pub(super) fn authorization(&self) -> String {
        format!("Bearer {}", self.0)
    }

    /// A text without the token: what a server answers could repeat it.
    pub(super) fn removed_from(&self, text: &str) -> String {
        text.replace(&self.0, "…")
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}
