//! TOML into entries.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::value::{Entry, Value, line_at};
use super::{Reader, Syntax};

/// The entries of a document whose first line is line `first` of its file. `None`, and errors, where it is not TOML.
pub(crate) fn entries(text: &str, first: usize, reader: &mut Reader) -> Option<Vec<Entry>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    // One slip makes the parser stumble several times on its line: the first time says it.
    let mut lines = BTreeSet::new();
    for error in &errors {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        if lines.insert(line) {
            report(error, text.lines().nth(line - 1).unwrap_or_default(), first + line - 1, reader);
        }
    }
    errors.is_empty().then(|| convert(table.into_inner(), text, first))
}

fn report(error: &Error, written: &str, line: usize, reader: &mut Reader) {
    let key = written.split('=').next().unwrap_or_default().trim();
    let remedy = match key {
        _ if error.message() == "duplicate key" => "keep one of them".to_owned(),
        "date" | "updated" => format!("write {}", Syntax::Toml.line(key, "2025-03-01")),
        _ => "a line is key = value, and a text stands in quotes: title = \"The title\"".to_owned(),
    };
    reader.error(line, format!("this is not TOML: {}", error.message()), remedy);
}

fn convert(table: DeTable<'_>, text: &str, first: usize) -> Vec<Entry> {
    let entry = |(key, value): (Spanned<_>, Spanned<DeValue<'_>>)| {
        let line = first + line_at(text, key.span().start) - 1;
        let key: std::borrow::Cow<'_, str> = key.into_inner();
        Entry { key: key.into_owned(), line, value: value_of(value.into_inner(), text, first) }
    };
    table.into_iter().map(entry).collect()
}

fn value_of(value: DeValue<'_>, text: &str, first: usize) -> Value {
    match value {
        DeValue::String(words) => Value::Text(words.into_owned()),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(list) => {
            Value::List(list.into_iter().map(|item| value_of(item.into_inner(), text, first)).collect())
        }
        DeValue::Table(table) => Value::Table(convert(table, text, first)),
    }
}
