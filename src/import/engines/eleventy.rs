//! Eleventy: `eleventy.config.*`, texts in folders, data of folders.

mod addresses;
mod data;
mod passthrough;
mod settings;
mod slugs;

use std::path::{Path, PathBuf};

use super::{Engine, scan};
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::named_language::stem;
use crate::bundle::taxonomy::Taxonomy;
use crate::import::folder::{Folder, is_html, is_text, slashed};
use crate::import::globs::Globs;
use crate::import::literals::Literals;
use crate::import::literals::calls::calls;
use crate::import::site::{OldSite, Text};
use crate::import::source::Source;
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;
use data::Cascade;

pub(super) struct Eleventy;

const CONFIGS: [&str; 8] = [
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
    ".eleventy.js",
    ".eleventy.mjs",
    ".eleventy.cjs",
    ".eleventy.ts",
];

/// How many texts are looked into for a key of Eleventy.
const MOST_ASKED: usize = 50;

/// Tags that only collect, and are no subject of a text.
const COLLECTIONS: [&str; 8] = ["post", "posts", "blog", "all", "nav", "page", "pages", "articles"];

/// Those of them that collect pages.
const OF_PAGES: [&str; 4] = ["nav", "page", "pages", "all"];

impl Engine for Eleventy {
    fn name(&self) -> &'static str {
        "Eleventy"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        if let Some(config) = folder.first(&CONFIGS) {
            return Some(format!("{config} is there"));
        }
        // A copy of the texts alone.
        let data = folder.files.iter().find(|path| slashed(path).contains(".11tydata."));
        let texts = folder.files.iter().filter(|path| is_text(path)).take(MOST_ASKED);
        let named = |path: &&PathBuf| folder.read(path).is_ok_and(|text| text.contains("\neleventy"));
        let key = || texts.into_iter().find(named).map(|path| format!("{} has a key of Eleventy", slashed(path)));
        data.map(|path| format!("{} is there", slashed(path))).or_else(key)
    }

    fn read(&self, folder: &Folder) -> OldSite {
        let code = folder.first(&CONFIGS).and_then(|path| folder.read(path.as_ref()).ok()).unwrap_or_default();
        let below = input(folder, &code);
        let mut site = OldSite { settings: settings::read(folder, &below, &code), ..OldSite::default() };
        let unlisting = &["eleventyExcludeFromCollections", "noindex"];
        let reading = Reading { syntax: Syntax::Eleventy, zone: None, tags_by_spaces: false, unlisting };
        let ignored = ignored(folder, &code, &mut site);
        let is_source = |path: &Path| is_text(path) || is_html(path);
        for mut source in scan::sources_of(folder, &below, &is_source, &mut site.open) {
            let path = source.path.strip_prefix(&below).unwrap_or(&source.path).to_owned();
            if is_about(&path) || ignored.has(&source.path) {
                continue;
            }
            let cascade = Cascade::of(folder, &source.path, &mut site.open);
            source.data.fill(cascade.data);
            let own = source.data.texts("tags");
            let post = cascade.tags.iter().any(|tag| !OF_PAGES.contains(&tag.as_str()))
                || own.iter().any(|tag| COLLECTIONS.contains(&tag.as_str()) && !OF_PAGES.contains(&tag.as_str()));
            let dated = source.data.text("date").is_some() || of_name(&stem(&path)).0.is_some();
            if is_template(&source, post || dated) {
                note_template(&mut site, &source.path, post || dated);
                continue;
            }
            let unknown = cascade.unknown.filter(|_| source.data.get("permalink").is_none());
            let keys = source.data.clone();
            let same =
                path.parent().and_then(Path::file_name).is_some_and(|folder| folder.to_string_lossy() == stem(&path));
            let bundle = (same || stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = !post && !dated;
                text.folder = bundle;
                text.sort_by(Taxonomy::Tags, cascade.tags);
                text.terms.of_mut(Taxonomy::Tags).retain(|tag| !is_collection(tag, &path));
                let own = if unknown.is_some() { None } else { addresses::of(text, &path, &keys) };
                let permalink = || addresses::permalink(&keys).unwrap_or_default();
                text.pattern = own.is_none().then(|| unknown.unwrap_or_else(permalink));
                text.addresses.splice(..0, own);
            });
        }
        for path in folder.below(&below).filter(|path| is_other_template(path)).map(Path::to_owned).collect::<Vec<_>>()
        {
            let dated = of_name(&stem(&path)).0.is_some();
            note_template(&mut site, &path, dated);
        }
        site.files = passthrough::files(folder, &below, &code);
        site.roots = vec![below.into(), "public".into()];
        site
    }
}

/// The folder of the texts.
fn input(folder: &Folder, code: &str) -> String {
    let config = Literals::read(code);
    let call = calls(code, "setInputDirectory").into_iter().flatten().next().map(|(_, path)| path);
    let below = call.or_else(|| config.text(&["dir.input", "input"])).unwrap_or_default();
    let below = below.trim_start_matches("./").trim_matches(['/', '.']).to_owned();
    if below.is_empty() && folder.first(&CONFIGS).is_none() && folder.has_folder("content") {
        return "content".to_owned();
    }
    below
}

/// The files that Eleventy does not read: `.eleventyignore`, and `ignores.add` of the configuration.
fn ignored(folder: &Folder, code: &str, site: &mut OldSite) -> Globs {
    let file = folder.read(".eleventyignore".as_ref()).unwrap_or_default();
    let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '!']));
    let calls = calls(code, "ignores.add").into_iter().flatten().map(|(_, path)| path);
    scan::left_out(site, ".eleventyignore", "the files to ignore", lines.map(str::to_owned).chain(calls), str::to_owned)
}

/// Whether a file is about the repository, or a part of a template.
fn is_about(path: &Path) -> bool {
    let special = path.iter().any(|name| name.to_string_lossy().starts_with('_'));
    let names = ["readme", "license", "changelog", "404"];
    special || path.components().count() == 1 && names.contains(&stem(path).to_lowercase().as_str())
}

/// Whether a tag only collects, and is no subject of a text: by its name, or as it is that of the folder.
fn is_collection(tag: &str, path: &Path) -> bool {
    let folders = path.parent().unwrap_or(Path::new("")).iter();
    let is_folder = |name: &std::ffi::OsStr| {
        let name = name.to_string_lossy();
        name == tag || name.strip_suffix('s') == Some(tag)
    };
    COLLECTIONS.contains(&tag) || folders.into_iter().any(is_folder)
}

/// Whether a file arranges other texts, or is HTML that is no text.
fn is_template(source: &Source, is_post: bool) -> bool {
    let lists = source.body.contains("collections.") && source.body.contains("{%");
    lists || is_html(&source.path) && (!is_post || source.line == 1 || source.body.contains("{%"))
}

/// A file in a language of templates that is not read.
fn is_other_template(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let own = ["njk", "liquid", "webc", "hbs", "mustache", "ejs", "haml", "pug"].contains(&ending.as_str());
    own && !is_about(path)
}

fn note_template(site: &mut OldSite, path: &Path, is_post: bool) {
    if is_post || is_text(path) {
        let message = "it is a template, or lists other texts, and is not imported";
        scan::note(site, path, message, "write its text to posts/, if it has one that readers should have");
    } else {
        *site.passed.entry("templates → left out".to_owned()).or_default() += 1;
    }
}
