//! Hexo: `_config.yml`, `source/_posts`, `source/_drafts`, pages, folders of assets.

use std::path::Path;

use super::{Engine, menus, scan};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, is_text, slashed};
use crate::import::permalink::{Values, single_slashes, slug};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct Hexo;

const CONFIG: &str = "_config.yml";

impl Engine for Hexo {
    fn name(&self) -> &'static str {
        "Hexo"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        (folder.has(CONFIG) && folder.has_folder("source/_posts"))
            .then(|| format!("{CONFIG} and source/_posts/ are there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let config = folder.data(CONFIG.as_ref(), &mut site.open);
        site.settings = settings(&config);
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let reading = Reading { syntax: Syntax::Hexo, zone: zone.as_ref(), tags_by_spaces: false };
        for source in scan::sources(folder, "source", &mut site.open) {
            let path = source.path.strip_prefix("source").unwrap_or(&source.path).to_owned();
            let first = path.iter().next().unwrap_or_default().to_string_lossy().into_owned();
            let post = first == "_posts";
            if first.starts_with('_') && !post && first != "_drafts" || is_list(&source.data) {
                continue;
            }
            let assets = source.path.with_extension("");
            let own = if folder.has_folder(&slashed(&assets)) { Some(assets) } else { None };
            let bundle = if stem(&path) == "index" { scan::bundle(&source.path) } else { own };
            let permalink = source.data.text("permalink");
            let category = source.data.texts("categories").join("/");
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.folder = bundle;
                text.page = !first.starts_with('_');
                text.draft |= first == "_drafts";
                let address = match (&*first, permalink) {
                    (_, Some(own)) if !own.contains(':') => Some(single_slashes(&format!("/{own}"))),
                    ("_posts", own) => post_address(text, &path, &category, &config, own),
                    ("_drafts", _) => None,
                    _ => Some(page_address(&path)),
                };
                text.addresses.splice(..0, address);
            });
        }
        let special = |path: &Path| path.iter().any(|name| name.to_string_lossy().starts_with('_')) || is_text(path);
        site.files = scan::published(folder, "source").into_iter().filter(|(_, path)| !special(path)).collect();
        site
    }
}

/// Whether a page only lists tags or categories.
fn is_list(data: &Data) -> bool {
    let names = ["tags", "categories", "archives", "tag", "category", "archive"];
    ["type", "layout"].iter().filter_map(|key| data.text(key)).any(|word| names.contains(&word.as_str()))
}

fn page_address(path: &Path) -> String {
    match stem(path).as_str() {
        "index" => single_slashes(&format!("/{}/", slashed(path.parent().unwrap_or(Path::new(""))))),
        _ => single_slashes(&format!("/{}.html", scan::without_extension(path))),
    }
}

fn post_address(text: &Text, path: &Path, category: &str, config: &Data, own: Option<String>) -> Option<String> {
    let pattern = own.or_else(|| config.text("permalink")).unwrap_or_else(|| ":year/:month/:day/:title/".to_owned());
    let name = scan::without_extension(path.strip_prefix("_posts").unwrap_or(path));
    // A date before a name is taken off if the names of new posts have one.
    let dated = config.text("new_post_name").is_some_and(|pattern| pattern.contains(":year"));
    let title = match name.rsplit_once('/') {
        Some((folder, last)) if dated => format!("{folder}/{}", crate::bundle::input::fields::date::of_name(last).1),
        None if dated => crate::bundle::input::fields::date::of_name(&name).1.to_owned(),
        _ => name.clone(),
    };
    let value = |token: &str| {
        let default = config.text(&format!("permalink_defaults.{token}"));
        Some(match token {
            "title" => title.clone(),
            "name" => title.rsplit('/').next().unwrap_or_default().to_owned(),
            "post_title" => slug(&text.title),
            "category" if category.is_empty() => {
                config.text("default_category").unwrap_or_else(|| "uncategorized".to_owned())
            }
            "category" => category.split('/').map(slug).collect::<Vec<_>>().join("/"),
            "lang" => text.language.clone().or(default)?,
            _ => return default,
        })
    };
    Values { date: text.date, other: &value }.address(&pattern)
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
    Settings {
        title: text(&["title"]),
        description: text(&["description", "subtitle"]),
        author: text(&["author"]),
        url: url.map(with_root),
        language: language.filter(|tag| tag != "default").map(|tag| tag.replace('_', "-")),
        time_zone: text(&["timezone"]).filter(|zone| !zone.is_empty()),
        links: menus::links(&config.0, &["menu", "social", "theme_config.menu", "theme_config.social"]),
    }
}
