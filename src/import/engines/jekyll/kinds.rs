//! What each file of a Jekyll site is.

use std::path::{Path, PathBuf};

use super::addresses::Kind;
use super::scan;
use crate::import::data::Data;
use crate::import::globs::Globs;
use crate::import::site::OldSite;

/// What the configuration says about files.
#[derive(Debug)]
pub(super) struct Kinds {
    /// The folder of all collections, `collections_dir`.
    collections: PathBuf,
    /// Names that begin with a sign, and are read all the same.
    include: Globs,
    exclude: Globs,
}

impl Kinds {
    /// `file` is that of the configuration.
    pub(super) fn of(config: &Data, file: &str, site: &mut OldSite) -> Self {
        // Jekyll's `*` also takes slashes.
        let glob = |pattern: &str| match pattern.contains('*') && !pattern.contains('/') {
            true => scan::in_any_folder(pattern),
            false => pattern.to_owned(),
        };
        let mut patterns = |key: &str| scan::left_out(site, file, "exclude or include", config.texts(key), glob);
        let (include, exclude) = (patterns("include"), patterns("exclude"));
        let collections = config.text("collections_dir").unwrap_or_default();
        Self { collections: collections.trim_matches(['.', '/']).into(), include, exclude }
    }

    /// The kind of a file; `None` if Jekyll does not read it.
    pub(super) fn of_file(&self, path: &Path, config: &Data) -> Option<Kind> {
        if self.exclude.has(path) && !self.include.has(path) {
            return None;
        }
        let has = |name: &str| path.iter().any(|part| part == name);
        if has("_posts") {
            return Some(Kind::Post);
        }
        if has("_drafts") {
            return Some(Kind::Draft);
        }
        let Some(name) = path.iter().find_map(|name| name.to_str()?.strip_prefix('_')) else { return Some(Kind::Page) };
        let output = config.flag(&format!("collections.{name}.output")) == Some(true);
        match output {
            true => Some(Kind::Collection(name.to_owned())),
            false => self.include.has(path).then_some(Kind::Page),
        }
    }

    /// The folders above `_posts`, which are categories.
    pub(super) fn categories(&self, path: &Path, kind: &Kind) -> Vec<String> {
        if !matches!(kind, Kind::Post | Kind::Draft) {
            return Vec::new();
        }
        let below = path.strip_prefix(&self.collections).unwrap_or(path);
        let names = below.iter().map(|name| name.to_string_lossy().into_owned());
        names.take_while(|name| !name.starts_with('_')).collect()
    }

    /// Whether the configuration leaves a file out.
    pub(super) fn is_excluded(&self, path: &Path) -> bool {
        self.exclude.has(path) && !self.include.has(path)
    }
}

/// Folders beginning with `_` that have no texts.
const PARTS: [&str; 7] = ["includes", "layouts", "data", "sass", "plugins", "site", "theme"];

/// The collection without pages that a text is in.
pub(super) fn unpublished_collection(path: &Path) -> Option<&str> {
    path.iter().find_map(|name| name.to_str()?.strip_prefix('_')).filter(|name| !PARTS.contains(name))
}
