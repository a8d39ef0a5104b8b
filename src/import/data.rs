//! Values of a configuration or a front matter, found by their path, whatever the syntax.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;

use super::literals::Literals;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Item, Value};
use crate::bundle::input::fields::{from_toml, from_yaml};

/// The form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Toml,
    Yaml,
    Json,
    /// JavaScript, of which only the literals are read.
    Code,
}

impl Form {
    /// The form of a file, by its extension.
    pub(super) fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "toml" => Some(Self::Toml),
            "yml" | "yaml" => Some(Self::Yaml),
            "json" | "webmanifest" => Some(Self::Json),
            _ => None,
        }
    }
}

/// The entries of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Data(pub(super) Vec<Entry>);

impl Data {
    /// Parses a document whose first line is line `first` of its file. The error is a line of the file and a message.
    pub(super) fn parse(text: &str, form: Form, first: usize) -> Result<Self, (usize, String)> {
        let mut reader = FieldReader::new(Path::new(""));
        let entries = match form {
            Form::Toml => from_toml::entries(text, first, &mut reader),
            Form::Yaml => from_yaml::entries(text, first, &mut reader),
            Form::Json => return json(text, first),
            Form::Code => return Ok(Self::of_literals(text, first)),
        };
        entries.map(Self).ok_or_else(|| match reader.findings.sorted().first() {
            Some(found) => (found.location.line.map_or(first, std::num::NonZero::get), found.message.clone()),
            None => (first, "cannot be read".to_owned()),
        })
    }

    fn of_literals(text: &str, first: usize) -> Self {
        let literals = Literals::read(text);
        let at = Location::from(first);
        let entry = |(key, value): (String, String)| Entry { key, key_at: at, value: Value::Text(value), at };
        Self(literals.top().map(entry).collect())
    }

    /// The value at a path such as `params.author`, in any case.
    pub(super) fn get(&self, path: &str) -> Option<&Value> {
        find(&self.0, path)
    }

    /// The value of a key in any case, with or without `_` and `-`, or at a path.
    pub(super) fn named(&self, name: &str) -> Option<&Value> {
        if name.contains('.') { self.get(name) } else { self.entry(name).map(|entry| &entry.value) }
    }

    /// The entry of a key in any case, with or without `_` and `-`.
    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        self.0.iter().find(|entry| letters(&entry.key).eq(letters(name)))
    }

    /// The text or the number at a path, on one line; `None` if it is empty.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        self.get(path).and_then(text_of)
    }

    /// The texts of the list at a path, or the single text there.
    pub(super) fn texts(&self, path: &str) -> Vec<String> {
        self.get(path).map(texts_of).unwrap_or_default()
    }

    /// The boolean at a path.
    pub(super) fn flag(&self, path: &str) -> Option<bool> {
        self.get(path).and_then(Value::flag)
    }

    /// The texts and numbers by their paths, also those in tables of the first level.
    pub(super) fn values(&self) -> BTreeMap<String, String> {
        let single = |path: String, value: &Value| Some((path, value.words()?.to_owned()));
        let of = |entry: &Entry| -> Vec<(String, String)> {
            match &entry.value {
                Value::Table(inner) => {
                    let path = |inner: &Entry| format!("{}.{}", entry.key, inner.key);
                    inner.iter().filter_map(|inner| single(path(inner), &inner.value)).collect()
                }
                value => single(entry.key.clone(), value).into_iter().collect(),
            }
        };
        self.0.iter().flat_map(of).collect()
    }

    /// The entries of the table at a path.
    pub(super) fn table(&self, path: &str) -> &[Entry] {
        match self.get(path) {
            Some(Value::Table(entries)) => entries,
            _ => &[],
        }
    }

    /// The tables in the list at a path, as `[[menu.main]]` of TOML has them.
    pub(super) fn tables(&self, path: &str) -> Vec<&[Entry]> {
        match self.get(path) {
            Some(Value::List(items)) => items.iter().filter_map(|item| table_of(&item.value)).collect(),
            _ => Vec::new(),
        }
    }

    /// Takes the entry at a path out.
    pub(super) fn take(&mut self, path: &str) -> Option<Entry> {
        let mut entries = &mut self.0;
        let mut names = path.split('.').peekable();
        while let Some(name) = names.next() {
            let at = entries.iter().position(|entry| entry.key.eq_ignore_ascii_case(name))?;
            if names.peek().is_none() {
                return Some(entries.remove(at));
            }
            match &mut entries[at].value {
                Value::Table(below) => entries = below,
                _ => return None,
            }
        }
        None
    }

    /// Adds the entries of another whose keys are not here yet, also those in tables that both have.
    pub(super) fn fill(&mut self, other: Self) {
        fill(&mut self.0, other.0, FILLED_LEVELS);
    }
}

/// How deep tables are filled: `languages.fr.params.author.name` has five.
const FILLED_LEVELS: usize = 6;

fn fill(own: &mut Vec<Entry>, more: Vec<Entry>, levels: usize) {
    for entry in more {
        match own.iter_mut().find(|own| own.key.eq_ignore_ascii_case(&entry.key)) {
            None => own.push(entry),
            Some(Entry { value: Value::Table(own), .. }) => {
                if let (Value::Table(more), Some(levels)) = (entry.value, levels.checked_sub(1)) {
                    fill(own, more, levels);
                }
            }
            Some(_) => {}
        }
    }
}

pub(super) fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The value at a path below some entries.
pub(super) fn find<'e>(mut entries: &'e [Entry], path: &str) -> Option<&'e Value> {
    let mut names = path.split('.').peekable();
    while let Some(name) = names.next() {
        let value = &entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(name))?.value;
        match value {
            value if names.peek().is_none() => return Some(value),
            Value::Table(below) => entries = below,
            _ => return None,
        }
    }
    None
}

/// The text at a path below some entries.
pub(super) fn text_in(entries: &[Entry], path: &str) -> Option<String> {
    find(entries, path).and_then(text_of)
}

pub(super) fn text_of(value: &Value) -> Option<String> {
    let words = value.words()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// The texts in a value. A list in the list, as Hexo has for nested categories, is read in its order; of a table the
/// name is taken.
pub(super) fn texts_of(value: &Value) -> Vec<String> {
    let single = |value: &Value| match value {
        Value::Table(entries) => ["label", "name", "title"].iter().find_map(|key| text_in(entries, key)),
        value => text_of(value),
    };
    let mut texts = Vec::new();
    match value {
        Value::List(items) => {
            for item in items {
                match &item.value {
                    Value::List(below) => texts.extend(below.iter().filter_map(|item| single(&item.value))),
                    value => texts.extend(single(value)),
                }
            }
        }
        value => texts.extend(single(value)),
    }
    texts
}

fn table_of(value: &Value) -> Option<&[Entry]> {
    match value {
        Value::Table(entries) => Some(entries),
        _ => None,
    }
}

fn json(text: &str, first: usize) -> Result<Data, (usize, String)> {
    match serde_json::from_str::<Json>(text) {
        Ok(Json::Object(map)) => Ok(Data(entries_of(map, first))),
        Ok(_) => Err((first, "this is not an object of JSON".to_owned())),
        Err(error) => Err((first + error.line().max(1) - 1, format!("this is not JSON: {error}"))),
    }
}

fn entries_of(map: serde_json::Map<String, Json>, line: usize) -> Vec<Entry> {
    let at = Location::from(line);
    map.into_iter().map(|(key, value)| Entry { key, key_at: at, value: value_of(value, line), at }).collect()
}

/// The parser of JSON refuses values that are nested too deeply.
fn value_of(value: Json, line: usize) -> Value {
    let item = |value: Json| Item { value: value_of(value, line), written: String::new(), at: line.into() };
    match value {
        Json::Null => Value::Nothing,
        Json::Bool(flag) => Value::Flag(flag),
        Json::Number(number) => Value::Number(number.to_string()),
        Json::String(text) => Value::Text(text),
        Json::Array(list) => Value::List(list.into_iter().map(item).collect()),
        Json::Object(map) => Value::Table(entries_of(map, line)),
    }
}
