//! Data that travels with the Markdown: what is too heavy for the browser to compute, or unknown to it.

use serde::{Deserialize, Serialize};

use super::Dialect;

/// Computed by the bundler, inserted by the renderer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RenderData {
    /// How the text is parsed. The lists below are indexed by what is found with it.
    #[serde(skip_serializing_if = "Dialect::is_default")]
    pub dialect: Dialect,
    /// The `id` of each heading, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// The highlighted HTML of each code block, in the order of the text; empty if the plain text is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<String>,
    /// Each formula as MathML, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formulas: Vec<String>,
    /// The targets of the relative references in the text, by the reference as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<(String, Target)>,
}

/// The target of a reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The path below the base without a leading slash, percent-encoded, with its fragment.
    pub path: String,
    /// What a browser needs to know of a picture before it has loaded it.
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
    /// The files a browser may choose from, mostly smaller: the width of each in pixels, and its path below the base,
    /// percent-encoded. The widest is last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<(u32, String)>,
}

impl RenderData {
    /// The target of a reference as written in the text.
    #[must_use]
    pub fn target(&self, reference: &str) -> Option<&Target> {
        self.targets.iter().find(|(written, _)| written == reference).map(|(_, target)| target)
    }
}
