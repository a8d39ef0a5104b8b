//! The values of a front matter in YAML, for the editor, which changes them where they are written.

use std::path::Path;

use crate::bundle::input::fields::from_yaml;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Value;
use crate::bundle::input::front_matter::split::split;

/// The value of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// A key without a value.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Read>),
    /// Keys with values.
    Table,
}

/// The keys of a front matter and their values, as the bundler reads them. `None` if it is not YAML.
#[must_use]
pub fn yaml(text: &str) -> Option<Vec<(String, Read)>> {
    let entries = from_yaml::entries(text, 1, &mut FieldReader::new(Path::new("")))?;
    Some(entries.into_iter().map(|entry| (entry.key, read(entry.value))).collect())
}

/// Whether a file has both fences of its front matter, or neither. An empty file has.
#[must_use]
pub fn is_whole(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim().is_empty() || split(text, &mut FieldReader::new(Path::new(""))).is_some()
}

fn read(value: Value) -> Read {
    match value {
        Value::Nothing => Read::Nothing,
        Value::Flag(flag) => Read::Flag(flag),
        Value::Number(written) => Read::Number(written),
        Value::Text(words) => Read::Text(words),
        Value::List(items) => Read::List(items.into_iter().map(|item| read(item.value)).collect()),
        Value::Table(_) => Read::Table,
    }
}
