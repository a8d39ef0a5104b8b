//! The parts of the Markdown dialect that an owner can turn off.

use serde::{Deserialize, Serialize};

/// The options of `[markdown]` in `site.toml` that change how a text is parsed. They travel with each text, because
/// the data computed by the bundler is indexed by the headings and formulas found with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dialect {
    /// Whether straight quotes, `--`, `---` and `...` are replaced by typographic characters.
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
    /// Whether all options have their default.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
