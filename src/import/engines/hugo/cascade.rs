//! `cascade`: values that a section, or the configuration, gives to the pages below.

use std::path::{Path, PathBuf};

use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, find, text_in};
use crate::import::globs::Globs;

/// The values that a page may get.
#[derive(Debug, Default)]
pub(super) struct Cascades(Vec<Cascade>);

#[derive(Debug)]
struct Cascade {
    /// The folder below the texts whose pages get them, and the language of its `_index.md`.
    folder: PathBuf,
    of_index: Option<String>,
    paths: Option<Globs>,
    language: Option<String>,
    values: Vec<Entry>,
}

impl Cascades {
    /// Adds those of the configuration.
    pub(super) fn of_config(config: &Data) -> Self {
        let mut all = Self::default();
        all.add(config, Path::new(""), None);
        all
    }

    /// Adds those of a section's `_index.md` at a path below the texts.
    pub(super) fn of_section(&mut self, data: &Data, path: &Path, language: &str) {
        if stem(path) == "_index" {
            self.add(data, path.parent().unwrap_or(Path::new("")), Some(language));
        }
    }

    fn add(&mut self, data: &Data, folder: &Path, of_index: Option<&str>) {
        let mut tables = data.tables("cascade");
        tables.extend(Some(data.table("cascade")).filter(|table| !table.is_empty()));
        for table in tables {
            let target =
                |key: &str| ["target", "_target"].iter().find_map(|name| text_in(table, &format!("{name}.{key}")));
            let for_pages = target("kind").is_none_or(|kind| kind.contains("page") || kind == "*");
            let environment = target("environment").is_none_or(|name| name.contains("production") || name == "*");
            if !for_pages || !environment {
                continue;
            }
            let values = table.iter().filter(|entry| !matches!(entry.key.as_str(), "target" | "_target"));
            self.0.push(Cascade {
                folder: folder.to_owned(),
                of_index: of_index.map(str::to_owned),
                paths: target("path").map(|path| Globs::new([path]).0),
                language: target("lang").or_else(|| {
                    let first = find(table, "target.sites.matrix.languages").map(crate::import::data::texts_of);
                    first.unwrap_or_default().into_iter().next()
                }),
                values: values.cloned().collect(),
            });
        }
    }

    /// Gives a page the values that it does not have itself. Those of the nearest section count first.
    pub(super) fn apply(&self, data: &mut Data, path: &Path, language: &str) {
        let own = if stem(path) == "index" { path.parent().unwrap_or(path) } else { path };
        let own = own.with_extension("");
        let fits = |cascade: &&Cascade| {
            path.starts_with(&cascade.folder)
                && cascade.of_index.as_ref().is_none_or(|known| known == language)
                && cascade.language.as_ref().is_none_or(|known| known == language)
                && cascade.paths.as_ref().is_none_or(|globs| globs.has_whole(&own))
        };
        let mut found: Vec<&Cascade> = self.0.iter().filter(fits).collect();
        found.sort_by_key(|cascade| std::cmp::Reverse(cascade.folder.components().count()));
        for cascade in found {
            data.fill(Data(
                cascade.values.iter().filter(|entry| !matches!(entry.value, Value::Nothing)).cloned().collect(),
            ));
        }
    }
}
