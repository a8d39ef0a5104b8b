//! Menus and profiles of old configurations.

use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::{find, text_in};

const NAMES: [&str; 6] = ["name", "title", "label", "text", "icon", "trans_key"];
const ADDRESSES: [&str; 5] = ["url", "link", "href", "pageRef", "to"];

/// The links of a list of tables, in the order of their weights.
pub(super) fn of_tables(tables: &[&[Entry]]) -> Vec<(String, String)> {
    let link = |entries: &&[Entry]| {
        let name = NAMES.iter().find_map(|key| text_in(entries, key))?;
        let url = ADDRESSES.iter().find_map(|key| text_in(entries, key))?;
        let weight = text_in(entries, "weight").and_then(|weight| weight.parse::<i64>().ok()).unwrap_or_default();
        Some((weight, (name, url)))
    };
    let mut links: Vec<_> = tables.iter().filter_map(link).collect();
    links.sort_by_key(|(weight, _)| *weight);
    links.into_iter().map(|(_, link)| link).collect()
}

/// The links of a table from names to addresses: `Home: /`, `GitHub: https://… || fab fa-github`.
pub(super) fn of_pairs(entries: &[Entry]) -> Vec<(String, String)> {
    let address = |value: &Value| match value {
        Value::Text(url) => Some(url.split("||").next().unwrap_or(url).trim().to_owned()),
        Value::Table(below) => ADDRESSES.iter().find_map(|key| text_in(below, key)),
        _ => None,
    };
    let link = |entry: &Entry| Some((entry.key.clone(), address(&entry.value)?));
    let is_link = |(_, url): &(String, String)| url.starts_with('/') || url.contains("://");
    entries.iter().filter_map(link).filter(is_link).collect()
}

/// The value at the first of some paths, as links, whichever form it has.
pub(super) fn links(entries: &[Entry], paths: &[&str]) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for path in paths {
        match find(entries, path) {
            Some(Value::List(items)) => {
                let tables: Vec<&[Entry]> = items
                    .iter()
                    .filter_map(|item| match &item.value {
                        Value::Table(entries) => Some(entries.as_slice()),
                        _ => None,
                    })
                    .collect();
                links.extend(of_tables(&tables));
            }
            Some(Value::Table(entries)) => links.extend(of_pairs(entries)),
            _ => {}
        }
    }
    links
}
