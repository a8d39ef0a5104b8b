//! Writes a résumé of another syntax as JSON.

use serde_json::{Map, Value as Json};

use crate::bundle::input::fields::value::{Entry, Value};

/// The entries as a file of JSON.
pub(super) fn of(entries: &[Entry]) -> String {
    format!("{:#}\n", table(entries))
}

fn table(entries: &[Entry]) -> Json {
    Json::Object(entries.iter().map(|entry| (entry.key.clone(), value(&entry.value))).collect::<Map<_, _>>())
}

/// A value. Its depth is limited by the parser of the entries.
fn value(of: &Value) -> Json {
    match of {
        Value::Nothing => Json::Null,
        Value::Flag(flag) => Json::Bool(*flag),
        // All texts of a résumé are texts in JSON Resume, and none of its values is a number.
        Value::Number(words) | Value::Text(words) => Json::String(words.clone()),
        Value::List(items) => items.iter().map(|item| value(&item.value)).collect(),
        Value::Table(entries) => table(entries),
    }
}
