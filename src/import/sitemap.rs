//! The addresses of a sitemap or a feed, for old sites whose addresses are made by code.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use roxmltree::{Document, Node, ParsingOptions};

use super::dates;
use super::permalink::{last_of, slug};
use super::site::OldSite;
use super::text::name;
use super::write::addresses::{below, key};
use super::write::lists;
use crate::bundle::input::config::site_url::origin_and_base;
use crate::bundle::input::named_language::stem;

/// An address, and what the file says about it.
#[derive(Debug, Default)]
pub(super) struct Entry {
    url: String,
    title: Option<String>,
    /// The day of publication, as far as a feed has it.
    day: Option<String>,
}

/// Reads a sitemap, an RSS or an Atom feed.
pub(super) fn read(path: &Path) -> Result<Vec<Entry>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options)
        .with_context(|| format!("{}: this is not XML: save it as your browser gets it", path.display()))?;
    let entries: Vec<Entry> = document.descendants().filter_map(|node| entry(&node)).collect();
    if entries.is_empty() {
        bail!("{}: there is no address in it: give a sitemap, or an RSS or Atom feed", path.display());
    }
    Ok(entries)
}

fn entry(node: &Node<'_, '_>) -> Option<Entry> {
    let child = |name: &str| node.children().find(|child| child.tag_name().name() == name);
    let text = |name: &str| child(name).and_then(|child| child.text()).map(|text| text.trim().to_owned());
    let day = |name: &str| Some(dates::read(&text(name)?, None)?.day.to_string());
    match node.tag_name().name() {
        "url" => Some(Entry { url: text("loc")?, ..Entry::default() }),
        "item" => Some(Entry { url: text("link")?, title: text("title"), day: day("pubDate") }),
        "entry" => {
            let link = |child: &Node<'_, '_>| {
                child.tag_name().name() == "link" && child.attribute("rel").is_none_or(|rel| rel == "alternate")
            };
            let url = node.children().find(link)?.attribute("href")?.to_owned();
            Some(Entry { url, title: text("title"), day: day("published").or_else(|| day("updated")) })
        }
        _ => None,
    }
}

/// Gives each address to the text that it is of, and returns those that are of no text. If the old site does not say
/// where it was, the first address does.
pub(super) fn apply(site: &mut OldSite, entries: Vec<Entry>) -> Vec<String> {
    let url = site
        .settings
        .url
        .get_or_insert_with(|| entries.first().and_then(|entry| origin(&entry.url)).unwrap_or_default());
    let (origin, base) = origin_and_base(url).unwrap_or_else(|| (String::new(), "/".to_owned()));
    let index = Index::new(site);
    let mut rest = Vec::new();
    let mut found = Vec::new();
    for entry in entries {
        let Some(path) = below(&entry.url, &origin, &base) else {
            rest.push(entry.url);
            continue;
        };
        // A file cannot answer an address by its query.
        if path.contains('?') {
            rest.push(path);
            continue;
        }
        match index.find(&path, &entry) {
            Some(text) => found.push((text, path)),
            None if key(&path).is_empty() || lists::answers(&path, site) => {}
            None => rest.push(path),
        }
    }
    for (index, path) in found {
        let text = &mut site.texts[index];
        text.slug = text.slug.take().or_else(|| last_of(&path));
        let addresses = &mut text.addresses;
        if !addresses.iter().any(|known| key(known) == key(&path)) {
            // What the site said itself counts before what was made from a pattern.
            addresses.insert(0, path);
        }
    }
    rest
}

fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    Some(format!("{scheme}://{}/", rest.split('/').next()?))
}

/// The texts by what an entry may have of them. What several texts have is nobody's.
struct Index {
    addresses: HashMap<String, Option<usize>>,
    names: HashMap<String, Option<usize>>,
    titles: HashMap<String, Option<usize>>,
    days: HashMap<String, Option<usize>>,
}

impl Index {
    fn new(site: &OldSite) -> Self {
        let mut index =
            Self { addresses: HashMap::new(), names: HashMap::new(), titles: HashMap::new(), days: HashMap::new() };
        for (at, text) in site.texts.iter().enumerate() {
            let add = |map: &mut HashMap<String, Option<usize>>, key: String| {
                map.entry(key).and_modify(|known| *known = known.filter(|known| *known == at)).or_insert(Some(at));
            };
            text.addresses.iter().for_each(|address| add(&mut index.addresses, key(address)));
            let stem = stem(&text.source);
            for words in [text.slug.clone(), Some(name(&text.source).1), Some(stem)].into_iter().flatten() {
                add(&mut index.names, slug(&words));
            }
            add(&mut index.titles, slug(&text.title));
            if let Some(date) = text.date {
                add(&mut index.days, date.day.to_string());
            }
        }
        index
    }

    fn find(&self, path: &str, entry: &Entry) -> Option<usize> {
        let whole = key(path);
        let last = whole.rsplit('/').next().unwrap_or_default();
        let last = last_of(last).map(|last| slug(&last)).unwrap_or_default();
        let at = |map: &HashMap<String, Option<usize>>, key: &str| {
            map.get(key).copied().flatten().filter(|_| !key.is_empty())
        };
        let title = entry.title.as_deref().map(slug);
        at(&self.addresses, &whole)
            .or_else(|| at(&self.names, &last))
            .or_else(|| at(&self.titles, &title?))
            .or_else(|| at(&self.titles, &last))
            .or_else(|| at(&self.days, entry.day.as_deref()?))
    }
}
