//! The authors that a front matter names.

use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::{Data, text_in, text_of};
use crate::import::keys;
use crate::import::site::Person;

/// Keys of a table, in which the first that is there counts.
const ID: [&str; 6] = ["id", "key", "short_name", "login", "username", "slug"];
const NAME: [&str; 4] = ["name", "display_name", "displayName", "full_name"];
const URL: [&str; 7] = ["url", "website", "web", "homepage", "link", "uri", "site"];
const BIO: [&str; 4] = ["bio", "description", "about", "title"];

/// The ids or names of the authors of a text.
pub(in crate::import) fn names(data: &Data) -> Vec<String> {
    let words = |value: &Value| match value {
        Value::Table(fields) => first(fields, &ID).or_else(|| first(fields, &NAME)),
        value => text_of(value),
    };
    let mut found = keys::AUTHORS.values(data).map(|value| each(value).into_iter().filter_map(words).collect());
    found.find(|names: &Vec<String>| !names.is_empty()).unwrap_or_default()
}

/// The authors of a text of whom it says more than a name.
pub(in crate::import) fn people(data: &Data) -> Vec<Person> {
    let tables = keys::AUTHORS.values(data).flat_map(each);
    let person = |value: &Value| match value {
        Value::Table(fields) => person(fields, None),
        _ => None,
    };
    tables.filter_map(person).collect()
}

/// The person of a table; `None` if it has no name. `id` is that of a table which has none.
pub(super) fn person(fields: &[Entry], id: Option<&str>) -> Option<Person> {
    let url = first(fields, &URL).filter(|url| url.contains("://") || url.starts_with('/'));
    Some(Person {
        name: first(fields, &NAME)?,
        id: first(fields, &ID).or_else(|| id.map(str::to_owned)),
        url,
        bio: first(fields, &BIO),
    })
}

fn first(fields: &[Entry], keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| text_in(fields, key))
}

/// The items of a list, or the single value.
fn each(value: &Value) -> Vec<&Value> {
    match value {
        Value::List(items) => items.iter().map(|item| &item.value).collect(),
        single => vec![single],
    }
}
