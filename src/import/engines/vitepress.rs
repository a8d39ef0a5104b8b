//! VitePress: `.vitepress/config`, texts in folders.

use std::path::Path;

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, slashed};
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct VitePress;

/// Where the texts may be, and the ends of the configuration's name.
const FOLDERS: [&str; 5] = ["", "docs/", "src/", "blog/", "website/"];
const ENDINGS: [&str; 4] = ["ts", "mts", "js", "mjs"];

impl Engine for VitePress {
    fn name(&self) -> &'static str {
        "VitePress"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        config(folder).map(|(_, config)| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let Some((below, path)) = config(folder) else { return site };
        let config = folder.literals(&[&path]);
        let base = config.text(&["base"]).unwrap_or_default();
        let host = config.text(&["sitemap.hostname", "hostname"]).filter(|host| host.contains("://"));
        site.settings = Settings {
            title: config.text(&["title"]),
            description: config.text(&["description"]),
            author: config.text(&["author"]),
            url: host.map(|host| format!("{}/{}", host.trim_end_matches('/'), base.trim_start_matches('/'))),
            language: config.text(&["lang"]),
            time_zone: None,
            links: config.links(&["text", "icon"], &["link"]),
        };
        let below = below.trim_end_matches('/').to_owned();
        let below = config
            .text(&["srcDir"])
            .map_or(below.clone(), |source| slashed(&Path::new(&below).join(source.trim_start_matches("./"))));
        let clean = config.get("cleanUrls") == Some("true");
        let reading = Reading { syntax: Syntax::VitePress, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
        for source in scan::sources(folder, &below, &mut site.open) {
            let path = source.path.strip_prefix(&below).unwrap_or(&source.path).to_owned();
            let layout = source.data.text("layout").unwrap_or_default();
            let list = matches!(layout.as_str(), "home" | "Home" | "page") && !source.body.contains(". ");
            if list || path.components().count() == 1 && stem(&path).eq_ignore_ascii_case("readme") {
                scan::note_layout(&mut site, &source.path);
                continue;
            }
            let bundle = (stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = text.date.is_none();
                text.folder = bundle.filter(|folder| folder.as_path() != Path::new(&below));
                text.addresses.insert(0, address(&path, clean));
            });
        }
        let public = slashed(&Path::new(&below).join("public"));
        site.files = scan::published(folder, &public);
        site
    }
}

/// The folder of the texts, and the path of the configuration.
fn config(folder: &Folder) -> Option<(&'static str, String)> {
    let paths = FOLDERS
        .iter()
        .flat_map(|below| ENDINGS.iter().map(move |end| (*below, format!("{below}.vitepress/config.{end}"))));
    paths.into_iter().find(|(_, path)| folder.has(path))
}

fn address(path: &Path, clean: bool) -> String {
    let plain = scan::without_extension(path);
    match plain.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => single_slashes(&format!("/{folder}")),
        _ if clean => format!("/{plain}"),
        _ => format!("/{plain}.html"),
    }
}
