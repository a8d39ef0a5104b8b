//! `cascade`: values that a section, or the configuration, gives to the pages below.

use std::path::{Path, PathBuf};

use super::super::scan;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, find, text_in};
use crate::import::globs::Globs;
use crate::import::site::OldSite;
use crate::import::source::Source;

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
    /// Adds those of the configuration, whose file is `file`.
    pub(super) fn of_config(config: &Data, file: &str, site: &mut OldSite) -> Self {
        let mut all = Self::default();
        let unread = all.add(config, Path::new(""), None);
        tell(unread, Path::new(file), site);
        all
    }

    /// Adds those of a section's `_index.md` at a path below the texts.
    pub(super) fn of_section(&mut self, source: &Source, path: &Path, language: &str, site: &mut OldSite) {
        if stem(path) == "_index" {
            let unread = self.add(&source.data, path.parent().unwrap_or(Path::new("")), Some(language));
            tell(unread, &source.path, site);
        }
    }

    /// Returns the patterns of paths that are not understood.
    fn add(&mut self, data: &Data, folder: &Path, of_index: Option<&str>) -> Vec<String> {
        let mut all_unread = Vec::new();
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
            let paths = target("path").map(|path| {
                let (globs, unread) = Globs::new([path]);
                all_unread.extend(unread);
                globs
            });
            let values = table.iter().filter(|entry| !matches!(entry.key.as_str(), "target" | "_target"));
            self.0.push(Cascade {
                folder: folder.to_owned(),
                of_index: of_index.map(str::to_owned),
                paths,
                language: target("lang").or_else(|| {
                    let first = find(table, "target.sites.matrix.languages").map(crate::import::data::texts_of);
                    first.unwrap_or_default().into_iter().next()
                }),
                values: values.cloned().collect(),
            });
        }
        all_unread
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

/// Tells of patterns that are not understood: a value behind one may hide its pages.
fn tell(unread: Vec<String>, file: &Path, site: &mut OldSite) {
    for pattern in unread {
        let message = format!("\"{pattern}\" of cascade is not understood, so no text has its values");
        scan::note(site, file, message, "write them into the new files that it means, such as draft = true");
    }
}
