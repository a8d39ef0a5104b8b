//! The languages of a Hugo site: by the name of a file, `post.fr.md`, or by a folder for each.

use std::path::{Path, PathBuf};

use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, find, text_in, texts_of};

/// The languages, and the folders of texts.
#[derive(Debug, Default)]
pub(super) struct Languages {
    all: Vec<Language>,
    default: String,
    in_folder: bool,
    /// Each folder of texts, below the site, with its language if it has only texts of that. The longest path first.
    folders: Vec<(PathBuf, Option<String>)>,
}

#[derive(Debug)]
struct Language {
    code: String,
    disabled: bool,
    /// Whether it has a site of its own, whose addresses do not begin with its code.
    own_site: bool,
}

impl Languages {
    pub(super) fn of(config: &Data) -> Self {
        let default = config.text("defaultContentLanguage").unwrap_or_else(|| "en".to_owned());
        let in_folder = config.flag("defaultContentLanguageInSubdir").unwrap_or_default();
        let base = config.text("contentDir").unwrap_or_else(|| "content".to_owned());
        let mut folders = vec![(folder(&base), None)];
        let disabled = config.texts("disableLanguages");
        let mut all = Vec::new();
        for Entry { key: code, value, .. } in config.table("languages") {
            let Value::Table(keys) = value else { continue };
            folders.extend(text_in(keys, "contentDir").map(|path| (folder(&path), Some(code.clone()))));
            let is_disabled = find(keys, "disabled").and_then(Value::flag).unwrap_or_default();
            all.push(Language {
                code: code.clone(),
                disabled: is_disabled || disabled.contains(code),
                own_site: text_in(keys, "baseURL").is_some(),
            });
        }
        folders.extend(mounts(config));
        folders.sort_by_key(|(path, _)| std::cmp::Reverse(path.components().count()));
        folders.dedup_by(|a, b| a.0 == b.0);
        Self { all, default, in_folder, folders }
    }

    /// The folders of texts that are in no other.
    pub(super) fn folders(&self) -> Vec<&Path> {
        let all = || self.folders.iter().map(|(path, _)| path.as_path());
        let outer = |path: &&Path| !all().any(|other| other != *path && path.starts_with(other));
        let mut folders: Vec<&Path> = all().filter(outer).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    /// The language of a file if it is not the default one, and its path below the texts of its language, without the
    /// language in its name. `path` is relative to the site.
    pub(super) fn of_file(&self, path: &Path) -> (Option<String>, PathBuf) {
        let other = |code: &str| (code != self.default).then(|| code.to_owned());
        let found = self.folders.iter().find_map(|(folder, code)| Some((path.strip_prefix(folder).ok()?, code)));
        let (below, code) = found.map_or((path, None), |(below, code)| (below, code.as_deref()));
        if let Some(code) = code {
            return (other(code), below.to_owned());
        }
        let stem = stem(below);
        let code = stem.rsplit_once('.').and_then(|(rest, code)| {
            let known = self.all.iter().find(|known| known.code.eq_ignore_ascii_case(code));
            Some((rest, &known?.code))
        });
        match code {
            Some((rest, code)) => {
                let ending = below.extension().unwrap_or_default().to_string_lossy();
                (other(code), below.with_file_name(format!("{rest}.{ending}")))
            }
            None => (None, below.to_owned()),
        }
    }

    /// Whether the site has no pages in a language.
    pub(super) fn is_disabled(&self, language: Option<&str>) -> bool {
        let code = language.unwrap_or(&self.default);
        self.all.iter().any(|known| known.code == code && known.disabled)
    }

    /// What is before the path of a page in a language: `/fr`, or nothing.
    pub(super) fn prefix(&self, language: Option<&str>) -> String {
        let code = language.unwrap_or(&self.default);
        let own_site = self.all.iter().any(|known| known.code == code && known.own_site);
        if own_site || language.is_none() && !self.in_folder {
            return String::new();
        }
        format!("/{}", code.to_lowercase())
    }

    /// The code of the language of a page, which may be the default one.
    pub(super) fn code<'l>(&'l self, language: Option<&'l str>) -> &'l str {
        language.unwrap_or(&self.default)
    }
}

fn folder(path: &str) -> PathBuf {
    PathBuf::from(path.trim_start_matches("./").trim_matches('/'))
}

/// The folders that modules mount as texts: `[[module.mounts]]` with `target = "content"`.
fn mounts(config: &Data) -> Vec<(PathBuf, Option<String>)> {
    let mount = |keys: &[Entry]| {
        let target = text_in(keys, "target")?;
        let language = text_in(keys, "lang").or_else(|| {
            let languages = find(keys, "sites.matrix.languages").map(texts_of).unwrap_or_default();
            languages.into_iter().next()
        });
        (target.trim_matches('/') == "content").then_some((folder(&text_in(keys, "source")?), language))
    };
    config.tables("module.mounts").into_iter().filter_map(mount).collect()
}
