//! Jekyll: `_config.yml`, `_posts`, `_drafts`, collections and pages.

mod addresses;
mod defaults;

use std::path::Path;

use super::{Engine, menus, scan};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, slashed};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use addresses::{Addresses, Kind};

pub(super) struct Jekyll;

const CONFIGS: [&str; 3] = ["_config.yml", "_config.yaml", "_config.toml"];

impl Engine for Jekyll {
    fn name(&self) -> &'static str {
        "Jekyll"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        if let Some(config) = folder.first(&CONFIGS) {
            return Some(format!("{config} is there"));
        }
        folder.files.iter().any(|path| path.iter().any(|name| name == "_posts")).then(|| "_posts/ is there".to_owned())
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let config = folder.first(&CONFIGS).map(|path| folder.data(path.as_ref(), &mut site.open)).unwrap_or_default();
        site.settings = settings(&config);
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let reading = Reading { syntax: Syntax::Jekyll, zone: zone.as_ref(), tags_by_spaces: true };
        let addresses = Addresses::of(&config);
        let below = config.text("source").unwrap_or_default();
        let below = below.trim_matches(['.', '/']);
        for mut source in scan::sources(folder, below, &mut site.open) {
            let path = source.path.strip_prefix(below).unwrap_or(&source.path).to_owned();
            let Some(kind) = kind(&path, &config) else { continue };
            defaults::apply(&mut source.data, &config, &path, &kind);
            // Jekyll publishes no file without front matter.
            if matches!(kind, Kind::Page) && (source.line == 1 || is_list(&source)) {
                if !source.body.trim().is_empty() && stem(&path) != "README" {
                    scan::note_layout(&mut site, &source.path);
                }
                continue;
            }
            let own = addresses.own(&source.data, &path, &kind, reading.zone);
            let categories = folders_as_categories(&path, &kind);
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = matches!(kind, Kind::Page) || matches!(kind, Kind::Collection(_)) && text.date.is_none();
                text.draft |= matches!(kind, Kind::Draft);
                text.tags.extend(categories.into_iter().filter(|new| !text.tags.contains(new)).collect::<Vec<_>>());
                let address = addresses.address(text, &own, &path, &kind);
                text.addresses.splice(..0, address);
            });
        }
        site.roots = vec![below.into()];
        site.files = published(folder, below);
        site
    }
}

/// What a file is; `None` if Jekyll does not read it.
fn kind(path: &Path, config: &Data) -> Option<Kind> {
    if path.iter().any(|name| name == "_posts") {
        return Some(Kind::Post);
    }
    if path.iter().any(|name| name == "_drafts") {
        return Some(Kind::Draft);
    }
    let special = path.iter().find_map(|name| name.to_str()?.strip_prefix('_'));
    match special {
        None => Some(Kind::Page),
        Some(name) => {
            let collection = format!("collections.{name}");
            let output = config.flag(&format!("{collection}.output")) == Some(true);
            output.then(|| Kind::Collection(name.to_owned()))
        }
    }
}

/// Whether a page only lists posts, by the name of its layout, and has no text of its own.
fn is_list(source: &Source) -> bool {
    let body = source.body.trim();
    body.is_empty()
        || body.contains("site.posts")
        || body.contains("paginator.")
        || body.contains("site.tags")
        || stem(&source.path) == "404"
}

/// The folders above `_posts`, which are categories.
fn folders_as_categories(path: &Path, kind: &Kind) -> Vec<String> {
    if !matches!(kind, Kind::Post | Kind::Draft) {
        return Vec::new();
    }
    path.iter().map(|name| name.to_string_lossy().into_owned()).take_while(|name| !name.starts_with('_')).collect()
}

/// Files that are published as they are: pictures, documents and the like. Styles and scripts belong to the old design.
fn published(folder: &Folder, below: &str) -> Vec<(std::path::PathBuf, std::path::PathBuf)> {
    let special = |path: &Path| path.iter().any(|name| name.to_string_lossy().starts_with(['_', '.', '#', '~']));
    let known = ["CNAME", "favicon.ico", "favicon.svg", "robots.txt", "ads.txt", "humans.txt"];
    let media = |path: &Path| {
        let folder = path.iter().next().unwrap_or_default().to_string_lossy().to_lowercase();
        let is_folder =
            ["images", "image", "img", "assets", "files", "media", "uploads", "pictures", "downloads", "pdf"];
        let code =
            ["css", "scss", "sass", "less", "js", "map", "html", "htm", "md", "liquid", "woff", "woff2", "ttf", "eot"];
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        is_folder.contains(&&*folder) && !code.contains(&&*ending)
    };
    let all = scan::published(folder, below).into_iter();
    all.filter(|(_, path)| !special(path) && (media(path) || known.contains(&&*slashed(path)))).collect()
}

fn settings(config: &Data) -> Settings {
    let text = |keys: &[&str]| keys.iter().find_map(|key| config.text(key));
    let url = text(&["url"]).filter(|url| url.contains("://"));
    let base = text(&["baseurl"]).unwrap_or_default();
    let mut links =
        menus::links(&config.0, &["navigation", "nav", "menu", "navbar-links", "author.links", "social.links"]);
    let hosts = [("GitHub", "github_username", "https://github.com/"), ("X", "twitter_username", "https://x.com/")];
    links.extend(
        hosts.iter().filter_map(|(name, key, host)| Some(((*name).to_owned(), format!("{host}{}", config.text(key)?)))),
    );
    Settings {
        title: text(&["title", "name"]),
        description: text(&["description", "tagline", "subtitle"]),
        author: text(&["author.name", "author", "social.name"]),
        url: url.map(|url| format!("{}/{}", url.trim_end_matches('/'), base.trim_matches('/'))),
        language: text(&["lang", "locale", "language"]).map(|tag| tag.replace('_', "-")),
        time_zone: text(&["timezone"]),
        links,
    }
}
