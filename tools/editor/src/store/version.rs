//! The version of a file: the id that git gives its bytes.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

/// The git blob id of a file's bytes: the same on GitHub, on the local server, and as the base of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version(String);

impl Version {
    /// The version of a file with these bytes: the SHA-1 of `blob <length>\0<bytes>`.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = Sha1::new();
        hash.update(format!("blob {}\0", bytes.len()));
        hash.update(bytes);
        let mut id = String::with_capacity(40);
        for byte in hash.finalize() {
            // Writing to a String never fails.
            let _ = write!(id, "{byte:02x}");
        }
        Self(id)
    }

    /// Reads an id that a store has sent: 40 lowercase hexadecimal digits.
    pub fn parse(id: &str) -> Option<Self> {
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (id.len() == 40 && id.bytes().all(hexadecimal)).then(|| Self(id.to_owned()))
    }

    /// The id as git writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn a_version_is_the_id_that_git_gives() {
        // `printf hello | git hash-object --stdin`, and the same of an empty file.
        assert_eq!(Version::of(b"hello").as_str(), "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0");
        assert_eq!(Version::of(b"").as_str(), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    }

    #[test]
    fn only_an_id_is_read_as_a_version() {
        let id = "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0";
        assert_eq!(Version::parse(id).map(|version| version.as_str().to_owned()).as_deref(), Some(id));
        assert_eq!(Version::parse(&id.to_uppercase()), None);
        assert_eq!(Version::parse(&id[1..]), None);
        assert_eq!(Version::parse(""), None);
    }
}
