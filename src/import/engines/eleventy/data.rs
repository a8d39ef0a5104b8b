//! The data that an Eleventy text gets from files beside it and above it.

use std::path::{Path, PathBuf};

use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, slashed};
use crate::import::literals::Literals;
use crate::import::notes::Open;

/// The data of a text: of `first.11tydata.json`, `blog/blog.json` and the like. The nearest counts first.
#[derive(Debug, Default)]
pub(super) struct Cascade {
    pub(super) data: Data,
    /// The tags of all files: Eleventy adds them up.
    pub(super) tags: Vec<String>,
    /// The file whose code makes the address, if one does.
    pub(super) unknown: Option<String>,
}

impl Cascade {
    pub(super) fn of(folder: &Folder, file: &Path, open: &mut Vec<(PathBuf, Open)>) -> Self {
        let mut cascade = Self::default();
        let own = [file.parent().unwrap_or(Path::new("")).join(stem(file))];
        let above = file.ancestors().skip(1).filter_map(|folder| Some(folder.join(folder.file_name()?)));
        for path in own.into_iter().chain(above) {
            cascade.add(folder, &slashed(&path), open);
        }
        cascade
    }

    fn add(&mut self, folder: &Folder, path: &str, open: &mut Vec<(PathBuf, Open)>) {
        for ending in ["11tydata.json", "json", "11tydata.yaml", "11tydata.yml"] {
            let path = PathBuf::from(format!("{path}.{ending}"));
            if folder.has(&path) {
                let mut data = folder.data(&path, open);
                self.tags.extend(data.texts("tags"));
                drop(data.take("tags"));
                self.data.fill(data);
            }
        }
        for ending in ["11tydata.js", "11tydata.mjs", "11tydata.cjs", "11tydata.ts"] {
            let path = format!("{path}.{ending}");
            let Ok(code) = folder.has(&path).then(|| folder.read(path.as_ref())).transpose() else { continue };
            let Some(code) = code else { continue };
            let literals = Literals::read(&code);
            self.tags.extend(literals.all("tags").map(str::to_owned));
            let permalink = self.data.get("permalink").is_some();
            self.data.fill(of_literals(&literals));
            if code.contains("permalink") && !permalink && self.data.get("permalink").is_none() {
                self.unknown.get_or_insert(path);
            }
        }
    }
}

fn of_literals(literals: &Literals) -> Data {
    let at = Location::default();
    let entry = |key: &&str| {
        let value = match literals.get(key)? {
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            text => Value::Text(text.to_owned()),
        };
        Some(Entry { key: (*key).to_owned(), key_at: at, value, at })
    };
    let keys = ["layout", "permalink", "lang", "draft", "author", "eleventyExcludeFromCollections"];
    Data(keys.iter().filter_map(entry).collect())
}
