//! The files in which engines and themes have their authors.

use std::path::{Path, PathBuf};

use super::named::person;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, Form};
use crate::import::folder::{Folder, is_text};
use crate::import::notes::Open;
use crate::import::site::Person;
use crate::import::source::Source;

/// Files, without their extension, and folders with a file for each author.
const PLACES: [&str; 9] = [
    "_data/authors",
    "_authors",
    "data/authors",
    "content/authors",
    "source/_data/authors",
    "src/_data/authors",
    "src/content/authors",
    "src/data/authors",
    "authors",
];

/// The authors of a site in its folder.
pub(in crate::import) fn people(folder: &Folder, open: &mut Vec<(PathBuf, Open)>) -> Vec<Person> {
    PLACES.iter().flat_map(|place| at(folder, place, open)).collect()
}

/// The authors in a file or a folder of this name.
pub(in crate::import) fn at(folder: &Folder, place: &str, open: &mut Vec<(PathBuf, Open)>) -> Vec<Person> {
    let mut people = Vec::new();
    for ending in ["yml", "yaml", "toml", "json"] {
        let path = format!("{place}.{ending}");
        if folder.has(&path) {
            people.extend(of_file(folder, path.as_ref(), open));
        }
    }
    for path in folder.below(place) {
        let data = if is_text(path) {
            // Its mistakes are told of where the text itself is read.
            Source::read(folder, path, &mut Vec::new()).map(|source| source.data)
        } else {
            Form::of(path).map(|_| folder.data(path, open))
        };
        people.extend(data.and_then(|data| of_text(data, path)));
    }
    people
}

/// Of a file for one author: its name is the id, and a page about the author has the name as its title.
fn of_text(mut data: Data, path: &Path) -> Option<Person> {
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let own = stem(path);
    let id = if matches!(own.as_str(), "index" | "_index") { folder? } else { own };
    if data.text("name").is_none() {
        let titles = data.0.iter_mut().filter(|entry| entry.key.eq_ignore_ascii_case("title"));
        titles.for_each(|entry| "name".clone_into(&mut entry.key));
    }
    person(&data.0, Some(&id))
}

/// Of a file for all: a table with their ids as keys, or a list.
fn of_file(folder: &Folder, path: &Path, open: &mut Vec<(PathBuf, Open)>) -> Vec<Person> {
    let data = match (folder.read(path), Form::of(path)) {
        (Ok(text), Some(form @ (Form::Json | Form::Yaml))) if is_list(&text) => {
            let text = if form == Form::Json { format!("{{\"all\":{text}}}") } else { format!("all:\n{text}") };
            Data::parse(&text, form, 1).unwrap_or_default()
        }
        _ => folder.data(path, open),
    };
    let by_id = data.0.iter().filter_map(|Entry { key, value, .. }| match value {
        Value::Table(fields) => person(fields, Some(key)),
        value => value.words().filter(|_| key != "all").map(|name| Person {
            id: Some(key.clone()),
            name: name.to_owned(),
            ..Person::default()
        }),
    });
    by_id.chain(data.tables("all").into_iter().filter_map(|fields| person(fields, None))).collect()
}

/// Whether the first line that says something begins a list.
fn is_list(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.find(|line| *line != "---").is_some_and(|line| line.starts_with('[') || line.starts_with("- "))
}
