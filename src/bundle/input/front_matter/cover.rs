//! The picture of a text, as other engines write it.

use super::hiding::plain;
use crate::bundle::input::fields::value::{Entry, Value};

/// The entry that names the file of a picture: in a table of Hugo's or Astro's, one of its entries.
pub(super) fn file_of(entry: &Entry) -> &Entry {
    const NAMES: [&str; 6] = ["image", "src", "path", "url", "file", "feature"];
    let Value::Table(entries) = &entry.value else { return entry };
    NAMES.iter().find_map(|name| entries.iter().find(|entry| plain(&entry.key) == *name)).unwrap_or(entry)
}
