//! Zola: `config.toml` or `zola.toml`, `content/` with sections and files beside the texts, `static/`.

use std::path::{Path, PathBuf};

use super::{Engine, menus, scan};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, slashed};
use crate::import::permalink::{single_slashes, slug};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::source::Source;
use crate::import::text::{Reading, name};
use crate::import::translate::syntax::Syntax;

pub(super) struct Zola;

const CONFIGS: [&str; 2] = ["zola.toml", "config.toml"];

impl Engine for Zola {
    fn name(&self) -> &'static str {
        "Zola"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        let config = folder.first(&CONFIGS)?;
        let text = folder.read(config.as_ref()).ok()?;
        let config_of_zola =
            config == "zola.toml" || text.lines().any(|line| line.trim_start().starts_with("base_url"));
        config_of_zola.then(|| format!("{config} is there, with base_url"))
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let mut site = OldSite::default();
        let config = folder.first(&CONFIGS).map(|path| folder.data(path.as_ref(), &mut site.open)).unwrap_or_default();
        site.settings = settings(&config);
        let languages: Vec<String> = config.table("languages").iter().map(|entry| entry.key.clone()).collect();
        let reading = Reading { syntax: Syntax::Zola, zone: None, tags_by_spaces: false };
        for source in scan::sources(folder, "content", &mut site.open) {
            let path = source.path.strip_prefix("content").unwrap_or(&source.path).to_owned();
            let (language, path) = language(&path, &languages);
            if is_list(&mut site, &source, &path) {
                continue;
            }
            let page = page_of(&source, &path);
            let own = address(&source.data, &path, language.as_deref());
            let bundle =
                matches!(stem(&path).as_str(), "index" | "_index").then(|| scan::bundle(&source.path)).flatten();
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.language = language.or(text.language.take());
                text.page = page;
                text.folder = bundle;
                for alias in &mut text.addresses {
                    *alias = single_slashes(&format!("/{alias}"));
                }
                text.addresses.insert(0, own);
            });
        }
        site.files = scan::published(folder, "static");
        // Every file beside a text has an address.
        site.roots = vec!["content".into()];
        site
    }
}

fn settings(config: &Data) -> Settings {
    let text = |keys: &[&str]| keys.iter().find_map(|key| config.text(key));
    let links =
        ["extra.menu", "extra.main_menu", "extra.nav", "extra.navigation", "extra.socials", "extra.social_links"];
    Settings {
        title: text(&["title"]),
        description: text(&["description"]),
        author: config
            .texts("authors")
            .into_iter()
            .next()
            .or_else(|| text(&["author", "extra.author", "extra.author_name"])),
        url: text(&["base_url"]).filter(|url| url.contains("://")),
        language: text(&["default_language"]),
        time_zone: None,
        links: menus::links(&config.0, &links),
    }
}

/// The language of `post.fr.md`, and the path without it.
fn language(path: &Path, languages: &[String]) -> (Option<String>, PathBuf) {
    let stem = stem(path);
    match stem.rsplit_once('.').filter(|(_, code)| languages.iter().any(|known| known == code)) {
        Some((rest, code)) => (Some(code.to_owned()), path.with_file_name(format!("{rest}.md"))),
        None => (None, path.to_owned()),
    }
}

fn is_dated(source: &Source) -> bool {
    source.data.text("date").is_some() || name(&source.path).0.is_some()
}

fn page_of(source: &Source, path: &Path) -> bool {
    stem(path) == "_index" || !is_dated(source)
}

/// Whether it is the file of a section, which has no page of its own here. A text in it is noted, or is a page.
fn is_list(site: &mut OldSite, source: &Source, path: &Path) -> bool {
    if stem(path) != "_index" {
        return false;
    }
    let lists = ["sort_by", "paginate_by"].iter().any(|key| source.data.get(key).is_some());
    let empty = source.body.trim().is_empty();
    let root = path.components().count() == 1;
    if !empty && !root && !lists {
        return false;
    }
    if !empty {
        let remedy = "put it into posts/about.md, or into description in site.toml";
        scan::note(site, &source.path, "the text above a list has no place here, and is not imported", remedy);
    }
    true
}

fn address(data: &Data, path: &Path, language: Option<&str>) -> String {
    let prefix = language.map(|code| format!("/{code}")).unwrap_or_default();
    if let Some(path) = data.text("path") {
        return single_slashes(&format!("{prefix}/{path}/"));
    }
    let index = matches!(stem(path).as_str(), "index" | "_index");
    let file = if index { path.parent().unwrap_or(Path::new("")) } else { path };
    let folder: Vec<String> =
        slashed(file.parent().unwrap_or(Path::new(""))).split('/').map(slug).filter(|name| !name.is_empty()).collect();
    let own = data.text("slug").unwrap_or_else(|| slug(&name(path).1));
    single_slashes(&format!("{prefix}/{}/{own}/", folder.join("/")))
}
