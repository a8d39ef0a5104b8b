//! The addresses of a Hugo site.

use std::path::Path;

use crate::bundle::input::fields::value::Value;
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::slashed;
use crate::import::permalink::{Values, single_slashes, urlize};
use crate::import::site::Text;

/// How addresses are made.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// The pattern of each section; that of `/` is for all.
    patterns: Vec<(String, String)>,
    /// Whether they end with `.html` instead of a slash.
    ugly: bool,
}

impl Addresses {
    pub(super) fn of(config: &Data) -> Self {
        let mut patterns = Vec::new();
        for entry in config.table("permalinks.page").iter().chain(config.table("permalinks")) {
            if let Value::Text(pattern) = &entry.value {
                patterns.push((entry.key.trim_matches('/').to_owned(), pattern.clone()));
            }
        }
        Self { patterns, ugly: config.flag("uglyURLs").unwrap_or_default() }
    }

    /// Adds the old address of a text, before its aliases, which are below the site or beside the page.
    pub(super) fn set(&self, text: &mut Text, path: &Path, url: Option<&str>, prefix: &str) {
        let own = match url {
            Some(url) if url.starts_with('/') => single_slashes(url),
            Some(url) => single_slashes(&format!("{prefix}/{url}")),
            None => self.made(text, path, prefix),
        };
        let parent = own.trim_end_matches('/').rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        for alias in &mut text.addresses {
            if !alias.starts_with('/') && !alias.contains("://") {
                *alias = single_slashes(&format!("{parent}/{alias}"));
            }
        }
        text.addresses.insert(0, own);
    }

    fn made(&self, text: &Text, path: &Path, prefix: &str) -> String {
        let index = matches!(stem(path).as_str(), "index" | "_index");
        let file = if index { path.parent().unwrap_or(Path::new("")).to_owned() } else { path.with_extension("") };
        let folder = slashed(file.parent().unwrap_or(Path::new("")));
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let slug = text.slug.clone().unwrap_or_else(|| name.clone());
        let section = folder.split('/').next().unwrap_or_default().to_owned();
        let pattern = [section.as_str(), "", "/"]
            .iter()
            .find_map(|section| self.patterns.iter().find(|(known, _)| known == section).map(|(_, pattern)| pattern));
        let value = |token: &str| {
            Some(urlize(&match token {
                "section" => section.clone(),
                "sections" => folder.clone(),
                "title" => text.title.clone(),
                "slug" => text.slug.clone().unwrap_or_else(|| text.title.clone()),
                "slugorfilename" | "slugorcontentbasename" => slug.clone(),
                "filename" | "contentbasename" => name.clone(),
                range => sections(range, &folder)?,
            }))
        };
        let values = Values { date: text.date, other: &value };
        let patterned = pattern.and_then(|pattern| values.address(pattern));
        let plain = patterned.unwrap_or_else(|| urlize(&format!("/{folder}/{slug}")));
        let plain = plain.trim_end_matches('/');
        single_slashes(&format!("{prefix}{plain}{}", if self.ugly { ".html" } else { "/" }))
    }
}

/// `sections[1:]`, `sections[last]`: a part of the folders.
fn sections(range: &str, folder: &str) -> Option<String> {
    let range = range.strip_prefix("sections[")?.strip_suffix(']')?;
    let names: Vec<&str> = folder.split('/').collect();
    let index = |word: &str, default: usize| match word {
        "" => Some(default),
        "last" => Some(names.len().saturating_sub(1)),
        word => word.parse().ok(),
    };
    let (from, to) = match range.split_once(':') {
        Some((from, to)) => (index(from, 0)?, index(to, names.len())?),
        None => (index(range, 0)?, index(range, 0)? + 1),
    };
    Some(names.get(from..to.min(names.len())).unwrap_or_default().join("/"))
}
