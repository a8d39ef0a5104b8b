//! Parses YAML into entries.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Error, Localizer, Location, MessageFormatter, Spanned, UserMessageFormatter};

use super::value::{Entry, Item, Value, Written};
use crate::bundle::diagnostics::location;
use crate::bundle::input::fields::reader::FieldReader;

/// The entries of a document whose first line is line `first` of its file. `None`, and an error, where it is not YAML.
pub(crate) fn entries(text: &str, first: usize, reader: &mut FieldReader) -> Option<Vec<Entry>> {
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    let written = Written::new(text, first);
    // Only `true` and `false` are booleans here: a title may be No, and a language no.
    let options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
    match serde_saphyr::from_str_with_options::<Mapping>(text, options) {
        Ok(Mapping(pairs)) => Some(convert(pairs, &written)),
        Err(error) => {
            let line = first + error.location().map_or(1, |at| number(at.line()).max(1)) - 1;
            let message = UserMessageFormatter.with_localizer(&Placeless).format_message(&error).into_owned();
            // The parser has several limits, and two messages for them.
            if message.contains("limits breached") || message.contains("recursion limit") {
                reader.too_deep(line);
            } else {
                reader.error(line, format!("this is not YAML: {message}"), remedy(&error));
            }
            None
        }
    }
}

fn remedy(error: &Error) -> &'static str {
    match error.without_snippet() {
        Error::DuplicateMappingKey { .. } => "keep one of them",
        _ => "write key: value on a line, and a text with a colon or a quote in quotes: title: \"Rust: a start\"",
    }
}

/// Leaves the location out of a message: it is counted from the fence, and a finding has the line of the file.
struct Placeless;

impl Localizer for Placeless {
    fn attach_location<'m>(&self, message: Cow<'m, str>, _: Location) -> Cow<'m, str> {
        message
    }
}

fn convert(pairs: Vec<(Spanned<String>, Spanned<Node>)>, written: &Written<'_>) -> Vec<Entry> {
    let entry = |(key, node): (Spanned<String>, Spanned<Node>)| {
        let key_at = place(span(key.referenced), key.referenced, written);
        let at = match node.value {
            // The parser gives a location where it could be.
            Node::Nothing => key_at,
            _ => place(extent(&node, written), node.referenced, written),
        };
        Entry { key: key.value, key_at, value: value_of(node.value, node.defined, written), at }
    };
    pairs.into_iter().map(entry).collect()
}

fn item(node: Spanned<Node>, written: &Written<'_>) -> Item {
    let span = extent(&node, written);
    let words = span.clone().map_or("", |span| written.words(span));
    let at = place(span, node.referenced, written);
    Item { value: value_of(node.value, node.defined, written), written: words.to_owned(), at }
}

fn value_of(node: Node, defined: Location, written: &Written<'_>) -> Value {
    match node {
        Node::Nothing => Value::Nothing,
        Node::Flag(flag) => Value::Flag(flag),
        Node::Text(words) => Value::Text(words),
        // A number as the author wrote it.
        Node::Number(read) => Value::Number(span(defined).map_or(read, |span| written.words(span).to_owned())),
        Node::List(list) => Value::List(list.into_iter().map(|node| item(node, written)).collect()),
        Node::Mapping(Mapping(pairs)) => Value::Table(convert(pairs, written)),
    }
}

/// The location of a byte range, or else of the line that the parser gives.
fn place(span: Option<Range<usize>>, seen: Location, written: &Written<'_>) -> location::Location {
    span.map_or_else(|| (written.line(0) + number(seen.line()).max(1) - 1).into(), |span| written.at(span))
}

/// The byte range of a node. For a list or a table the parser gives only its beginning.
fn extent(node: &Spanned<Node>, written: &Written<'_>) -> Option<Range<usize>> {
    let Some(span) = span(node.referenced) else { return inside(&node.value, written) };
    let is_start = matches!(written.words(span.clone()), "[" | "{");
    Some(if is_start { written.brackets(span.start) } else { span })
}

/// The byte range from the first part of a node to its last: for `a: b` in a list the parser gives no range.
fn inside(node: &Node, written: &Written<'_>) -> Option<Range<usize>> {
    let (first, last) = match node {
        Node::List(list) => (extent(list.first()?, written)?, extent(list.last()?, written)?),
        Node::Mapping(Mapping(pairs)) => {
            let ((first, _), (key, last)) = (pairs.first()?, pairs.last()?);
            (span(first.referenced)?, extent(last, written).or_else(|| span(key.referenced))?)
        }
        Node::Nothing | Node::Flag(_) | Node::Number(_) | Node::Text(_) => return None,
    };
    Some(first.start..last.end.max(first.end))
}

/// The byte range that the parser gives, if any.
fn span(at: Location) -> Option<Range<usize>> {
    let start = number(at.span().byte_offset()?);
    let length = number(at.span().byte_len()?);
    (length > 0).then(|| start..start + length)
}

fn number(place: u64) -> usize {
    usize::try_from(place).unwrap_or_default()
}

struct Mapping(Vec<(Spanned<String>, Spanned<Node>)>);

enum Node {
    Nothing,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Spanned<Node>>),
    Mapping(Mapping),
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Mapping;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("lines of key: value")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Mapping, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Mapping(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_str<E>(self, words: &str) -> Result<Node, E> {
        Ok(Node::Text(words.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Node::Mapping(Mapping(pairs)))
    }
}
