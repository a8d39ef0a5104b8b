//! The collections of a site: `[collections.<folder>]`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::permalink::Permalink;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::slugify::slugify;
use crate::content::{Route, Slug};

/// A folder of texts beside `posts/`, with a list of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// The name of its folder, and the first segment of its addresses.
    pub folder: Slug,
    /// Its name as displayed.
    pub name: String,
    /// How its list shows the texts.
    pub view: View,
    /// In which order.
    pub order: Order,
    /// Whether it has a feed.
    pub feed: bool,
}

/// How a list shows its texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// Each with its picture, its state and its link.
    Cards,
    /// Each in full. They need no titles.
    Stream,
    /// Each in a line, as posts are.
    #[default]
    List,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// The newest first.
    #[default]
    Date,
    /// By the key `order` of each text, then by date.
    Number,
    /// By title, then by date.
    Title,
}

const VIEWS: [(&str, View); 3] = [("cards", View::Cards), ("stream", View::Stream), ("list", View::List)];
const ORDERS: [(&str, Order); 3] = [("date", Order::Date), ("order", Order::Number), ("title", Order::Title)];
const KEYS: [&str; 4] = ["name", "view", "order", "feed"];
const EXAMPLE: &str = "[collections.projects] and view = \"cards\" on the line below";

/// Folders of the project that have other files, and addresses that other pages of the site have.
const TAKEN: [&str; 13] = [
    "authors",
    "blogroll",
    "conversation",
    "dist",
    "fonts",
    "languages",
    "public",
    "resume",
    "src",
    "style",
    "target",
    "tests",
    "tools",
];

impl Collection {
    /// The page of its list.
    pub(crate) fn page(&self, number: u32) -> Option<Route> {
        match number {
            1 => Route::article(self.folder.as_str()),
            _ => Route::article(&format!("{}/page/{number}", self.folder)),
        }
    }

    /// The form of the addresses of its texts.
    pub(crate) fn permalink(&self) -> Permalink {
        Permalink::within(&self.folder)
    }
}

/// The collections, by the names of their folders.
pub(super) fn collections(entry: &Entry, reader: &mut FieldReader) -> BTreeMap<String, Collection> {
    let Value::Table(tables) = &entry.value else {
        reader.error(entry.at, "\"collections\" has no folders", format!("write {EXAMPLE}"));
        return BTreeMap::new();
    };
    tables.iter().filter_map(|table| Some((table.key.clone(), collection(table, reader)?))).collect()
}

fn collection(table: &Entry, reader: &mut FieldReader) -> Option<Collection> {
    let key = &table.key;
    let Value::Table(fields) = &table.value else {
        reader.error(table.key_at, format!("\"collections.{key}\" is not a table"), format!("write {EXAMPLE}"));
        return None;
    };
    let mut collection = Collection {
        folder: folder(table, reader)?,
        name: titled(key),
        view: View::default(),
        order: Order::default(),
        feed: true,
    };
    for entry in fields {
        match entry.key.as_str() {
            "name" => collection.name = reader.text(entry).unwrap_or_default(),
            "view" => collection.view = one_of(entry, &VIEWS, reader).unwrap_or_default(),
            "order" => collection.order = one_of(entry, &ORDERS, reader).unwrap_or_default(),
            "feed" => collection.feed = reader.flag(entry).unwrap_or(true),
            _ => reader.unknown(entry, &format!("collections.{key}."), &KEYS),
        }
    }
    Some(collection)
}

/// Whether a folder of this name may be that of a collection: it can be an address, and has no other use.
pub(crate) fn is_free_folder(name: &str) -> bool {
    let is_address = slugify(name).is_some_and(|slug| slug.as_str() == name) && Route::article(name).is_some();
    is_address && !TAKEN.contains(&name)
}

/// The folders of the collections in a `site.toml`, which may have mistakes elsewhere. None if it cannot be read.
pub(crate) fn folders_in(settings: &str) -> Vec<String> {
    let settings: toml::Table = settings.parse().unwrap_or_default();
    let collections = settings.get("collections").and_then(toml::Value::as_table);
    collections.into_iter().flat_map(|table| table.keys()).filter(|name| is_free_folder(name)).cloned().collect()
}

/// The folder of a collection, if it can be an address and has no other use.
fn folder(table: &Entry, reader: &mut FieldReader) -> Option<Slug> {
    let key = &table.key;
    let slug = slugify(key).filter(|slug| slug.as_str() == key);
    let message = match &slug {
        None => format!("\"{key}\" cannot be an address, so it is no collection"),
        Some(_) if TAKEN.contains(&key.as_str()) => {
            format!("the folder {key}/ has a use already, so it is no collection")
        }
        Some(slug) if Route::article(slug.as_str()).is_none() => {
            format!("the address /{key}/ is reserved for the site, so it is no collection")
        }
        Some(_) => return slug,
    };
    reader.error(table.key_at, message, format!("name the folder and the table otherwise, such as {EXAMPLE}"));
    None
}

/// The value of a name.
fn one_of<T: Copy>(entry: &Entry, known: &[(&str, T)], reader: &mut FieldReader) -> Option<T> {
    let words = entry.value.words().unwrap_or_default();
    if let Some((_, value)) = known.iter().find(|(name, _)| *name == words) {
        return Some(*value);
    }
    let names: Vec<String> = known.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    reader.wrong(entry, &format!("one of {}", names.join(", ")), &names[0])
}

/// A name with its first letter in upper case.
fn titled(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
