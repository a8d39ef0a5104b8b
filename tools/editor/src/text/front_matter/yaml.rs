//! Front matter in YAML. Values are read by the bundler's parser; where they are written is found here, line by line.

mod entries;
mod items;
mod scalars;

use std::collections::BTreeMap;

use personal_page::bundle::preview::front_matter::{self, Read};

use entries::{Entry, entries};
use scalars::{block_scalar, double, plain, single};

use super::list::List;
use super::value::{Field, Value};

/// The keys of a front matter. `None` also if they are not those that its lines begin with.
pub(super) fn fields(written: &str) -> Option<Vec<Field>> {
    let read: BTreeMap<String, Read> = front_matter::yaml(written)?.into_iter().collect();
    let entries = entries(written);
    if entries.len() != read.len() {
        return None;
    }
    let field = |entry: Entry| {
        let value = value(read.get(&entry.key)?, &written[entry.value.clone()]);
        Some(Field { key: entry.key, value, range: entry.value, key_at: entry.key_at })
    };
    entries.into_iter().map(field).collect()
}

fn value(read: &Read, written: &str) -> Value {
    match read {
        Read::Text(words) if is_date(words) && !written.starts_with(['"', '\'']) => Value::Date(words.clone()),
        Read::Text(words) => Value::Text(words.clone()),
        Read::Flag(flag) => Value::Flag(*flag),
        Read::Number(_) => Value::Number(written.to_owned()),
        Read::Nothing => Value::Empty,
        Read::List(items) => {
            let text = |item: &Read| match item {
                Read::Text(words) | Read::Number(words) => Some(words.clone()),
                _ => None,
            };
            let texts: Option<Vec<String>> = items.iter().map(text).collect();
            texts.map_or_else(|| Value::Other(written.to_owned()), Value::List)
        }
        Read::Table => Value::Other(written.to_owned()),
    }
}

fn is_date(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.len() >= 10 && bytes[..4].iter().all(u8::is_ascii_digit) && bytes[4] == b'-' && bytes[7] == b'-'
}

/// The forms of a new value in place of an old one, the likest first. `before` is the file to the end of the old value.
pub(super) fn replacements(before: &str, field: &Field, value: &Value, ending: &str) -> Vec<String> {
    let old = &before[field.range.start..];
    // What cannot be told from an alias, an anchor or a tag is left alone.
    if old.starts_with(['&', '*', '!']) {
        return Vec::new();
    }
    let in_lines = old.starts_with(['\n', '\r']);
    let mut forms = Vec::new();
    match value {
        Value::Text(words) | Value::Date(words) => match old.chars().next() {
            Some('"') => forms.push(double(words)),
            Some('\'') => forms.push(single(words)),
            Some('|' | '>') => forms.extend(block_scalar(old, words, ending)),
            _ => {}
        },
        Value::List(texts) if in_lines => forms.extend(items::replaced(old, texts, ending)),
        Value::List(texts) => {
            let list = items::flow(old).and_then(|items| List::new(old, items));
            let write = |text: &str, like: Option<&str>| match like.and_then(|like| like.chars().next()) {
                Some('"') => double(text),
                Some('\'') => single(text),
                _ => items::written(text),
            };
            forms.extend(list.and_then(|list| list.with(texts, write, ending)));
        }
        _ => {}
    }
    let space = if in_lines || old.is_empty() && !before.ends_with([' ', '\t']) { " " } else { "" };
    forms.extend(written(value).into_iter().map(|form| [space, &form].concat()));
    forms
}

/// The forms of a value, the usual one first.
pub(super) fn written(value: &Value) -> Vec<String> {
    match value {
        Value::Text(words) | Value::Date(words) => plain(words).into_iter().chain([double(words)]).collect(),
        Value::Flag(flag) => vec![flag.to_string()],
        Value::Number(written) | Value::Other(written) => vec![written.clone()],
        Value::List(texts) => {
            let list = |write: fn(&str) -> String| {
                ["[", &texts.iter().map(|text| write(text)).collect::<Vec<_>>().join(", "), "]"].concat()
            };
            vec![list(items::written), list(double)]
        }
        Value::Empty => vec![String::new()],
    }
}
