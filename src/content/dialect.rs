//! What an owner can turn off in the dialect of markdown.

use serde::{Deserialize, Serialize};

/// The switches of `[markdown]` in `site.toml` that change how a text is read. They travel beside each text: what the
/// bundler worked out for it counts by the headings and formulas that were found with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dialect {
    /// Whether straight quotes, `--`, `---` and `...` become typographic ones.
    pub smart_punctuation: bool,
    /// Whether `$` and `$$` enclose formulas.
    pub math: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { smart_punctuation: true, math: true }
    }
}

impl Dialect {
    /// Whether nothing is turned off.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
