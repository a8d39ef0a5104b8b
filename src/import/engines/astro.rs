//! Astro: collections in `src/content/` or `src/data/`, such as those of AstroPaper and Fuwari.

use std::path::{Path, PathBuf};

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, slashed};
use crate::import::permalink::{single_slashes, urlize};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

pub(super) struct Astro;

const CONFIGS: [&str; 5] =
    ["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"];

/// Where themes have the name of the site and the like.
const SETTINGS: [&str; 9] = [
    "src/config.ts",
    "src/config.js",
    "src/config.mjs",
    "src/consts.ts",
    "src/consts.js",
    "src/site.config.ts",
    "src/constants.ts",
    "src/data/site.ts",
    "astro-paper.config.ts",
];

/// Folders of collections.
const CONTENT: [&str; 3] = ["src/content", "src/data", "content"];

impl Engine for Astro {
    fn name(&self) -> &'static str {
        "Astro"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.first(&CONFIGS).map(|config| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite { settings: settings(folder), ..OldSite::default() };
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let reading =
            Reading { syntax: Syntax::Astro, zone: zone.as_ref(), tags_by_spaces: false, unlisting: &["noindex"] };
        let routes = routes(folder);
        for content in CONTENT {
            for source in scan::sources(folder, content, &mut site.open) {
                let path = source.path.strip_prefix(content).unwrap_or(&source.path).to_owned();
                let collection = path.iter().next().unwrap_or_default().to_string_lossy().into_owned();
                let below: PathBuf = path.iter().skip(1).collect();
                if below.as_os_str().is_empty()
                    || below.file_name().is_some_and(|name| name.to_string_lossy().starts_with('_'))
                {
                    scan::note(
                        &mut site,
                        &source.path,
                        "it is in no collection, and is not imported",
                        "copy it to posts/ if it is a text",
                    );
                    continue;
                }
                let page = ["pages", "page", "spec", "info", "authors", "other"].contains(&collection.as_str());
                let bundle = (stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
                scan::add(&mut site, &reading, source, |text: &mut Text| {
                    text.page = page || text.date.is_none();
                    text.folder = bundle;
                    text.addresses.splice(..0, address(text, &below, routes.of(&collection)));
                });
            }
        }
        pages(folder, &reading, &mut site);
        site.files = scan::published(folder, "public");
        site.roots = vec!["src/assets".into(), "src".into()];
        site
    }
}

/// Pages of Markdown in the folder of routes.
fn pages(folder: &Folder, reading: &Reading<'_>, site: &mut OldSite) {
    for source in scan::sources(folder, "src/pages", &mut site.open) {
        let plain = scan::without_extension(source.path.strip_prefix("src/pages").unwrap_or(&source.path));
        scan::add(site, reading, source, |text: &mut Text| {
            text.page = text.date.is_none();
            text.addresses.insert(0, single_slashes(&format!("/{}/", plain.trim_end_matches("index"))));
        });
    }
}

/// The routes that show the texts of collections: where each is, and the source of its file.
struct Routes(Vec<(String, String)>);

fn routes(folder: &Folder) -> Routes {
    let route = |path: &Path| {
        let plain = slashed(path.strip_prefix("src/pages").ok()?);
        let end = plain.find('[').filter(|_| plain.ends_with(".astro"))?;
        let number = plain[end..].starts_with("[...page]")
            || plain[end..].starts_with("[page]")
            || plain[end..].starts_with("[tag]");
        let source = folder.read(path).unwrap_or_default();
        (!number).then(|| (plain[..end].to_owned(), source))
    };
    Routes(folder.below("src/pages").filter_map(route).collect())
}

impl Routes {
    /// Where the texts of a collection are: the route whose source names it, else the one whose folder has its name.
    fn of(&self, collection: &str) -> Option<&str> {
        let names =
            |source: &str| ["\"", "'", "`"].iter().any(|quote| source.contains(&format!("{quote}{collection}{quote}")));
        let words = ["posts", "blog", "post", "articles"];
        let post = words.contains(&collection) || collection.starts_with("blog");
        let by_name = |(route, _): &&(String, String)| {
            let folder = route.trim_matches('/');
            folder == collection || post && words.contains(&folder)
        };
        let found = self
            .0
            .iter()
            .find(|(route, source)| names(source) && !route.starts_with("tag"))
            .or_else(|| self.0.iter().find(by_name));
        found.map(|(route, _)| route.as_str())
    }
}

/// The address of a text by its path in the collection. Names of folders that begin with `_` are left out, as AstroPaper
/// has it.
fn address(text: &Text, below: &Path, route: Option<&str>) -> Option<String> {
    let plain = scan::without_extension(below);
    let plain = plain.strip_suffix("/index").unwrap_or(&plain);
    let names: Vec<String> = plain.split('/').filter(|name| !name.starts_with('_')).map(urlize).collect();
    let own = match (&text.slug, names.split_last()) {
        (Some(slug), Some((_, folders))) if !slug.contains('/') => {
            [folders, std::slice::from_ref(slug)].concat().join("/")
        }
        (Some(slug), _) => slug.clone(),
        (None, _) => names.join("/"),
    };
    Some(single_slashes(&format!("/{}/{own}/", route?)))
}

fn settings(folder: &Folder) -> Settings {
    let config = folder.literals(&CONFIGS);
    let theme = folder.literals(&SETTINGS);
    let text = |keys: &[&str]| theme.text(keys).or_else(|| config.text(keys));
    let url = config.text(&["site"]).or_else(|| text(&["SITE.website", "website", "SITE_URL", "siteUrl", "url"]));
    let base = config.text(&["base"]).unwrap_or_default();
    Settings {
        title: theme.text(&["SITE.title", "siteConfig.title", "SITE_TITLE", "site.title", "title", "siteName"]),
        description: theme.text(&[
            "SITE.desc",
            "SITE_DESCRIPTION",
            "SITE.description",
            "siteConfig.description",
            "description",
            "siteConfig.subtitle",
            "desc",
        ]),
        author: theme.text(&["SITE.author", "profileConfig.name", "AUTHOR", "author.name", "author"]),
        url: url
            .filter(|url| url.contains("://"))
            .map(|url| format!("{}/{}", url.trim_end_matches('/'), base.trim_start_matches('/'))),
        language: text(&["SITE.lang", "siteConfig.lang", "lang", "locale", "defaultLocale"])
            .map(|tag| tag.replace('_', "-")),
        time_zone: theme.text(&["SITE.timezone", "timezone"]),
        links: theme
            .links(&["name", "label", "linkTitle"], &["url", "href"])
            .into_iter()
            .filter(|(_, url)| url.starts_with('/') || url.contains("://") || url.starts_with("mailto:"))
            .collect(),
    }
}
