//! `permalinks` of a Hugo configuration: by section, by kind, by language, or as a list with targets.

use std::path::Path;

use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::{Data, find, text_in, texts_of};
use crate::import::globs::Globs;

/// The patterns of pages, the first that fits counts.
#[derive(Debug, Default)]
pub(super) struct Patterns(Vec<Pattern>);

#[derive(Debug)]
struct Pattern {
    /// The language, if it is for one.
    language: Option<String>,
    target: Target,
    pattern: String,
}

#[derive(Debug)]
enum Target {
    All,
    Section(String),
    Paths(Globs),
}

impl Patterns {
    pub(super) fn of(config: &Data) -> Self {
        let mut all = Vec::new();
        for Entry { key, value, .. } in config.table("languages") {
            if let Value::Table(keys) = value {
                read(&Data(keys.clone()), Some(key), &mut all);
            }
        }
        read(config, None, &mut all);
        Self(all)
    }

    /// The pattern of a page in a section, by its path below the texts.
    pub(super) fn get(&self, language: &str, section: &str, path: &Path) -> Option<&str> {
        let fits = |pattern: &&Pattern| {
            let known = pattern.language.as_ref().is_none_or(|known| known == language);
            known
                && match &pattern.target {
                    Target::All => true,
                    Target::Section(name) => name == section,
                    Target::Paths(globs) => globs.has_whole(path),
                }
        };
        self.0.iter().find(fits).map(|found| found.pattern.as_str())
    }
}

/// The patterns at `permalinks`: those of one section before those of all.
fn read(config: &Data, language: Option<&str>, all: &mut Vec<Pattern>) {
    let language = || language.map(str::to_owned);
    for keys in config.tables("permalinks") {
        let Some(pattern) = text_in(keys, "pattern") else { continue };
        let of_target = find(keys, "target.sites.matrix.languages").map(texts_of).unwrap_or_default();
        let languages: Vec<Option<String>> =
            if of_target.is_empty() { vec![language()] } else { of_target.into_iter().map(Some).collect() };
        for language in languages {
            let paths = text_in(keys, "target.path").map(|path| Globs::new([path]).0);
            let target = paths.map_or(Target::All, Target::Paths);
            all.push(Pattern { language, target, pattern: pattern.clone() });
        }
    }
    let mut of_all = Vec::new();
    for Entry { key, value, .. } in config.table("permalinks.page").iter().chain(config.table("permalinks")) {
        let Value::Text(pattern) = value else { continue };
        let section = key.trim_matches('/').to_owned();
        let (to, target) =
            if section.is_empty() { (&mut of_all, Target::All) } else { (&mut *all, Target::Section(section)) };
        to.push(Pattern { language: language(), target, pattern: pattern.clone() });
    }
    all.append(&mut of_all);
}
