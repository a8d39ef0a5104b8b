//! Keys of results that are kept: the hash of everything a result was made from, so that none is out of date.

use sha2::{Digest, Sha256};

/// The kind of a result, and the hash of everything it was made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    kind: &'static str,
    name: String,
}

impl Key {
    /// The key of what is made from `inputs`. Whatever affects the result is an input: also settings, and the versions
    /// of the crates that do the work, by [`version_of`].
    pub(crate) fn new(kind: &'static str, inputs: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for input in inputs {
            // With its length, so that no two lists of inputs hash the same bytes.
            hash.update((input.len() as u64).to_le_bytes());
            hash.update(input);
        }
        Self { kind, name: format!("{:x}", hash.finalize()) }
    }

    /// The key of a known hash.
    pub(crate) fn named(kind: &'static str, name: String) -> Self {
        Self { kind, name }
    }

    pub(crate) fn kind(&self) -> &'static str {
        self.kind
    }

    /// The key of a part of the same result.
    pub(crate) fn part(&self, part: &str) -> Self {
        Self { kind: self.kind, name: format!("{}-{part}", self.name) }
    }

    /// The whole hash, as an input of another key.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The first eight digits of the hash, for the name of a file that changes with its content.
    pub(crate) fn short(&self) -> &str {
        &self.name[..8]
    }
}

/// The version lines of a crate in the `Cargo.lock` of this program, of which there are several if it is used in several
/// versions; empty if the crate is not there. In the browser, too: nothing is kept from one program to the next.
pub(crate) fn version_of(name: &str) -> String {
    if cfg!(target_arch = "wasm32") {
        return String::new();
    }
    let lines = include_str!("../../Cargo.lock").lines();
    let this = format!("name = \"{name}\"");
    let below = lines.clone().skip(1);
    lines.zip(below).filter(|(line, _)| *line == this).map(|(_, version)| version).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_crate_is_that_of_the_lock_file() {
        assert!(version_of("sha2").starts_with("version = \"0."), "{}", version_of("sha2"));
        assert_eq!(version_of("no-such-crate"), "");
        let twice = version_of("miniz_oxide");
        assert!(twice.contains("\"0.8.") && twice.contains("\"0.9."), "{twice}");
    }
}
