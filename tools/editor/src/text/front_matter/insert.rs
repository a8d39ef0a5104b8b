//! Adds a key, or a front matter, where there is none.

use super::split::{Head, Syntax};
use super::value::{Field, Value};
use super::{is_same_key, json, lines_of, toml, yaml};
use crate::text::edit::Edit;
use crate::text::lines::ending_near;

/// The order in which keys are written.
const ORDER: [&str; 19] = [
    "title",
    "date",
    "updated",
    "description",
    "authors",
    "tags",
    "categories",
    "series",
    "series_order",
    "slug",
    "aliases",
    "cover",
    "lang",
    "page",
    "featured",
    "thread",
    "at_uri",
    "unlisted",
    "draft",
];

/// A front matter with one key, before a text.
pub(super) fn front_matter(text: &str, key: &str, value: &Value) -> Edit {
    let ending = ending_near(text, 0);
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let value = toml::written(value).into_iter().next().unwrap_or_default();
    let gap = if text[start..].starts_with(['\n', '\r']) { "" } else { ending };
    let head = ["+++", ending, key, " = ", &value, ending, "+++", ending, gap].concat();
    Edit::replace(start..start, head)
}

/// The line of a new key, after those that are written before it.
pub(super) fn key(text: &str, head: &Head, fields: &[Field], key: &str, value: &Value) -> Vec<Edit> {
    let ending = ending_near(text, head.range.start);
    if head.syntax == Syntax::Json {
        return json::added(text, &head.range, fields.last(), key, value, ending).into_iter().collect();
    }
    let rank = |key: &str| ORDER.iter().position(|known| is_same_key(known, key)).unwrap_or(ORDER.len());
    let before = |field: &&Field| !field.key.contains('.') && rank(&field.key) < rank(key);
    let anchor = fields.iter().filter(before).max_by_key(|field| (rank(&field.key), field.key_at));
    let at = anchor.map_or(head.range.start, |field| lines_of(text, field).end);
    let (sign, values) = match head.syntax {
        Syntax::Toml => (" = ", toml::written(value)),
        _ => (": ", yaml::written(value)),
    };
    values.into_iter().map(|value| Edit::replace(at..at, [key, sign, &value, ending].concat())).collect()
}
