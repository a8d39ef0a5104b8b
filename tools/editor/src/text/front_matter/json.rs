//! Front matter in JSON.

use std::ops::Range;

use super::list::List;
use super::value::{Field, Value};
use crate::text::edit::Edit;

/// Where the value that begins at a position ends: after an object, a list, a text, or a bare word.
pub(super) fn end_of(text: &str, start: usize) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => {
                quoted = !quoted;
                if !quoted && depth == 0 {
                    return Some(at + 1);
                }
            }
            _ if quoted => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return Some(at),
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The keys of an object.
pub(super) fn fields(written: &str) -> Option<Vec<Field>> {
    let read: serde_json::Map<String, serde_json::Value> = serde_json::from_str(written).ok()?;
    let mut fields = Vec::new();
    let mut at = 1;
    loop {
        at = skip(written, at, &[',']);
        if written[at..].starts_with('}') {
            // A key that is written twice is one that the form cannot change.
            return (fields.len() == read.len()).then_some(fields);
        }
        let key_end = end_of(written, at)?;
        let key: String = serde_json::from_str(&written[at..key_end]).ok()?;
        let start = skip(written, key_end, &[':']);
        let end = end_of(written, start)?;
        let value = value(read.get(&key)?, &written[start..end]);
        fields.push(Field { key, value, range: start..end, key_at: at });
        at = end;
    }
}

fn skip(text: &str, at: usize, signs: &[char]) -> usize {
    text.len() - text[at..].trim_start_matches(|c: char| c.is_ascii_whitespace() || signs.contains(&c)).len()
}

fn value(read: &serde_json::Value, written: &str) -> Value {
    match read {
        serde_json::Value::String(words) => Value::Text(words.clone()),
        serde_json::Value::Bool(flag) => Value::Flag(*flag),
        serde_json::Value::Number(_) => Value::Number(written.to_owned()),
        serde_json::Value::Null => Value::Empty,
        serde_json::Value::Array(_) => match items(written) {
            Some(items) => Value::List(items.into_iter().map(|(text, _)| text).collect()),
            None => Value::Other(written.to_owned()),
        },
        serde_json::Value::Object(_) => Value::Other(written.to_owned()),
    }
}

/// The forms of a new value in place of an old one.
pub(super) fn replacements(old: &str, value: &Value, ending: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if let Value::List(texts) = value {
        let list = items(old).and_then(|items| List::new(old, items));
        forms.extend(list.and_then(|list| list.with(texts, |text, _| quoted(text), ending)));
    }
    forms.push(written(value));
    forms
}

/// The items of a written list. `None` if one is no text and no number.
fn items(old: &str) -> Option<Vec<(String, Range<usize>)>> {
    let mut items = Vec::new();
    let mut at = skip(old, 1.min(old.len()), &[',']);
    while !old[at..].starts_with(']') {
        let end = end_of(old, at)?;
        let text = match serde_json::from_str(&old[at..end]).ok()? {
            serde_json::Value::String(words) => words,
            serde_json::Value::Number(_) => old[at..end].to_owned(),
            _ => return None,
        };
        items.push((text, at..end));
        at = skip(old, end, &[',']);
    }
    Some(items)
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(words) | Value::Date(words) => quoted(words),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(written) | Value::Other(written) => written.clone(),
        Value::List(texts) => {
            ["[", &texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "), "]"].concat()
        }
        Value::Empty => "null".to_owned(),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Adds a key after the last one, on a line of its own if that has one.
pub(super) fn added(
    text: &str,
    object: &Range<usize>,
    last: Option<&Field>,
    key: &str,
    value: &Value,
    ending: &str,
) -> Option<Edit> {
    let entry = [&quoted(key), ": ", &written(value)].concat();
    let Some(last) = last else {
        return Some(Edit::replace(object.start + 1..object.end - 1, [ending, "  ", &entry, ending].concat()));
    };
    let line = text[..last.key_at].rfind('\n').map_or(0, |end| end + 1).max(object.start);
    let indent = &text[line..last.key_at];
    let gap = if indent.trim().is_empty() { [ending, indent].concat() } else { " ".to_owned() };
    Some(Edit::replace(last.range.end..last.range.end, [",", &gap, &entry].concat()))
}

/// An entry with one comma and the space before it.
pub(super) fn extent(text: &str, object: &Range<usize>, key_at: usize, end: usize) -> Range<usize> {
    let before = object.start + text[object.start..key_at].trim_end().len();
    if text[before - 1..].starts_with(',') {
        return before - 1..end;
    }
    // The first one goes with the comma after it.
    let rest = &text[end..];
    before..rest.trim_start().strip_prefix(',').map_or(end, |after| text.len() - after.len())
}
