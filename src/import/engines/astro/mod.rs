//! Astro: collections of texts, such as those of AstroPaper and Fuwari, and pages of Markdown.

mod collections;
mod routes;
mod settings;

use std::path::{Path, PathBuf};

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::folder::{Folder, slashed};
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Text};
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use collections::Collection;
use routes::Routes;

pub(super) struct Astro;

const CONFIGS: [&str; 5] =
    ["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"];

/// Collections whose texts are pages.
const PAGES: [&str; 7] = ["pages", "page", "spec", "info", "authors", "other", "about"];

impl Engine for Astro {
    fn name(&self) -> &'static str {
        "Astro"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.first(&CONFIGS).map(|config| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let config = folder.literals(&CONFIGS);
        let mut site = OldSite { settings: settings::read(folder, &config), ..OldSite::default() };
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let reading =
            Reading { syntax: Syntax::Astro, zone: zone.as_ref(), tags_by_spaces: false, unlisting: &["noindex"] };
        let routes = Routes::read(folder, &config);
        for collection in collections::of(folder) {
            for source in collections::sources(folder, &collection, &mut site) {
                text(&collection, &routes, &reading, source, &mut site);
            }
        }
        pages(folder, &routes, &reading, &mut site);
        if site.settings.url.is_none()
            && let (Some(base), Some(file)) = (config.get("base").filter(|base| *base != "/"), folder.first(&CONFIGS))
        {
            let message = format!("the old site was below {base}, and its configuration does not say on which host");
            let remedy = format!("import again with --url https://…{base}, so that its addresses answer");
            scan::note(&mut site, Path::new(file), message, remedy);
        }
        site.redirects = config.entries("redirects").map(|(from, to)| (from.to_owned(), to.to_owned())).collect();
        let named = config.below("redirects").into_iter().filter_map(|from| {
            let to = config.text(&[&format!("redirects.{from}.destination")])?;
            Some((from.to_owned(), to))
        });
        site.redirects.extend(named);
        site.files = scan::published(folder, "public");
        site.roots = vec!["src/assets".into(), "src".into(), "".into()];
        site
    }
}

/// Adds a text of a collection.
fn text(collection: &Collection, routes: &Routes, reading: &Reading<'_>, source: Source, site: &mut OldSite) {
    let below: PathBuf = source.path.strip_prefix(&collection.base).unwrap_or(&source.path).to_owned();
    let bundle = (stem(&below) == "index").then(|| scan::bundle(&source.path)).flatten();
    let bundle = bundle.filter(|folder| folder.as_path() != Path::new(&collection.base));
    scan::add(site, reading, source, |text: &mut Text| {
        text.page = PAGES.contains(&collection.name.as_str()) || text.date.is_none();
        text.folder = bundle;
        text.language = text.language.take().or_else(|| routes.language(&below));
        text.addresses.splice(..0, routes.address(text, &below, &collection.name));
    });
}

/// Pages of Markdown in the folder of routes. Those of code are only told of.
fn pages(folder: &Folder, routes: &Routes, reading: &Reading<'_>, site: &mut OldSite) {
    for source in scan::sources(folder, "src/pages", &mut site.open) {
        let below = source.path.strip_prefix("src/pages").unwrap_or(&source.path).to_owned();
        if below.iter().any(|name| name.to_string_lossy().starts_with('_')) {
            scan::note(site, &source.path, "Astro makes no page of it", "copy it to posts/ if it is a text");
            continue;
        }
        let plain = scan::without_extension(&below);
        scan::add(site, reading, source, |text: &mut Text| {
            text.page = text.date.is_none();
            text.language = text.language.take().or_else(|| routes.language(&below));
            let own = if plain == "index" { "" } else { plain.strip_suffix("/index").unwrap_or(&plain) };
            text.addresses.insert(0, routes.written(&single_slashes(&format!("/{own}/"))));
        });
    }
    // Lists and feeds are made by the new site.
    let lists = ["index", "404", "500", "search", "archives", "archive", "tags", "rss", "posts", "blog"];
    let code = |path: &&Path| {
        let name = stem(path).to_lowercase();
        path.extension().is_some_and(|ending| ending == "astro")
            && !lists.contains(&name.as_str())
            && !slashed(path).contains(['[', '_'])
    };
    let code: Vec<_> = folder.below("src/pages").filter(code).map(Path::to_owned).collect();
    for path in code {
        scan::note(site, &path, "it is a page of code, and is not imported", "write what it says in posts/");
    }
}
