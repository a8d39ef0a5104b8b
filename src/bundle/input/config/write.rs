//! The settings of the editor, `[write]` in `site.toml`.

use serde::{Deserialize, Serialize};

use super::Config;
use super::collections::{Collection, View};
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::content::write::TextFolder;

const KEYS: [&str; 2] = ["enabled", "suggestions"];

/// The settings of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Write {
    /// Whether the published site has it.
    pub enabled: bool,
    /// Whether texts have a link with which readers suggest a change.
    pub suggestions: bool,
}

impl Default for Write {
    fn default() -> Self {
        Self { enabled: true, suggestions: false }
    }
}

impl Write {
    /// Reads `[write]`.
    pub(super) fn read(entries: &[Entry], reader: &mut FieldReader) -> Self {
        let mut write = Self::default();
        for entry in entries {
            match entry.key.as_str() {
                "enabled" => write.enabled = reader.flag(entry).unwrap_or(write.enabled),
                "suggestions" => write.suggestions = reader.flag(entry).unwrap_or_default(),
                _ => reader.unknown(entry, "write.", &KEYS),
            }
        }
        write
    }
}

/// The repository that texts are saved in, if `site.toml` names one, and its branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sources {
    pub(crate) repository: Option<String>,
    pub(crate) branch: String,
    /// The folders of texts besides `posts/`.
    pub(crate) collections: Vec<TextFolder>,
    /// Whether texts have a link with which readers suggest a change.
    pub(crate) suggestions: bool,
}

impl Sources {
    /// Those of a site.
    pub(crate) fn of(config: &Config) -> Self {
        let folder = |collection: &Collection| TextFolder {
            folder: collection.folder.as_str().to_owned(),
            name: collection.name.clone(),
            is_stream: collection.view == View::Stream,
        };
        Self {
            repository: config.repository.clone(),
            branch: config.branch.clone(),
            collections: config.collections.values().map(folder).collect(),
            suggestions: config.write.suggestions,
        }
    }
}

/// Suggestions are proposed to a repository on GitHub, in the editor of the published site.
pub(super) fn check_suggestions(config: &mut Config, reader: &mut FieldReader) {
    let is_on_github = config.repository.as_ref().is_some_and(|url| url.starts_with("https://github.com/"));
    if !config.write.suggestions || is_on_github && config.write.enabled {
        return;
    }
    let (message, remedy) = if config.write.enabled {
        let remedy = "write repository = \"https://github.com/me/site\" above the first [table], or delete suggestions";
        ("\"suggestions\" needs a repository on GitHub", remedy)
    } else {
        ("\"suggestions\" needs the editor on the published site", "delete enabled = false, or suggestions")
    };
    reader.warning(config.location_of("write.suggestions"), message, remedy);
    config.write.suggestions = false;
}
