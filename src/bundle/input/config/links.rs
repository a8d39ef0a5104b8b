//! The links of `site.toml`: in the navigation, of the author, and single addresses.

use super::site_url;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Item, Value};
use crate::content::Link;

const LINKS: &str = "a list of names and addresses";
const LINK: &str = "[{ name = \"About\", url = \"/about/\" }]";

/// A full `https` URL.
pub(super) fn full(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let full = entry.value.words().filter(|url| url.starts_with("https://")).and_then(site_url::link);
    full.or_else(|| reader.wrong(entry, "a full address", "\"https://…\""))
}

/// The links of a list, which are also added to `all`, each with its location.
pub(super) fn links(entry: &Entry, all: &mut Vec<(Location, Link)>, reader: &mut FieldReader) -> Vec<Link> {
    let Value::List(items) = &entry.value else {
        return reader.wrong(entry, LINKS, LINK).unwrap_or_default();
    };
    let links: Vec<_> = items.iter().filter_map(|item| link(item, entry, reader)).collect();
    all.extend_from_slice(&links);
    links.into_iter().map(|(_, link)| link).collect()
}

fn link(item: &Item, list: &Entry, reader: &mut FieldReader) -> Option<(Location, Link)> {
    let Value::Table(entries) = &item.value else {
        let message = format!("an item of \"{}\" is not a name and an address", list.key);
        reader.error(item.at, message, format!("write {LINK}"));
        return None;
    };
    let (mut name, mut url, mut at) = (None, None, item.at);
    for entry in entries {
        match entry.key.as_str() {
            "name" => name = reader.text(entry),
            "url" => {
                let written = entry.value.words().and_then(site_url::link);
                at = entry.at;
                url = written.or_else(|| reader.wrong(entry, site_url::WANTED, site_url::EXAMPLE));
            }
            _ => reader.unknown(entry, &format!("{}.", list.key), &["name", "url"]),
        }
    }
    for key in ["name", "url"] {
        if !entries.iter().any(|entry| entry.key == key) {
            reader.error(item.at, format!("a link of \"{}\" has no {key}", list.key), format!("write {LINK}"));
        }
    }
    Some((at, Link { name: name?, url: url? }))
}
