//! Keys of front matter that have no counterpart, such as those of a theme.

use super::data::{Data, letters};
use super::keys::{self, Names};
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::front_matter::hiding;

/// The keys that are read, whatever their engine calls them.
const READ: [&Names; 13] = [
    &keys::TITLE,
    &keys::DATE,
    &keys::UPDATED,
    &keys::DESCRIPTION,
    &keys::TAGS,
    &keys::CATEGORIES,
    &keys::AUTHORS,
    &keys::COVER,
    &keys::SERIES,
    &keys::SERIES_ORDER,
    &keys::LANGUAGE,
    &keys::ALIASES,
    &keys::FEATURED,
];

/// Keys that single engines read, and keys that only choose a template or an order.
const OTHER: [&str; 14] = [
    "slug",
    "permalink",
    "url",
    "path",
    "layout",
    "type",
    "template",
    "page_template",
    "weight",
    "markup",
    "status",
    "expiryDate",
    "translationKey",
    "id",
];

/// Tables whose keys are those of a text.
const TABLES: [&str; 3] = ["extra", "params", "taxonomies"];

/// The keys with a value that nothing reads, by their paths. A switch has no content, and is not one of them.
pub(super) fn of(data: &Data) -> Vec<String> {
    let inside = |entry: &Entry| match &entry.value {
        Value::Table(entries) if TABLES.iter().any(|table| entry.key.eq_ignore_ascii_case(table)) => {
            let inner = entries.iter().filter(|inner| has_content(&inner.value));
            inner.map(|inner| format!("{}.{}", entry.key, inner.key)).collect()
        }
        value if has_content(value) && hiding::find(entry).is_none() => vec![entry.key.clone()],
        _ => Vec::new(),
    };
    data.0.iter().flat_map(inside).filter(|key| !is_read(key)).collect()
}

fn is_read(key: &str) -> bool {
    // A table is read if one of its keys is.
    let tables = |known: &'static str| known.match_indices('.').map(|(dot, _)| &known[..dot]);
    let same = |known: &'static str| tables(known).chain([known]).any(|name| letters(name).eq(letters(key)));
    let single = [keys::STARTING, keys::ELSEWHERE, keys::PHOTOS, &OTHER].into_iter().flatten();
    READ.iter().flat_map(|names| names.all()).chain(single.copied()).any(same)
}

fn has_content(value: &Value) -> bool {
    match value {
        Value::Text(text) => !text.trim().is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Table(entries) => !entries.is_empty(),
        Value::Number(_) => true,
        Value::Flag(_) | Value::Nothing => false,
    }
}
