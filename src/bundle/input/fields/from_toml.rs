//! Parses TOML into entries.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::date_remedy;
use super::value::{Entry, Item, Value, Written};
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::syntax::Syntax;

/// The entries of a document whose first line is line `first` of its file. `None`, and errors, where it is not TOML.
pub(crate) fn entries(text: &str, first: usize, reader: &mut FieldReader) -> Option<Vec<Entry>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let written = Written::new(text, first);
    // One mistake can cause several errors on its line: only the first is reported.
    let mut lines = BTreeSet::new();
    for error in &errors {
        let line = error.span().map_or(first, |span| written.line(span.start));
        if error.message().contains("recurs") {
            reader.too_deep(line);
            break;
        }
        if lines.insert(line) {
            report(error, &written, line, first, reader);
        }
    }
    errors.is_empty().then(|| convert(table.into_inner(), &written, 0))
}

fn report(error: &Error, written: &Written<'_>, line: usize, first: usize, reader: &mut FieldReader) {
    let wrong = written.text.lines().nth(line - first).unwrap_or_default();
    let (key, value) = wrong.split_once('=').unwrap_or((wrong, ""));
    let (key, value) = (key.trim(), value.split('#').next().unwrap_or_default().trim());
    let remedy = match key {
        _ if error.message() == "duplicate key" => "keep one of them".to_owned(),
        "date" | "updated" => {
            format!("write {}{}", Syntax::Toml.line(key, &date_remedy::nearest(value)), date_remedy::note(value))
        }
        _ => "write key = value on a line, and a text in quotes: title = \"The title\"".to_owned(),
    };
    let at = error.span().map_or_else(|| line.into(), |span| written.at(span));
    reader.error(at, format!("this is not TOML: {}", error.message()), remedy);
}

/// Maximum depth that is converted: no key is deeper. The parser limits the parts of a key and the depth of values,
/// but not both together: a hundred keys of a hundred parts, each in the other, would overflow the stack.
const DEEPEST: usize = 10;

fn convert(table: DeTable<'_>, written: &Written<'_>, depth: usize) -> Vec<Entry> {
    let entry = |(key, value): (Spanned<Cow<'_, str>>, Spanned<DeValue<'_>>)| {
        let (key_at, at) = (written.at(key.span()), written.at(value.span()));
        let value = value_of(value.into_inner(), written, depth + 1);
        Entry { key: key.into_inner().into_owned(), key_at, value, at }
    };
    table.into_iter().map(entry).collect()
}

fn value_of(value: DeValue<'_>, written: &Written<'_>, depth: usize) -> Value {
    let item = |item: Spanned<DeValue<'_>>| {
        let span = item.span();
        let value = value_of(item.into_inner(), written, depth + 1);
        Item { value, written: written.words(span.clone()).to_owned(), at: written.at(span) }
    };
    match value {
        DeValue::Array(_) | DeValue::Table(_) if depth > DEEPEST => Value::Nothing,
        DeValue::String(words) => Value::Text(words.into_owned()),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(list) => Value::List(list.into_iter().map(item).collect()),
        DeValue::Table(table) => Value::Table(convert(table, written, depth)),
    }
}
