//! Zola: `config.toml` or `zola.toml`, `content/` with sections and files beside the texts, `static/`.

mod paths;

use std::path::{Path, PathBuf};

use super::{Engine, menus, scan};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::Folder;
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Settings, Text};
use crate::import::source::Source;
use crate::import::text::{Reading, name};
use crate::import::translate::syntax::Syntax;
use paths::Paths;

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
        let reading = Reading { syntax: Syntax::Zola, zone: None, tags_by_spaces: false, unlisting: &["noindex"] };
        let paths = Paths::of(&config);
        let ignored = scan::left_out(
            &mut site,
            folder.first(&CONFIGS).unwrap_or(CONFIGS[0]),
            "ignored_content",
            config.texts("ignored_content"),
            str::to_owned,
        );
        let sources = scan::sources(folder, "content", &mut site.open).into_iter().map(|source| {
            let path = source.path.strip_prefix("content").unwrap_or(&source.path).to_owned();
            let (language, path) = language(&path, &languages);
            (source, language, path)
        });
        let sources: Vec<(Source, Option<String>, PathBuf)> = sources.collect();
        let drafts = draft_sections(&sources);
        for (source, language, path) in sources {
            if ignored.has(source.path.strip_prefix("content").unwrap_or(&source.path)) {
                *site.passed.entry("texts in ignored_content → left out".to_owned()).or_default() += 1;
                continue;
            }
            if is_list(&mut site, &source, &path) {
                continue;
            }
            let page = page_of(&source, &path);
            let own = paths.addresses(&source.data, &path, language.as_deref());
            let bundle =
                matches!(stem(&path).as_str(), "index" | "_index").then(|| scan::bundle(&source.path)).flatten();
            let in_draft = drafts.iter().any(|(folder, of)| path.starts_with(folder) && *of == language);
            if in_draft {
                let message = "its section is a draft, so it is one";
                scan::note(&mut site, &source.path, message, "delete draft = true if it is public");
            }
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.language = language.or(text.language.take());
                text.page = page;
                text.folder = bundle;
                text.draft |= in_draft;
                for alias in &mut text.addresses {
                    *alias = single_slashes(&format!("/{alias}"));
                }
                text.addresses.splice(..0, own);
            });
        }
        scan::note_others(folder, "content", &["html", "org", "adoc", "rst"], &mut site);
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
        ..Settings::default()
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

/// The folders of sections that are drafts, which all that is below them is, too.
fn draft_sections(sources: &[(Source, Option<String>, PathBuf)]) -> Vec<(PathBuf, Option<String>)> {
    let is_draft =
        |(source, _, path): &&(Source, _, PathBuf)| stem(path) == "_index" && source.data.flag("draft") == Some(true);
    let folder = |(_, language, path): &(Source, Option<String>, PathBuf)| {
        (path.parent().unwrap_or(Path::new("")).to_owned(), language.clone())
    };
    sources.iter().filter(is_draft).map(folder).collect()
}
