//! The settings of an Eleventy site.

use std::path::Path;

use crate::import::folder::{Folder, slashed};
use crate::import::literals::Literals;
use crate::import::site::Settings;

/// What the data of the site says of it, `_data/metadata.*`.
pub(super) fn read(folder: &Folder, below: &str, code: &str) -> Settings {
    let mut settings = of_data(folder, below);
    // The addresses of a site in a folder begin with that.
    let prefix = Literals::read(code).text(&["pathPrefix"]).unwrap_or_default();
    let prefix = prefix.trim_matches('/');
    if let Some(url) = settings.url.as_mut().filter(|_| !prefix.is_empty()) {
        let bare = url.split_once("://").is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains('/'));
        if bare {
            *url = format!("{}/{prefix}/", url.trim_end_matches('/'));
        }
    }
    settings
}

fn of_data(folder: &Folder, below: &str) -> Settings {
    let names = ["metadata", "site", "meta"];
    let folders = [below, ""];
    let mut open = Vec::new();
    let path = |name: &str, ending: &str| {
        folders
            .iter()
            .map(|below| slashed(&Path::new(below).join("_data").join(format!("{name}.{ending}"))))
            .find(|path| folder.has(path))
    };
    for name in names {
        if let Some(path) = path(name, "json").or_else(|| path(name, "yaml")).or_else(|| path(name, "yml")) {
            let data = folder.data(path.as_ref(), &mut open);
            let text = |keys: &[&str]| keys.iter().find_map(|key| data.text(key));
            return Settings {
                title: text(&["title", "name"]),
                description: text(&["description"]),
                author: text(&["author.name", "author", "authorName"]),
                url: text(&["url", "baseUrl"]).filter(|url| url.contains("://")),
                language: text(&["language", "lang", "locale"]),
                ..Settings::default()
            };
        }
        if let Some(path) = path(name, "js").or_else(|| path(name, "mjs")).or_else(|| path(name, "cjs")) {
            let data = folder.literals(&[&path]);
            return Settings {
                title: data.text(&["title", "name"]),
                description: data.text(&["description"]),
                author: data.text(&["author.name", "author"]),
                url: data.text(&["url", "baseUrl"]).filter(|url| url.contains("://")),
                language: data.text(&["language", "lang", "locale"]),
                ..Settings::default()
            };
        }
    }
    Settings::default()
}
