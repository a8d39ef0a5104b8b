//! Jekyll: `_config.yml`, `_posts`, `_drafts`, collections and pages.

mod addresses;
mod defaults;
mod kinds;
mod names;

use std::path::{Path, PathBuf};

use super::{Engine, menus, scan};
use crate::bundle::input::named_language::stem;
use crate::bundle::taxonomy::Taxonomy;
use crate::import::data::Data;
use crate::import::folder::{Folder, is_html, is_text, slashed};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use addresses::{Addresses, Kind};
use kinds::Kinds;

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
        site.values = config.values();
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let unlisting = &["hidden", "noindex"];
        let reading = Reading { syntax: Syntax::Jekyll, zone: zone.as_ref(), tags_by_spaces: true, unlisting };
        let addresses = Addresses::of(&config);
        let kinds = Kinds::of(&config, folder.first(&CONFIGS).unwrap_or(CONFIGS[0]), &mut site);
        let below = config.text("source").unwrap_or_default();
        let below = below.trim_matches(['.', '/']);
        let is_source = |path: &Path| is_text(path) || is_html(path);
        for mut source in scan::sources_of(folder, below, &is_source, &mut site.open) {
            let path = source.path.strip_prefix(below).unwrap_or(&source.path).to_owned();
            let Some(kind) = kinds.of_file(&path, &config) else {
                note_unread(&mut site, &source, &path, kinds.is_excluded(&path));
                continue;
            };
            defaults::apply(&mut source.data, &config, &path, &kind);
            // Jekyll publishes no file without front matter.
            if matches!(kind, Kind::Page) && (source.line == 1 || is_list(&source)) {
                if !source.body.trim().is_empty() && stem(&path) != "README" && is_text(&path) {
                    scan::note_layout(&mut site, &source.path);
                }
                continue;
            }
            names::complete(&mut source.data, &stem(&path));
            let undated = matches!(kind, Kind::Post) && names::date(&stem(&path)).is_none();
            if undated {
                let message = "Jekyll does not publish a post whose file name has no date, so it is a draft";
                scan::note(&mut site, &source.path, message, "delete draft = true if it is to be public");
            }
            let categories = kinds.categories(&path, &kind);
            let own = addresses.own(&source.data, &path, &categories, reading.zone);
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = matches!(kind, Kind::Page) || matches!(kind, Kind::Collection(_)) && text.date.is_none();
                text.draft |= matches!(kind, Kind::Draft) || undated;
                text.sort_by(Taxonomy::Categories, categories);
                let address = addresses.address(text, &own, &path, &kind);
                text.pattern = own.permalink.filter(|_| address.is_none());
                text.addresses.splice(..0, address);
            });
        }
        scan::note_others(folder, below, &["textile", "asciidoc", "adoc", "org", "rst"], &mut site);
        site.roots = vec![below.into()];
        let (files, left) = published(folder, below, &kinds);
        site.files = files;
        if left > 0 {
            site.passed.insert("files of the old design: styles, scripts, templates → left out".to_owned(), left);
        }
        site
    }
}

/// Notes a text that Jekyll does not publish.
fn note_unread(site: &mut OldSite, source: &Source, path: &Path, excluded: bool) {
    let collection = kinds::unpublished_collection(path).filter(|_| source.line > 1);
    let message = match collection {
        _ if excluded => return *site.passed.entry("texts in exclude → left out".to_owned()).or_default() += 1,
        Some(name) => format!("the collection {name} has no pages, so the text is not imported"),
        None => return,
    };
    scan::note(site, &source.path, message, "write it to posts/ if readers should have it");
}

/// Whether a page only lists posts, and has no text of its own.
fn is_list(source: &Source) -> bool {
    let body = source.body.trim();
    // HTML with loops and conditions is a template.
    is_html(&source.path) && body.contains("{%")
        || body.is_empty()
        || body.contains("site.posts")
        || body.contains("paginator.")
        || body.contains("site.tags")
        || body.contains("site.categories")
        || stem(&source.path) == "404"
}

/// Files that are published as they are: pictures, documents and the like. And how many are not: styles, scripts and
/// templates of the old design.
fn published(folder: &Folder, below: &str, kinds: &Kinds) -> (Vec<(PathBuf, PathBuf)>, usize) {
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
    let all = all.filter(|(_, path)| !special(path) && !is_text(path) && !kinds.is_excluded(path));
    let (files, left): (Vec<_>, Vec<_>) = all.partition(|(_, path)| media(path) || known.contains(&&*slashed(path)));
    let in_folder = |(_, path): &&(PathBuf, PathBuf)| path.components().count() > 1;
    (files, left.iter().filter(in_folder).count())
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
        old_lists: archives(config),
        links,
    }
}

/// The folders of the lists that the plugin jekyll-archives made.
fn archives(config: &Data) -> Vec<(Taxonomy, String)> {
    let folder = |(taxonomy, kind): (Taxonomy, &str)| {
        let pattern = config.text(&format!("jekyll-archives.permalinks.{kind}"));
        let pattern = pattern.unwrap_or_else(|| format!("/{kind}/:name/"));
        let (folder, rest) = pattern.split_once(":name")?;
        let is_folder = folder.ends_with('/') && !folder.trim_matches('/').is_empty() && !folder.contains(':');
        (is_folder && rest.trim_matches('/').is_empty()).then(|| (taxonomy, folder.trim_start_matches('/').to_owned()))
    };
    let kinds = [(Taxonomy::Tags, "tag"), (Taxonomy::Categories, "category")];
    let has_archives = config.get("jekyll-archives").is_some();
    kinds.into_iter().filter(|_| has_archives).filter_map(folder).collect()
}
