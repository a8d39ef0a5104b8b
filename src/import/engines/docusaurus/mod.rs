//! Docusaurus: `docusaurus.config.*`, blogs, documentation, pages in `src/pages/`, translations in `i18n/`.

mod blog;
mod docs;
mod instances;
mod lists;

use std::path::Path;

use super::{Engine, scan};
use crate::import::folder::Folder;
use crate::import::literals::Literals;
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use instances::{Edition, Kind};

pub(super) struct Docusaurus;

const CONFIGS: [&str; 5] = [
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "docusaurus.config.cjs",
    "docusaurus.config.mts",
];

const READING: Reading<'_> =
    Reading { syntax: Syntax::Docusaurus, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };

impl Engine for Docusaurus {
    fn name(&self) -> &'static str {
        "Docusaurus"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.first(&CONFIGS).map(|config| format!("{config} is there"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let config = folder.literals(&CONFIGS);
        let mut site = OldSite { settings: settings(&config), ..OldSite::default() };
        for edition in instances::editions(folder, &config) {
            match edition.kind {
                Kind::Blog => blog::read(folder, &config, &edition, &mut site),
                Kind::Docs => docs::read(folder, &edition, &mut site),
                Kind::Pages => pages(folder, &edition, &mut site),
            }
        }
        if let Some(first) = folder.below("versioned_docs").next().map(Path::to_owned) {
            let message = "older versions of the documentation in versioned_docs/ are not imported";
            scan::note(&mut site, &first, message, "keep the old site for them, or copy what is needed to posts/");
        }
        site.redirects = redirects(&config);
        site.files = scan::published(folder, "static");
        site.roots = vec!["".into()];
        site
    }
}

/// The sources of an edition. A file or folder whose name begins with `_` is a part of others.
fn sources(folder: &Folder, edition: &Edition, site: &mut OldSite) -> Vec<Source> {
    let (parts, sources): (Vec<_>, Vec<_>) =
        scan::sources(folder, &edition.folder, &mut site.open).into_iter().partition(|source| {
            let path = source.path.strip_prefix(&edition.folder).unwrap_or(&source.path);
            path.iter().any(|name| name.to_string_lossy().starts_with('_'))
        });
    for part in parts {
        let message = "it is a part that other texts import, and is not imported";
        scan::note(site, &part.path, message, "copy what is needed of it into the texts that show it");
    }
    sources
}

/// Pages of Markdown. Those of code are only told of.
fn pages(folder: &Folder, edition: &Edition, site: &mut OldSite) {
    for source in sources(folder, edition, site) {
        let path = source.path.strip_prefix(&edition.folder).unwrap_or(&source.path).to_owned();
        scan::add(site, &READING, source, |text: &mut Text| {
            text.page = true;
            text.language.clone_from(&edition.language);
            let plain = scan::without_extension(&path);
            let own = if plain == "index" { "" } else { plain.strip_suffix("/index").unwrap_or(&plain) };
            text.addresses.insert(0, edition.address(own));
        });
    }
    let code = |path: &&Path| {
        let ending = path.extension().unwrap_or_default();
        ["js", "jsx", "ts", "tsx"].iter().any(|code| ending == *code) && !path.ends_with("index.js")
    };
    let code: Vec<_> = folder.below(&edition.folder).filter(code).map(Path::to_owned).collect();
    for path in code.iter().filter(|path| path.file_stem().is_some_and(|stem| stem != "index")) {
        scan::note(site, path, "it is a page of code, and is not imported", "write what it says in posts/");
    }
}

/// The redirects of the plugin `client-redirects`.
fn redirects(config: &Literals) -> Vec<(String, String)> {
    let objects = config.objects();
    let mut redirects = Vec::new();
    for object in &objects {
        let Some(to) = object.get("to").filter(|to| to.starts_with('/')) else { continue };
        let lists = objects.iter().filter(|list| list.is_in(object) && list.get("from").is_some());
        let from = object.get("from").into_iter().chain(lists.flat_map(|list| list.texts()));
        redirects.extend(from.map(|from| (from.to_owned(), to.to_owned())));
    }
    redirects
}

fn settings(config: &Literals) -> Settings {
    let url = config.text(&["url"]).filter(|url| url.contains("://"));
    let base = config.text(&["baseUrl"]).unwrap_or_default();
    Settings {
        title: config.text(&["title"]),
        description: config.text(&["tagline", "description"]),
        author: config.text(&["author"]),
        url: url.map(|url| format!("{}{}", url.trim_end_matches('/'), single_slashes(&format!("{base}/")))),
        language: config.text(&["i18n.defaultLocale", "defaultLocale"]),
        time_zone: None,
        links: config.links(&["label"], &["to", "href"]),
        ..Settings::default()
    }
}
