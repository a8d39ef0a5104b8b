//! What travels beside the markdown: all that is too heavy, or unknowable, for the browser.

use serde::{Deserialize, Serialize};

use super::Dialect;

/// Worked out by the bundler, put in by the renderer where the markdown has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RenderData {
    /// How the text is read. The lists count by what was found so.
    #[serde(skip_serializing_if = "Dialect::is_default")]
    pub dialect: Dialect,
    /// The `id` of each heading, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// The inside of each code block, highlighted, in the order of the text; empty where the text itself will do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<String>,
    /// Each formula as MathML, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formulas: Vec<String>,
    /// Where the relative references of the text lead, by the reference as it is written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<(String, Target)>,
}

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// A path below the base without a slash at its start, percent-encoded, with its fragment.
    pub path: String,
    /// What a browser needs to know of a picture before it has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// The size of a picture, and smaller copies of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// What a browser may choose from in its place, smaller copies mostly: the width of each in pixels, and its path
    /// below the base, percent-encoded. The widest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<(u32, String)>,
}

impl RenderData {
    /// The target of a reference as the text has it.
    #[must_use]
    pub fn target(&self, reference: &str) -> Option<&Target> {
        self.targets.iter().find(|(written, _)| written == reference).map(|(_, target)| target)
    }
}
