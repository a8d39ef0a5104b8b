//! Reads `[head]`: the owner's own tags in the head of every page, such as those that prove to a service whose page it is.

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Item, Value};

/// The owner's own tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadTags {
    /// Names and contents of `meta` tags.
    pub meta: Vec<(String, String)>,
    /// Attributes of `link` tags.
    pub links: Vec<Vec<(&'static str, String)>>,
}

const LINK: [&str; 4] = ["rel", "href", "type", "title"];
const EXAMPLE: &str = "[{ rel = \"me\", href = \"https://mastodon.example/@alex\" }]";
/// Links that load something, for which there are other ways.
const LOADING: [(&str, &str); 6] = [
    ("stylesheet", "write your style into public/owner.css"),
    ("preload", "delete it: pages load what they need"),
    ("modulepreload", "delete it: pages load what they need"),
    ("prefetch", "delete it: pages load what they need"),
    ("manifest", "delete it: each site has a manifest"),
    ("canonical", "delete it: each page has its own"),
];

/// Reads the tags.
pub(super) fn tags(entry: &Entry, reader: &mut FieldReader) -> HeadTags {
    let mut tags = HeadTags::default();
    for entry in reader.table(entry) {
        match entry.key.as_str() {
            "meta" => {
                for entry in reader.table(entry) {
                    tags.meta.extend(reader.text(entry).map(|content| (entry.key.clone(), content)));
                }
            }
            "links" => match &entry.value {
                Value::List(items) => tags.links.extend(items.iter().filter_map(|item| link(item, reader))),
                _ => {
                    reader.wrong::<()>(entry, "a list of links", EXAMPLE);
                }
            },
            _ => reader.unknown(entry, "head.", &["meta", "links"]),
        }
    }
    tags
}

fn link(item: &Item, reader: &mut FieldReader) -> Option<Vec<(&'static str, String)>> {
    let Value::Table(entries) = &item.value else {
        reader.error(item.at, "an item of \"head.links\" is not a link", format!("write {EXAMPLE}"));
        return None;
    };
    let mut attributes = Vec::new();
    for entry in entries {
        match LINK.iter().find(|name| **name == entry.key) {
            Some(name) => attributes.push((*name, reader.text(entry)?)),
            None => reader.unknown(entry, "head.links.", &LINK),
        }
        let words = entry.value.words().filter(|_| entry.key == "rel").unwrap_or_default();
        let loading = |(rel, _): &&(&str, &str)| words.split_whitespace().any(|word| word.eq_ignore_ascii_case(rel));
        if let Some((rel, remedy)) = LOADING.iter().find(loading) {
            reader.error(entry.at, format!("\"head.links\" cannot have rel = \"{rel}\""), *remedy);
            return None;
        }
    }
    if ["rel", "href"].iter().any(|name| !attributes.iter().any(|(known, _)| known == name)) {
        reader.error(item.at, "a link of \"head.links\" needs rel and href", format!("write {EXAMPLE}"));
        return None;
    }
    Some(attributes)
}
