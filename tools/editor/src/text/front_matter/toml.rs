//! Front matter in TOML.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::list::{self, List};
use super::value::{Field, Value};

/// The keys of a front matter, and those in its tables.
pub(super) fn fields(written: &str) -> Option<Vec<Field>> {
    let table = DeTable::parse(written).ok()?.into_inner();
    let mut fields = Vec::new();
    for (key, value) in table {
        let (key_at, range) = (key.span().start, value.span());
        let key = key.into_inner().into_owned();
        match value.into_inner() {
            DeValue::Table(inner) => fields.extend(inner.into_iter().map(|(name, value)| {
                let key_at = name.span().start;
                let key = format!("{key}.{}", name.into_inner());
                field(written, key, key_at, value)
            })),
            value => fields.push(field(written, key, key_at, Spanned::new(range, value))),
        }
    }
    fields.sort_by_key(|field| field.key_at);
    Some(fields)
}

fn field(written: &str, key: String, key_at: usize, value: Spanned<DeValue<'_>>) -> Field {
    let range = value.span();
    let value = match value.into_inner() {
        DeValue::String(words) => Value::Text(words.into_owned()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) => Value::Number(written[range.clone()].to_owned()),
        DeValue::Array(items) => {
            let texts: Option<Vec<String>> = items.into_iter().map(|item| text_of(written, item)).collect();
            texts.map_or_else(|| Value::Other(written[range.clone()].to_owned()), Value::List)
        }
        DeValue::Table(_) => Value::Other(written.get(range.clone()).unwrap_or_default().to_owned()),
    };
    Field { key, value, range, key_at }
}

/// An item of a list as a text. Numbers and dates are texts, too.
fn text_of(written: &str, item: Spanned<DeValue<'_>>) -> Option<String> {
    let range = item.span();
    match item.into_inner() {
        DeValue::String(words) => Some(words.into_owned()),
        DeValue::Integer(_) | DeValue::Float(_) => Some(written.get(range)?.to_owned()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// The forms of a new value in place of an old one, the likest first.
pub(super) fn replacements(old: &str, value: &Value, ending: &str) -> Vec<String> {
    let mut forms = Vec::new();
    match value {
        Value::Text(words) | Value::Date(words) if old.starts_with("'''") => forms.push(["'''", words, "'''"].concat()),
        Value::Text(words) | Value::Date(words) if old.starts_with("\"\"\"") => forms.push(long(words, ending)),
        Value::Text(words) | Value::Date(words) if old.starts_with('\'') => forms.push(["'", words, "'"].concat()),
        Value::Date(words) if old.starts_with('"') => forms.push(basic(words)),
        Value::List(texts) => forms.extend(items(old).and_then(|list| list.with(texts, item, ending))),
        _ => {}
    }
    forms.extend(written(value));
    forms
}

/// The forms of a value, the usual one first.
pub(super) fn written(value: &Value) -> Vec<String> {
    match value {
        Value::Text(words) => vec![basic(words)],
        Value::Date(words) => vec![words.clone(), basic(words)],
        Value::Flag(flag) => vec![flag.to_string()],
        Value::Number(number) => vec![number.clone()],
        Value::List(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| basic(text)).collect();
            vec![["[", &texts.join(", "), "]"].concat()]
        }
        Value::Empty => vec!["\"\"".to_owned()],
        Value::Other(written) => vec![written.clone()],
    }
}

fn item(text: &str, like: Option<&str>) -> String {
    let single = like.is_some_and(|like| like.starts_with('\''))
        && !text.contains(['\'', '\n', '\r'])
        && !text.contains(char::is_control);
    if single { ["'", text, "'"].concat() } else { basic(text) }
}

fn basic(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        escaped(c, &mut out);
    }
    out + "\""
}

/// A text in three quotes, whose lines stay lines.
fn long(words: &str, ending: &str) -> String {
    let mut out = String::from("\"\"\"");
    out.push_str(if words.contains('\n') { ending } else { "" });
    for c in words.chars() {
        if c == '\n' { out.push_str(ending) } else { escaped(c, &mut out) }
    }
    out + "\"\"\""
}

fn escaped(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
        c => out.push(c),
    }
}

/// The items of a written list.
fn items(old: &str) -> Option<List<'_>> {
    let written = ["a=", old].concat();
    let table = DeTable::parse(&written).ok()?.into_inner();
    let DeValue::Array(array) = table.into_iter().next()?.1.into_inner() else { return None };
    let item = |item: Spanned<DeValue<'_>>| {
        let Range { start, end } = item.span();
        Some((text_of(&written, item)?, start.checked_sub(2)?..end.checked_sub(2)?))
    };
    let items: Option<Vec<(String, Range<usize>)>> = array.into_iter().map(item).collect();
    list::List::new(old, items?)
}
