//! Reads a message with a count: a text for every number, or a table with a form for each kind of number. Native only.

use super::message_text::{has_values, line, values};
use super::plurals::{OTHER, Plurals};
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::unknown_keys;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::content::plural::MILLION;

/// The text as pages carry it. `english`: that of the English message.
pub(super) fn read(entry: &Entry, plurals: &Plurals, english: &str, reader: &mut FieldReader) -> Option<String> {
    let Value::Table(table) = &entry.value else {
        return match line(&entry.value) {
            Some(text) => has_values(entry, &entry.key, &text, last(english), reader).then_some(text),
            None => reader.wrong(entry, "a text, or a table of its forms for numbers", &example(plurals, english)),
        };
    };
    let mut text = |form: &Entry| text(entry, form, plurals, last(english), reader);
    let forms: Vec<_> = table.iter().map(|form| (&*form.key, text(form))).collect();
    for name in plurals.needed().filter(|name| table.iter().all(|form| form.key != *name)) {
        report_missing(entry, name, plurals, english, reader);
    }
    let text_of = |name: &str| forms.iter().find(|(own, _)| *own == name).and_then(|(_, text)| text.as_deref());
    plurals.message(|name| text_of(name).or_else(|| text_of(OTHER)))
}

/// The text of a form.
fn text(message: &Entry, form: &Entry, plurals: &Plurals, model: &str, reader: &mut FieldReader) -> Option<String> {
    let (key, name, language) = (&message.key, &*form.key, &plurals.language);
    if !plurals.forms.contains(&name) {
        let known = plurals.forms.join(", ");
        let message =
            format!("\"{key}\" has a form \"{name}\", but the forms of numbers in \"{language}\" are: {known}");
        match unknown_keys::meant(name, &plurals.forms) {
            Some(meant) => reader.error(form.key_at, message, format!("did you mean \"{meant}\"?")),
            None => reader.warning(form.key_at, message, "delete it"),
        }
        return None;
    }
    let Some(text) = line(&form.value) else { return reader.wrong(form, "a text", &format!("\"{model}\"")) };
    // "A like" says 1 without the number. In Russian, the same form is for 21, too; in French, "many" for every million.
    let says_number =
        values(&text).is_empty() && matches!(plurals.numbers_of(name).collect::<Vec<_>>()[..], [0..MILLION]);
    (says_number || has_values(form, &format!("{key}.{name}"), &text, model, reader)).then_some(text)
}

/// Without a form, numbers have the other one. Without that, there is no text.
fn report_missing(entry: &Entry, name: &str, plurals: &Plurals, english: &str, reader: &mut FieldReader) {
    let (key, language) = (&entry.key, &plurals.language);
    if name == OTHER {
        let remedy = format!("add other = \"{}\", in your words", last(english));
        return reader.error(entry.at, format!("\"{key}\" has no form \"other\", which every language needs"), remedy);
    }
    let numbers: Vec<String> = plurals.numbers_of(name).take(3).map(|number| number.to_string()).collect();
    let message = format!("\"{key}\" has no form \"{name}\", which \"{language}\" has for {}", numbers.join(", "));
    let other = entry.value.table().iter().find(|form| form.key == OTHER).and_then(|form| line(&form.value));
    let remedy =
        format!("add {name} = \"{}\", as it is said with these numbers", other.as_deref().unwrap_or(last(english)));
    reader.warning(entry.at, message, remedy);
}

/// The last form of a message, or its only text.
fn last(message: &str) -> &str {
    message.rsplit('\t').next().unwrap_or(message)
}

/// A table of the forms of a language, with English texts.
fn example(plurals: &Plurals, english: &str) -> String {
    let one = english.split('\t').nth(1).unwrap_or(english);
    let text = |name| if name == "one" { one } else { last(english) };
    let forms: Vec<String> = plurals.needed().map(|name| format!("{name} = \"{}\"", text(name))).collect();
    format!("{{ {} }}", forms.join(", "))
}
