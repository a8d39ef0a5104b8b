//! The settings of the editor, `[write]` in `site.toml`.

use serde::{Deserialize, Serialize};

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;

const KEYS: [&str; 1] = ["enabled"];

/// The settings of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Write {
    /// Whether the published site has it.
    pub enabled: bool,
}

impl Default for Write {
    fn default() -> Self {
        Self { enabled: true }
    }
}

impl Write {
    /// Reads `[write]`.
    pub(super) fn read(entries: &[Entry], reader: &mut FieldReader) -> Self {
        let mut write = Self::default();
        for entry in entries {
            match entry.key.as_str() {
                "enabled" => write.enabled = reader.flag(entry).unwrap_or(write.enabled),
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
}
