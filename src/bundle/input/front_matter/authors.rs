//! The authors of a text: a name, a list of names, or tables as other engines have them.

use super::hiding::plain;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};

/// Keys of other engines for the id, the name and the address of an author, as [`plain`] has them.
const ID: [&str; 2] = ["id", "key"];
const NAME: [&str; 1] = ["name"];
const URL: [&str; 6] = ["url", "uri", "link", "website", "homepage", "web"];

/// An author as a front matter names one.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// What may be an id of `site.toml`.
    pub(crate) id: Option<String>,
    /// What is a name and no id.
    pub(crate) name: Option<String>,
    /// The address as written.
    pub(crate) url: Option<(String, Location)>,
    pub(crate) at: Location,
}

impl Named {
    /// The name, else the id.
    pub(crate) fn words(&self) -> &str {
        self.name.as_ref().or(self.id.as_ref()).map_or("", String::as_str)
    }
}

/// The authors in the value of a key.
pub(super) fn authors(entry: &Entry, reader: &mut FieldReader) -> Vec<Named> {
    match &entry.value {
        Value::List(items) => {
            items.iter().filter_map(|item| author(&item.value, item.at, &entry.key, reader)).collect()
        }
        value => author(value, entry.at, &entry.key, reader).into_iter().collect(),
    }
}

fn author(value: &Value, at: Location, key: &str, reader: &mut FieldReader) -> Option<Named> {
    let named = match value {
        Value::Table(entries) => table(entries, at, key, reader),
        value => Named { id: words(value), name: None, url: None, at },
    };
    if named.words().is_empty() {
        let message = match value {
            Value::Flag(_) | Value::List(_) => format!("an author in \"{key}\" is not a name"),
            _ => format!("an author in \"{key}\" has no name"),
        };
        reader.error(at, message, format!("write {}", reader.syntax.line(key, "[\"Ada Lovelace\"]")));
        return None;
    }
    Some(named)
}

/// An author with an address, as in `{ name = "Ada Lovelace", url = "https://ada.example" }`.
fn table(entries: &[Entry], at: Location, key: &str, reader: &mut FieldReader) -> Named {
    let mut named = Named { id: None, name: None, url: None, at };
    for entry in entries.iter().filter(|entry| !matches!(entry.value, Value::Nothing)) {
        let own = plain(&entry.key);
        let is = |names: &[&str]| names.contains(&own.as_str());
        if is(&ID) {
            named.id = named.id.or_else(|| words(&entry.value));
        } else if is(&NAME) {
            named.name = named.name.or_else(|| words(&entry.value));
        } else if is(&URL) {
            named.url = named.url.or_else(|| Some((words(&entry.value)?, entry.at)));
        } else {
            reader.unknown(entry, &format!("{key}."), &["name", "url"]);
        }
    }
    named
}

/// A text on one line; `None` if it is empty.
fn words(value: &Value) -> Option<String> {
    let words = value.words()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
