//! The configuration of a Hugo site, in one file or in `config/_default/`.

use std::path::PathBuf;

use super::CONFIGS;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::{Data, Form};
use crate::import::engines::menus;
use crate::import::folder::Folder;
use crate::import::notes::Open;
use crate::import::site::Settings;

/// The folders of a configuration, the one that counts first before. A site is published in the environment `production`.
const FOLDERS: [&str; 2] = ["config/production", "config/_default"];

pub(super) fn read(folder: &Folder, open: &mut Vec<(PathBuf, Open)>) -> Data {
    let mut config = Data::default();
    of_folder(folder, FOLDERS[0], &mut config, open);
    if let Some(path) = folder.first(&CONFIGS) {
        config.fill(folder.data(path.as_ref(), open));
    }
    of_folder(folder, FOLDERS[1], &mut config, open);
    config
}

/// Each file in a folder is a table by its name, except that of the site.
fn of_folder(folder: &Folder, below: &str, config: &mut Data, open: &mut Vec<(PathBuf, Open)>) {
    for path in folder.below(below).filter(|path| Form::of(path).is_some()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let data = folder.data(path, open);
        config.fill(match name.split_once('.') {
            _ if name == "hugo" || name == "config" => data,
            // A file may have its table once more within.
            _ if matches!(data.0.as_slice(), [only] if only.key == name) => data,
            Some((name, language)) => Data(vec![table("languages", vec![table(language, vec![table(name, data.0)])])]),
            None => Data(vec![table(&name, data.0)]),
        });
    }
}

fn table(key: &str, entries: Vec<Entry>) -> Entry {
    let at = Location::default();
    Entry { key: key.to_owned(), key_at: at, value: Value::Table(entries), at }
}

/// What the site says of itself; what it does not is asked of its default language.
pub(super) fn settings(config: &Data) -> Settings {
    let language = ["defaultContentLanguage", "languageCode", "locale"].iter().find_map(|key| config.text(key));
    let own = format!("languages.{}.", config.text("defaultContentLanguage").as_deref().unwrap_or("en"));
    let text =
        |keys: &[&str]| keys.iter().find_map(|key| config.text(key).or_else(|| config.text(&format!("{own}{key}"))));
    let menus =
        ["menu.main".to_owned(), "menus.main".to_owned(), format!("{own}menu.main"), format!("{own}menus.main")];
    let profiles =
        ["params.social", "params.socialIcons", "params.author.links", "params.socials", "params.social_links"];
    let paths: Vec<&str> = menus.iter().map(String::as_str).chain(profiles).collect();
    Settings {
        title: text(&["title", "params.title"]),
        description: text(&["params.description", "description", "params.subtitle", "params.info"]),
        author: text(&["params.author", "params.author.name", "author.name", "author", "params.name"]),
        url: text(&["baseURL"]).filter(|url| url.contains("://")),
        language: text(&["languageCode", "locale"]).or(language).map(|tag| tag.replace('_', "-")),
        time_zone: config.text("timeZone"),
        links: menus::links(&config.0, &paths),
        ..Settings::default()
    }
}

/// The folders that a key names, which may be a list.
pub(super) fn folders(config: &Data, key: &str, default: &str) -> Vec<String> {
    let named = config.texts(key);
    if named.is_empty() { vec![default.to_owned()] } else { named }
}
