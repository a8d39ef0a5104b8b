//! Parses JSON into entries.

use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::value::{Entry, Item, Value, Written};
use crate::bundle::input::fields::reader::FieldReader;

/// JSON, and nothing that other formats add to it.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The entries of the object that a file is. `None`, and an error, if it is none.
pub(crate) fn entries(text: &str, reader: &mut FieldReader) -> Option<Vec<Entry>> {
    // This parser limits the depth of values; the other one has their places.
    if let Err(error) = serde_json::from_str::<serde_json::Value>(text) {
        if error.to_string().starts_with("recursion limit") {
            reader.too_deep(error.line());
        } else {
            let message = error.to_string();
            let message = message.rsplit_once(" at line").map_or(&*message, |(message, _)| message);
            let remedy = "look for a comma, a quote or a bracket that is missing or left over there";
            reader.error(error.line(), format!("this is not JSON: {message}"), remedy);
        }
        return None;
    }
    let written = Written::new(text, 1);
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => match parsed.value {
            Some(ast::Value::Object(object)) => {
                Some(object.properties.into_iter().map(|it| entry(it, &written)).collect())
            }
            _ => {
                reader.error(1, "this is no object of JSON", "begin the file with { and end it with }");
                None
            }
        },
        Err(error) => {
            let line = written.line(error.range().start);
            reader.error(line, format!("this is not JSON: {}", error.kind()), "correct the line");
            None
        }
    }
}

fn entry(property: ast::ObjectProp<'_>, written: &Written<'_>) -> Entry {
    let (key_at, at) = (written.at(span(&property.name)), written.at(span(&property.value)));
    Entry { key: property.name.into_string(), key_at, value: value(property.value, written), at }
}

fn value(value: ast::Value<'_>, written: &Written<'_>) -> Value {
    match value {
        ast::Value::NullKeyword(_) => Value::Nothing,
        ast::Value::BooleanLit(flag) => Value::Flag(flag.value),
        ast::Value::NumberLit(number) => Value::Number(number.value.to_owned()),
        ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
        ast::Value::Array(list) => Value::List(list.elements.into_iter().map(|it| item(it, written)).collect()),
        ast::Value::Object(table) => {
            Value::Table(table.properties.into_iter().map(|property| entry(property, written)).collect())
        }
    }
}

fn item(node: ast::Value<'_>, written: &Written<'_>) -> Item {
    let span = span(&node);
    Item { written: written.words(span.clone()).to_owned(), at: written.at(span), value: value(node, written) }
}

fn span(node: &impl Ranged) -> Range<usize> {
    node.start()..node.end()
}
