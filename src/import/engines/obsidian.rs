//! Obsidian: a vault of notes, and the addresses that Obsidian Publish gives them.

use std::collections::HashMap;

use super::{Engine, plain, scan};
use crate::import::folder::Folder;
use crate::import::permalink::single_slashes;
use crate::import::site::OldSite;
use crate::import::source::Source;
use crate::import::translate::syntax::Syntax;

pub(super) struct Obsidian;

impl Engine for Obsidian {
    fn name(&self) -> &'static str {
        "Obsidian"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.has_folder(".obsidian").then(|| ".obsidian/ is there".to_owned())
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut open = Vec::new();
        let mut setting = |file: &str, key: &str| {
            let path = format!(".obsidian/{file}");
            let data = if folder.has(&path) { folder.data(path.as_ref(), &mut open) } else { Default::default() };
            let there = data.texts(key).into_iter().map(|path| path.trim_matches('/').to_owned());
            there.filter(|path| !path.is_empty()).collect::<Vec<String>>()
        };
        let templates = setting("templates.json", "folder");
        let ignored = setting("app.json", "userIgnoreFilters");
        let skipped = |source: &Source| {
            let within = |folders: &[String]| folders.iter().any(|folder| source.path.starts_with(folder));
            if source.data.get("excalidraw-plugin").is_some() {
                Some("it is a drawing, and is not imported")
            } else if within(&templates) {
                Some("it is a template, and is not imported")
            } else if within(&ignored) {
                Some("the vault excludes it, and it is not imported")
            } else {
                None
            }
        };
        let mut site = plain::read(folder, Syntax::Obsidian, &skipped);
        // Obsidian shows line breaks, unless this is set.
        let settings = folder.data(".obsidian/app.json".as_ref(), &mut Vec::new());
        let breaks = settings.flag("strictLineBreaks") != Some(true);
        site.texts.iter_mut().for_each(|text| text.breaks = breaks);
        publish(folder, &mut site);
        site.open.extend(open);
        site
    }
}

/// The addresses of Obsidian Publish, if notes have its keys: the key `permalink`, and the path with `+` for spaces.
fn publish(folder: &Folder, site: &mut OldSite) {
    let mut open = Vec::new();
    let mut published: HashMap<_, _> = scan::sources(folder, "", &mut open)
        .into_iter()
        .filter_map(|source| {
            let permalink = source.data.text("permalink").filter(|permalink| !permalink.contains('{'));
            let is = permalink.is_some() || source.data.flag("publish") == Some(true);
            is.then_some((source.path, permalink))
        })
        .collect();
    for text in &mut site.texts {
        let Some(permalink) = published.remove(&text.source) else { continue };
        let plain = scan::without_extension(&text.source).replace(' ', "+");
        let own = permalink.map(|permalink| single_slashes(&format!("/{permalink}")));
        text.addresses.retain(|address| Some(address) != own.as_ref());
        text.addresses.splice(..0, own.into_iter().chain([single_slashes(&format!("/{plain}"))]));
    }
}
