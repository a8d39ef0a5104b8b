//! Hexo: `_config.yml`, `source/_posts`, `source/_drafts`, pages, folders of assets.

mod addresses;

use std::path::Path;

use super::{Engine, menus, scan};
use crate::bundle::input::named_language::stem;
use crate::bundle::taxonomy::Taxonomy;
use crate::import::data::Data;
use crate::import::folder::{Folder, is_html, is_text, slashed};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use addresses::Addresses;

pub(super) struct Hexo;

const CONFIG: &str = "_config.yml";

impl Engine for Hexo {
    fn name(&self) -> &'static str {
        "Hexo"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        if !folder.has(CONFIG) {
            return None;
        }
        // The folder of the texts may have another name.
        let named = || Some(source_dir(&folder.data(CONFIG.as_ref(), &mut Vec::new())));
        let below = if folder.has_folder("source/_posts") { Some("source".to_owned()) } else { named() };
        let below = below.filter(|below| !below.is_empty() && folder.has_folder(&format!("{below}/_posts")))?;
        Some(format!("{CONFIG} and {below}/_posts/ are there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let mut config = folder.data(CONFIG.as_ref(), &mut site.open);
        theme(folder, &mut config, &mut site);
        site.settings = settings(&config);
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let unlisting = &["hidden", "hide", "noindex"];
        let reading = Reading { syntax: Syntax::Hexo, zone: zone.as_ref(), tags_by_spaces: false, unlisting };
        let addresses = Addresses::of(&config);
        let below = source_dir(&config);
        let skipped = scan::left_out(&mut site, CONFIG, "skip_render", config.texts("skip_render"), str::to_owned);
        let is_source = |path: &Path| is_text(path) || is_html(path) && path.iter().any(|name| name == "_posts");
        for source in scan::sources_of(folder, &below, &is_source, &mut site.open) {
            let path = source.path.strip_prefix(&below).unwrap_or(&source.path).to_owned();
            let breaks = breaks(&config);
            let first = path.iter().next().unwrap_or_default().to_string_lossy().into_owned();
            let post = first == "_posts";
            if first.starts_with('_') && !post && first != "_drafts" || is_list(&source.data) {
                continue;
            }
            let unread = skipped.has(&path) || is_hidden(&path);
            if unread && !post {
                continue;
            }
            if unread {
                let message = "Hexo does not publish it: its name begins with \"_\", or skip_render has it";
                scan::note(&mut site, &source.path, message, "delete draft = true if it is to be public");
            }
            let assets = source.path.with_extension("");
            let own = if folder.has_folder(&slashed(&assets)) { Some(assets) } else { None };
            let bundle = if stem(&path) == "index" { scan::bundle(&source.path) } else { own };
            let language = addresses.language(&path, &config);
            let keys = source.data.clone();
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.folder = bundle;
                text.breaks = breaks;
                text.page = !first.starts_with('_');
                text.draft |= first == "_drafts" || unread;
                text.language = text.language.take().or(language);
                let own = match &*first {
                    "_posts" => addresses.of_post(text, &keys, &path),
                    "_drafts" => Vec::new(),
                    _ => vec![addresses.of_page(&keys, &path)],
                };
                text.pattern = Some(addresses.pattern(&keys)).filter(|_| own.is_empty());
                text.addresses.splice(..0, own);
            });
        }
        let special = |path: &Path| path.iter().any(|name| name.to_string_lossy().starts_with('_')) || is_text(path);
        site.files = scan::published(folder, &below).into_iter().filter(|(_, path)| !special(path)).collect();
        site
    }
}

/// Adds the configuration of the theme, `_config.next.yml`, which has the menu.
fn theme(folder: &Folder, config: &mut Data, site: &mut OldSite) {
    let Some(name) = config.text("theme") else { return };
    for path in [format!("_config.{name}.yml"), format!("_config.{name}.yaml"), format!("themes/{name}/_config.yml")] {
        if folder.has(&path) {
            let theme = folder.data(path.as_ref(), &mut site.open);
            let parts = theme.0.into_iter().filter(|entry| matches!(entry.key.as_str(), "menu" | "social" | "nav"));
            config.fill(Data(parts.collect()));
        }
    }
}

fn source_dir(config: &Data) -> String {
    config.text("source_dir").unwrap_or_else(|| "source".to_owned()).trim_matches(['.', '/']).to_owned()
}

/// Whether a post is in a file or folder that Hexo does not read.
fn is_hidden(path: &Path) -> bool {
    path.iter().skip(1).any(|name| name.to_string_lossy().starts_with('_'))
}

/// Whether a line break in a paragraph is shown: so both usual renderers have it, unless the configuration says otherwise.
fn breaks(config: &Data) -> bool {
    let keys = ["marked.breaks", "markdown.render.breaks", "markdown.breaks"];
    config.get("pandoc").is_none() && keys.iter().all(|key| config.flag(key) != Some(false))
}

/// Whether a page only lists tags or categories.
fn is_list(data: &Data) -> bool {
    let names = ["tags", "categories", "archives", "tag", "category", "archive"];
    ["type", "layout"].iter().filter_map(|key| data.text(key)).any(|word| names.contains(&word.as_str()))
}

fn settings(config: &Data) -> Settings {
    let text = |keys: &[&str]| keys.iter().find_map(|key| config.text(key));
    let language = config.texts("language").into_iter().next();
    let root = text(&["root"]).unwrap_or_default();
    let url = text(&["url"]).filter(|url| url.contains("://"));
    let with_root = |url: String| {
        let below = root.trim_matches('/');
        if below.is_empty() || url.trim_end_matches('/').ends_with(below) {
            url
        } else {
            format!("{}/{below}/", url.trim_end_matches('/'))
        }
    };
    let folder =
        |(taxonomy, key): (Taxonomy, &str)| Some((taxonomy, format!("{}/", config.text(key)?.trim_matches('/'))));
    let folders = [(Taxonomy::Tags, "tag_dir"), (Taxonomy::Categories, "category_dir")];
    Settings {
        title: text(&["title"]),
        description: text(&["description", "subtitle"]),
        author: text(&["author"]),
        url: url.map(with_root),
        language: language.filter(|tag| tag != "default").map(|tag| tag.replace('_', "-")),
        time_zone: text(&["timezone"]).filter(|zone| !zone.is_empty()),
        old_lists: folders.into_iter().filter_map(folder).collect(),
        links: menus::links(&config.0, &["menu", "social", "nav", "theme_config.menu", "theme_config.social"]),
    }
}
