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
        if error.message().contains("recurs") {
            reader.too_deep(first + line - 1);
            break;
        }
        if lines.insert(line) {
            report(error, text.lines().nth(line - 1).unwrap_or_default(), first + line - 1, reader);
        }
    }
    errors.is_empty().then(|| convert(table.into_inner(), text, first, 0))
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

/// What is deeper in tables nobody reads. The parser bounds the parts of a key and the depth of values, but not
/// the two together: a hundred keys of a hundred parts, each in the other, would be more than a stack holds.
const DEEPEST: usize = 10;

fn convert(table: DeTable<'_>, text: &str, first: usize, depth: usize) -> Vec<Entry> {
    let entry = |(key, value): (Spanned<_>, Spanned<DeValue<'_>>)| {
        let line = first + line_at(text, key.span().start) - 1;
        let key: std::borrow::Cow<'_, str> = key.into_inner();
        Entry { key: key.into_owned(), line, value: value_of(value.into_inner(), text, first, depth + 1) }
    };
    table.into_iter().map(entry).collect()
}

fn value_of(value: DeValue<'_>, text: &str, first: usize, depth: usize) -> Value {
    match value {
        DeValue::Array(_) | DeValue::Table(_) if depth > DEEPEST => Value::Nothing,
        DeValue::String(words) => Value::Text(words.into_owned()),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(list) => {
            Value::List(list.into_iter().map(|item| value_of(item.into_inner(), text, first, depth + 1)).collect())
        }
        DeValue::Table(table) => Value::Table(convert(table, text, first, depth)),
    }
}
