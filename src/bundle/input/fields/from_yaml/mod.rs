//! Parses YAML into entries.

mod document;
mod limits;
mod mistake;
mod node;
mod scalar;
mod table;
mod values;

use std::ops::Range;

use self::mistake::{Mistake, Reason};
use self::node::{Kind, Node, Pair, Place};
use super::value::{Entry, Item, Value, Written};
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;

/// The entries of a document whose first line is line `first` of its file. `None`, and an error, where it is not YAML.
pub(crate) fn entries(text: &str, first: usize, reader: &mut FieldReader) -> Option<Vec<Entry>> {
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    match document::read(text) {
        Ok(pairs) => Some(convert(pairs, &Written::new(text, first))),
        Err(Mistake { line, reason }) => {
            let line = first + line.max(1) - 1;
            let (message, remedy) = match reason {
                Reason::TooDeep => {
                    reader.too_deep(line);
                    return None;
                }
                Reason::Duplicate(key) => {
                    (format!("duplicate mapping key `{key}` is not allowed here"), "keep one of them")
                }
                Reason::Other(message) => (message, REMEDY),
            };
            reader.error(line, format!("this is not YAML: {message}"), remedy);
            None
        }
    }
}

const REMEDY: &str =
    "write key: value on a line, and a text with a colon or a quote in quotes: title: \"Rust: a start\"";

fn convert(pairs: Vec<Pair>, written: &Written<'_>) -> Vec<Entry> {
    let entry = |Pair { key, key_at, value }: Pair| {
        let key_at = location(span(&key_at), &key_at, written);
        let at = match value.kind {
            // The parser gives a location where it could be.
            Kind::Nothing => key_at,
            _ => location(extent(&value, written), &value.referenced, written),
        };
        Entry { key, key_at, value: value_of(value, written), at }
    };
    pairs.into_iter().map(entry).collect()
}

fn item(node: Node, written: &Written<'_>) -> Item {
    let span = extent(&node, written);
    let words = span.clone().map_or("", |span| written.words(span));
    let at = location(span, &node.referenced, written);
    Item { value: value_of(node, written), written: words.to_owned(), at }
}

fn value_of(node: Node, written: &Written<'_>) -> Value {
    match node.kind {
        Kind::Nothing => Value::Nothing,
        Kind::Flag(flag) => Value::Flag(flag),
        Kind::Text(words) => Value::Text(words),
        // A number as the author wrote it.
        Kind::Number(read) => Value::Number(span(&node.defined).map_or(read, |span| written.words(span).to_owned())),
        Kind::List(list) => Value::List(list.into_iter().map(|node| item(node, written)).collect()),
        Kind::Table(pairs) => Value::Table(convert(pairs, written)),
    }
}

/// The location of a byte range, or else of the line that the parser gives.
fn location(span: Option<Range<usize>>, seen: &Place, written: &Written<'_>) -> Location {
    span.map_or_else(|| (written.line(0) + seen.line.max(1) - 1).into(), |span| written.at(span))
}

/// The byte range of a node. For a list or a table the parser gives only its beginning.
fn extent(node: &Node, written: &Written<'_>) -> Option<Range<usize>> {
    let Some(span) = span(&node.referenced) else { return inside(&node.kind, written) };
    let is_start = matches!(written.words(span.clone()), "[" | "{");
    Some(if is_start { written.brackets(span.start) } else { span })
}

/// The byte range from the first part of a node to its last: for `a: b` in a list the parser gives no range.
fn inside(kind: &Kind, written: &Written<'_>) -> Option<Range<usize>> {
    let (first, last) = match kind {
        Kind::List(list) => (extent(list.first()?, written)?, extent(list.last()?, written)?),
        Kind::Table(pairs) => {
            let (first, last) = (pairs.first()?, pairs.last()?);
            (span(&first.key_at)?, extent(&last.value, written).or_else(|| span(&last.key_at))?)
        }
        Kind::Nothing | Kind::Flag(_) | Kind::Number(_) | Kind::Text(_) => return None,
    };
    Some(first.start..last.end.max(first.end))
}

/// The byte range that the parser gives, if any.
fn span(at: &Place) -> Option<Range<usize>> {
    (!at.span.is_empty()).then(|| at.span.clone())
}
