//! Checks the values of a résumé against its schema.

use super::partial_date::PartialDate;
use super::record::Record;
use super::schema::{Field, Shape};
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::config::site_url;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::unknown_keys::meant;
use crate::bundle::input::fields::value::{Entry, Value};

/// The values of a table whose keys are `fields`. `within` is the table, with a dot. What is wrong is reported, and left
/// out. The depth is that of the schema.
pub(super) fn record(entries: &[Entry], fields: &'static [Field], within: &str, reader: &mut FieldReader) -> Record {
    let mut record = Record::default();
    for entry in entries {
        match fields.iter().find(|(key, _)| *key == entry.key) {
            Some(field) => take(&mut record, entry, field, within, reader),
            None => unknown(entry, fields, within, reader),
        }
    }
    period(entries, &record, reader);
    record
}

fn take(record: &mut Record, entry: &Entry, field: &'static Field, within: &str, reader: &mut FieldReader) {
    let (key, shape) = field;
    let is_empty = entry.value.words().is_some_and(|words| words.trim().is_empty());
    if is_empty || matches!(entry.value, Value::Nothing) {
        return;
    }
    let inner = format!("{within}{key}.");
    match shape {
        Shape::Text => record.texts.extend(reader.text(entry).map(|text| (*key, text))),
        Shape::Address => {
            if let Some(text) = address(entry, reader) {
                record.texts.insert(key, text);
                record.addresses.insert(key, entry.at);
            }
        }
        Shape::Date => record.texts.extend(date(entry, reader).map(|text| (*key, text))),
        Shape::Texts => {
            let texts: Vec<String> =
                reader.texts(entry, |text| vec![text.to_owned()]).into_iter().map(|(text, _)| text).collect();
            record.lists.extend((!texts.is_empty()).then_some((*key, texts)));
        }
        Shape::Part(fields) => match &entry.value {
            Value::Table(entries) => {
                record.parts.insert(key, vec![self::record(entries, fields, &inner, reader)]);
            }
            _ => no_table(entry, reader),
        },
        Shape::Parts(fields) => match &entry.value {
            Value::List(items) => {
                let parts = items.iter().filter_map(|item| match &item.value {
                    Value::Table(entries) => Some(self::record(entries, fields, &inner, reader)),
                    _ => {
                        no_tables(entry, item.at, reader);
                        None
                    }
                });
                let parts: Vec<Record> = parts.collect();
                record.parts.extend((!parts.is_empty()).then_some((*key, parts)));
            }
            _ => no_tables(entry, entry.at, reader),
        },
    }
}

/// Reports a key that the schema does not have.
fn unknown(entry: &Entry, fields: &[Field], within: &str, reader: &mut FieldReader) {
    let known: Vec<&str> = fields.iter().map(|(key, _)| *key).collect();
    let remedy = match meant(&entry.key, &known) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!("delete it, or write one of {}", known.join(", ")),
    };
    reader.warning(entry.key_at, format!("unknown key \"{within}{}\"", entry.key), remedy);
}

fn address(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let words = entry.value.words().unwrap_or_default().trim();
    let is_full = words.starts_with("https://") || words.starts_with("http://");
    let address = site_url::link(words).filter(|_| is_full);
    address.or_else(|| reader.wrong(entry, "a full address", "\"https://example.org/\""))
}

fn date(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let words = entry.value.words().unwrap_or_default().trim();
    let date = PartialDate::parse(words).map(|_| words.to_owned());
    date.or_else(|| {
        reader.wrong(entry, &format!("a date: {words}"), "\"2014-02\", a day \"2014-02-28\" or a year \"2014\"")
    })
}

/// Reports an end before its start.
fn period(entries: &[Entry], record: &Record, reader: &mut FieldReader) {
    let date = |key| PartialDate::parse(record.text(key));
    let end = entries.iter().find(|entry| entry.key == "endDate");
    if let (Some(entry), Some(start), Some(ended)) = (end, date("startDate"), date("endDate"))
        && ended.is_before(start)
    {
        let (start, end) = (record.text("startDate"), record.text("endDate"));
        reader.error(entry.at, format!("the end {end} is before the start {start}"), "correct one of the two dates");
    }
}

fn no_table(entry: &Entry, reader: &mut FieldReader) {
    let key = &entry.key;
    reader.error(entry.at, format!("\"{key}\" is no table of keys"), TABLE);
}

fn no_tables(entry: &Entry, at: Location, reader: &mut FieldReader) {
    let key = &entry.key;
    reader.error(at, format!("\"{key}\" is no list of tables"), TABLES);
}

const TABLE: &str = "write its keys between { and }";
const TABLES: &str = "write a list between [ and ], each item with its keys between { and }";
