//! The addresses of a Hugo site.

use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::patterns::Patterns;
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::slashed;
use crate::import::permalink::{Values, path_of, single_slashes};
use crate::import::site::Text;

/// How addresses are made.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    patterns: Patterns,
    /// Whether they end with `.html` instead of a slash.
    ugly: bool,
    /// The sections for which that is otherwise.
    ugly_sections: Vec<(String, bool)>,
    keeps_case: bool,
    without_accents: bool,
}

/// A page as its address needs it.
pub(super) struct Page<'p> {
    /// Its path below the texts, without its language.
    pub(super) path: &'p Path,
    /// The code of its language.
    pub(super) language: &'p str,
    /// What is before its address: `/fr`.
    pub(super) prefix: &'p str,
    pub(super) url: Option<&'p str>,
}

impl Addresses {
    pub(super) fn of(config: &Data) -> Self {
        let sections = config.table("uglyURLs").iter();
        Self {
            patterns: Patterns::of(config),
            ugly: config.flag("uglyURLs").unwrap_or_default(),
            ugly_sections: sections.filter_map(|entry| Some((entry.key.clone(), entry.value.flag()?))).collect(),
            keeps_case: config.flag("disablePathToLower").unwrap_or_default(),
            without_accents: config.flag("removePathAccents").unwrap_or_default(),
        }
    }

    /// Adds the old address of a text, before its aliases, which are below the site or beside the page.
    pub(super) fn set(&self, text: &mut Text, page: &Page<'_>) {
        let parts = Parts::of(page.path);
        let own = match page.url {
            Some(url) => {
                // A colon that is no name is escaped.
                let plain = || Some(url.replace("\\:", ":"));
                let url = if url.contains("\\:") { plain() } else { self.filled(text, &parts, url) };
                let url = url.or_else(plain).unwrap_or_default();
                let url = if url.starts_with('/') { url } else { format!("{}/{url}", page.prefix) };
                Some(single_slashes(&url)).filter(|_| !page.url.is_some_and(str::is_empty))
            }
            None => None,
        };
        let own = own.unwrap_or_else(|| self.made(text, &parts, page));
        let parent = own.trim_end_matches('/').rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        let mut aliases = Vec::with_capacity(text.addresses.len());
        for alias in text.addresses.drain(..) {
            match alias.starts_with('/') || alias.contains("://") {
                true => {
                    // Versions of Hugo differ in whether the language is before it.
                    let with_language = format!("{}{alias}", page.prefix);
                    aliases.push(alias);
                    aliases.extend(Some(with_language).filter(|_| !page.prefix.is_empty()));
                }
                false => aliases.push(joined(&parent, &alias)),
            }
        }
        text.addresses = [own].into_iter().chain(aliases).collect();
    }

    fn made(&self, text: &Text, parts: &Parts, page: &Page<'_>) -> String {
        let pattern = self.patterns.get(page.language, &parts.section, &parts.file);
        let patterned = pattern.and_then(|pattern| self.filled(text, parts, pattern));
        let slug = text.slug.as_ref().unwrap_or(&parts.name);
        let plain = patterned.unwrap_or_else(|| self.urlize(&format!("/{}/{slug}", parts.folder)));
        let plain = plain.trim_end_matches('/');
        let of_section = self.ugly_sections.iter().find(|(section, _)| *section == parts.section);
        let ugly = of_section.map_or(self.ugly, |(_, ugly)| *ugly);
        single_slashes(&format!("{}{plain}{}", page.prefix, if ugly { ".html" } else { "/" }))
    }

    /// The address of a pattern.
    fn filled(&self, text: &Text, parts: &Parts, pattern: &str) -> Option<String> {
        let value = |token: &str| {
            let slug = text.slug.as_ref();
            Some(self.urlize(&match token {
                "section" | "sectionslug" => parts.section.clone(),
                "sections" | "sectionslugs" => parts.folder.clone(),
                "title" => text.title.clone(),
                "slug" => slug.unwrap_or(&text.title).clone(),
                "slugorfilename" | "slugorcontentbasename" => slug.unwrap_or(&parts.name).clone(),
                "filename" | "contentbasename" => parts.name.clone(),
                range => sections(range, &parts.folder)?,
            }))
        };
        Values { date: text.date, other: &value }.address(pattern)
    }

    fn urlize(&self, words: &str) -> String {
        let mut path = path_of(words);
        if self.without_accents {
            path = path.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect();
        }
        if self.keeps_case { path } else { path.to_lowercase() }
    }
}

/// The parts of the path of a page.
struct Parts {
    /// Its path without extension, or its folder if it is the index of that.
    file: PathBuf,
    folder: String,
    section: String,
    name: String,
}

impl Parts {
    fn of(path: &Path) -> Self {
        let index = matches!(stem(path).as_str(), "index" | "_index");
        let file = if index { path.parent().unwrap_or(Path::new("")).to_owned() } else { path.with_extension("") };
        let folder = slashed(file.parent().unwrap_or(Path::new("")));
        let section = folder.split('/').next().unwrap_or_default().to_owned();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { file, folder, section, name }
    }
}

/// A path relative to a folder, which may lead upwards.
fn joined(folder: &str, path: &str) -> String {
    let mut names: Vec<&str> = folder.split('/').collect();
    for name in path.split('/') {
        match name {
            ".." => drop(names.pop()),
            "." => {}
            name => names.push(name),
        }
    }
    single_slashes(&format!("/{}", names.join("/")))
}

/// `sections[1:]`, `sectionslugs[last]`: a part of the folders.
fn sections(range: &str, folder: &str) -> Option<String> {
    let range = range.strip_prefix("sections[").or_else(|| range.strip_prefix("sectionslugs["))?.strip_suffix(']')?;
    let names: Vec<&str> = folder.split('/').collect();
    let index = |word: &str, default: usize| match word {
        "" => Some(default),
        "last" => Some(names.len().saturating_sub(1)),
        word => word.parse().ok(),
    };
    let (from, to) = match range.split_once(':') {
        Some((from, to)) => (index(from, 0)?, index(to, names.len())?),
        None => (index(range, 0)?, index(range, 0)?.checked_add(1)?),
    };
    Some(names.get(from..to.min(names.len())).unwrap_or_default().join("/"))
}
