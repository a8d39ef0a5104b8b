//! The authors of a site with several: `[authors.<id>]`.

use std::collections::BTreeMap;

use super::{Config, site_url};
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::person::{AUTHORS, Person};
use crate::bundle::input::slugify::slugify;
use crate::content::{Link, Slug};

const EXAMPLE: &str = "[authors.ada] and name = \"Ada Lovelace\" on the line below";

/// The authors by their ids. Their links are also added to `all`, each with its location.
pub(super) fn authors(
    entry: &Entry,
    all: &mut Vec<(Location, Link)>,
    reader: &mut FieldReader,
) -> BTreeMap<String, Person> {
    let mut authors = BTreeMap::new();
    let Value::Table(tables) = &entry.value else {
        reader.error(entry.at, "\"authors\" has no ids", format!("write {EXAMPLE}"));
        return authors;
    };
    for table in tables {
        match &table.value {
            Value::Table(fields) => {
                authors.insert(table.key.clone(), person(table, fields, all, reader));
            }
            _ => {
                let message = format!("\"authors.{}\" is not a table", table.key);
                reader.error(table.key_at, message, format!("write {EXAMPLE}"));
            }
        }
    }
    authors
}

/// Gives each author an address, if there are others than the author of the site.
pub(super) fn name_pages<'e>(config: &mut Config, tables: impl Iterator<Item = &'e Entry>, reader: &mut FieldReader) {
    let places: BTreeMap<&str, Location> = tables.map(|table| (table.key.as_str(), table.key_at)).collect();
    if !config.has_several_authors() {
        return;
    }
    let mut known: BTreeMap<Slug, String> = BTreeMap::new();
    for (id, person) in &mut config.authors {
        let at = places.get(id.as_str()).copied().unwrap_or_default();
        let Some(slug) = slugify(id) else {
            let message = format!("the author \"{id}\" has no letter or digit for an address");
            reader.error(at, message, format!("write another id, {EXAMPLE}"));
            continue;
        };
        if let Some(other) = known.insert(slug.clone(), id.clone()) {
            let message = format!("the author \"{id}\" has the address of \"{other}\", /{AUTHORS}/{slug}/");
            reader.error(at, message, "write another id for one of them, here and in the posts");
        }
        person.id = Some(slug);
    }
}

fn person(table: &Entry, fields: &[Entry], all: &mut Vec<(Location, Link)>, reader: &mut FieldReader) -> Person {
    let mut person = Person::default();
    for entry in fields {
        match entry.key.as_str() {
            "name" => person.name = reader.text(entry).unwrap_or_default(),
            "url" => {
                let url = entry.value.words().and_then(site_url::link);
                person.url = url.or_else(|| reader.wrong(entry, site_url::WANTED, site_url::EXAMPLE));
                all.extend(person.url.clone().map(|url| (entry.at, Link { name: table.key.clone(), url })));
            }
            "bio" => person.bio = reader.phrase(entry),
            _ => reader.unknown(entry, &format!("authors.{}.", table.key), &["name", "url", "bio"]),
        }
    }
    if !fields.iter().any(|entry| entry.key == "name") {
        let message = format!("the author \"{}\" has no name", table.key);
        let id = toml_key(&table.key);
        reader.error(table.key_at, message, format!("write name = \"Ada Lovelace\" below [authors.{id}]"));
    }
    person
}

/// A key as TOML has it: in quotes unless it is bare.
fn toml_key(key: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if bare { key.to_owned() } else { toml::Value::String(key.to_owned()).to_string() }
}
