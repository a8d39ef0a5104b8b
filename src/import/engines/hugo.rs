//! Hugo: `hugo.toml`, `content/` with sections and page bundles, `static/`.

mod addresses;
mod cascade;
mod dates;
mod languages;
mod patterns;
mod settings;

use std::path::{Path, PathBuf};

use super::{Engine, scan};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, is_html, is_text, slashed};
use crate::import::site::{OldSite, Text};
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use addresses::{Addresses, Page};
use cascade::Cascades;
use languages::Languages;

pub(super) struct Hugo;

/// Files of its configuration. `config.toml` is Zola's too.
const CONFIGS: [&str; 7] =
    ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.json"];

/// Sections whose texts are posts, if the configuration does not name them.
const POSTS: [&str; 8] = ["posts", "post", "blog", "articles", "article", "writing", "notes", "news"];

impl Engine for Hugo {
    fn name(&self) -> &'static str {
        "Hugo"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        let config =
            folder.first(&CONFIGS).or_else(|| folder.has_folder("config/_default").then_some("config/_default/"))?;
        let own = config.starts_with("hugo.") || config.ends_with('/');
        let others = ["archetypes", "layouts", "content"].into_iter().find(|name| folder.has_folder(name));
        match (own, others) {
            (true, _) => Some(format!("{config} is there")),
            (false, Some(other)) => Some(format!("{config} and {other}/ are there")),
            (false, None) => None,
        }
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let config = settings::read(folder, &mut site.open);
        site.settings = settings::settings(&config);
        let languages = Languages::of(&config);
        let zone = scan::zone(site.settings.time_zone.as_deref());
        let unlisting = &["build.list", "_build.list", "noindex"];
        let reading = Reading { syntax: Syntax::Hugo, zone: zone.as_ref(), tags_by_spaces: false, unlisting };
        let addresses = Addresses::of(&config);
        let sources = sources(folder, &languages, &config, &mut site);
        let sections = main_sections(&config, &sources);
        for (source, language, path) in sources {
            if is_part_of_bundle(folder, &source.path, &path) || is_list(&mut site, &source, &path, &sections) {
                continue;
            }
            let page = is_page(&source, &path, &sections);
            let bundle = stem_is_index(&path).then(|| scan::bundle(&source.path)).flatten();
            let prefix = languages.prefix(language.as_deref());
            let code = languages.code(language.as_deref()).to_owned();
            let disabled = languages.is_disabled(language.as_deref());
            let url = source.data.text("url");
            if disabled {
                let message = format!("the site has no pages in its language, {code}, so it is a draft");
                scan::note(&mut site, &source.path, message, "delete draft = true if it is public");
            }
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.language = language;
                text.page = page;
                text.folder = bundle;
                text.draft |= disabled;
                let page = Page { path: &path, language: &code, prefix: &prefix, url: url.as_deref() };
                addresses.set(text, &page);
            });
        }
        for below in settings::folders(&config, "staticDir", "static") {
            site.files.extend(scan::published(folder, &below));
        }
        site.roots = vec!["assets".into()];
        site
    }
}

/// A source, its language if it is not the default one, and its path below the texts of that.
type Found = (Source, Option<String>, PathBuf);

/// The sources of all languages, with the values that sections and the configuration give them.
fn sources(folder: &Folder, languages: &Languages, config: &Data, site: &mut OldSite) -> Vec<Found> {
    let mut found = Vec::new();
    for below in languages.folders() {
        for source in scan::sources_of(folder, &slashed(below), &is_page_file, &mut site.open) {
            let (language, path) = languages.of_file(&source.path);
            found.push((source, language, path));
        }
        scan::note_others(folder, &slashed(below), &OTHER_MARKUP, site);
    }
    let mut cascades = Cascades::of_config(config, folder.first(&CONFIGS).unwrap_or(CONFIGS[0]), site);
    for (source, language, path) in &found {
        cascades.of_section(source, path, languages.code(language.as_deref()), site);
    }
    for (source, language, path) in &mut found {
        cascades.apply(&mut source.data, path, languages.code(language.as_deref()));
        dates::apply(&mut source.data, path, config);
    }
    // HTML without front matter is a file beside a page.
    found.retain(|(source, ..)| !is_html(&source.path) || source.line > 1);
    found
}

/// Endings of markup that Hugo has other programs for, or reads itself.
const OTHER_MARKUP: [&str; 9] = ["adoc", "asciidoc", "ad", "org", "rst", "rest", "pandoc", "pdc", "mmark"];

fn is_page_file(path: &Path) -> bool {
    is_text(path) || is_html(path)
}

fn stem_is_index(path: &Path) -> bool {
    matches!(stem(path).as_str(), "index" | "_index")
}

/// Whether a Markdown file is a resource of the bundle in its folder, and no page of its own.
fn is_part_of_bundle(folder: &Folder, file: &Path, path: &Path) -> bool {
    let is_index = |folder_of: &Path| {
        ["index.md", "index.markdown", "index.mdx"].iter().any(|name| folder.has(folder_of.join(name)))
    };
    let own = file.parent().is_some_and(is_index);
    own && !stem_is_index(path)
        || file.ancestors().skip(2).any(|above| !above.as_os_str().is_empty() && is_index(above))
}

/// Whether a file is that of a list, `_index.md`, and has no page of its own here. A text in it is noted.
fn is_list(site: &mut OldSite, source: &Source, path: &Path, sections: &[String]) -> bool {
    if stem(path) != "_index" {
        return false;
    }
    let folder = slashed(path.parent().unwrap_or(Path::new("")));
    let first = folder.split('/').next().unwrap_or_default();
    let term = ["tags", "categories", "authors", "series"].contains(&first);
    let has_page = !(folder.is_empty() || term || sections.contains(&folder));
    if has_page && !source.body.trim().is_empty() {
        return false;
    }
    if !source.body.trim().is_empty() {
        let remedy = "put it into posts/about.md, or into description in site.toml";
        scan::note(site, &source.path, "the text above a list has no place here, and is not imported", remedy);
    }
    true
}

/// The sections whose texts are posts: by the configuration, else by name, else the one with the most texts.
fn main_sections(config: &Data, sources: &[Found]) -> Vec<String> {
    let named = ["params.mainSections", "mainSections", "params.mainsections"].iter().flat_map(|key| config.texts(key));
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        return named;
    }
    let section = |(_, _, path): &Found| {
        Some(path.iter().next()?.to_string_lossy().into_owned()).filter(|_| path.iter().count() > 1)
    };
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    sources.iter().filter_map(section).for_each(|section| *counts.entry(section).or_default() += 1);
    let known: Vec<String> =
        POSTS.iter().map(|name| (*name).to_owned()).filter(|name| counts.contains_key(name)).collect();
    if !known.is_empty() {
        return known;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(section, _)| section).into_iter().collect()
}

fn is_page(source: &Source, path: &Path, sections: &[String]) -> bool {
    let folder = slashed(path);
    let in_section = sections.iter().any(|section| folder.starts_with(&format!("{section}/")));
    let says = ["type", "layout"].iter().filter_map(|key| source.data.text(key)).any(|word| word == "page");
    let dated = source.data.text("date").is_some() || source.data.text("publishDate").is_some();
    let depth = path.iter().count() - usize::from(stem_is_index(path));
    stem(path) == "_index" || !in_section && (says || !dated || depth <= 1)
}
