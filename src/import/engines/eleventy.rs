//! Eleventy: `eleventy.config.*`, texts in folders, data of folders.

use std::path::{Path, PathBuf};

use super::{Engine, scan};
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::{Folder, is_text, slashed};
use crate::import::literals::Literals;
use crate::import::permalink::{single_slashes, slug};
use crate::import::site::{OldSite, Settings, Text};
use crate::import::text::Reading;
use crate::import::translate::syntax::Syntax;

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
        let config = folder.literals(&CONFIGS);
        let below = config.text(&["dir.input", "input"]).unwrap_or_default();
        let mut below = below.trim_start_matches("./").trim_matches(['/', '.']).to_owned();
        if below.is_empty() && folder.first(&CONFIGS).is_none() && folder.has_folder("content") {
            "content".clone_into(&mut below);
        }
        let mut site = OldSite { settings: settings(folder, &below), ..OldSite::default() };
        let reading = Reading { syntax: Syntax::Eleventy, zone: None, tags_by_spaces: false };
        for mut source in scan::sources(folder, &below, &mut site.open) {
            let path = source.path.strip_prefix(&below).unwrap_or(&source.path).to_owned();
            let special = path.iter().any(|name| name.to_string_lossy().starts_with('_'));
            let about = path.components().count() == 1
                && ["readme", "license", "changelog", "404"].contains(&stem(&path).to_lowercase().as_str());
            if special || about {
                continue;
            }
            let data = data_of_folders(folder, &source.path, &mut site);
            source.data.fill(data);
            let tags = source.data.texts("tags");
            let post = tags.iter().any(|tag| ["post", "posts", "blog", "articles"].contains(&tag.as_str()));
            let dated = source.data.text("date").is_some() || of_name(&stem(&path)).0.is_some();
            if source.body.contains("collections.") && source.body.contains("{% for") {
                scan::note(
                    &mut site,
                    &source.path,
                    "it lists other texts, and is not imported",
                    "use the lists that this site has",
                );
                continue;
            }
            let permalink = source.data.text("permalink");
            let same =
                path.parent().and_then(Path::file_name).is_some_and(|folder| folder.to_string_lossy() == stem(&path));
            let bundle = (same || stem(&path) == "index").then(|| scan::bundle(&source.path)).flatten();
            scan::add(&mut site, &reading, source, |text: &mut Text| {
                text.page = !post && !dated;
                text.folder = bundle;
                text.tags.retain(|tag| !COLLECTIONS.contains(&tag.as_str()));
                text.addresses.splice(..0, address(text, &path, permalink.as_deref()));
            });
        }
        for public in ["public", "static", "assets", "img", "images"] {
            let below = if public == "public" || public == "static" {
                public.to_owned()
            } else {
                slashed(&Path::new(&below).join(public))
            };
            let prefix = if below == public && matches!(public, "public" | "static") { "" } else { public };
            let files = scan::published(folder, &below).into_iter();
            site.files
                .extend(files.filter(|(_, path)| !is_code(path)).map(|(from, to)| (from, Path::new(prefix).join(to))));
        }
        site.roots = vec![below.into(), "public".into()];
        site
    }
}

/// Styles and scripts belong to the old design.
fn is_code(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ["css", "scss", "sass", "less", "js", "mjs", "njk", "liquid", "html", "md"].contains(&ending.as_str())
}

/// The data of the folders that a file is in: `blog/blog.json`, `blog/blog.11tydata.json`, and the literals of
/// `blog/blog.11tydata.js`. The nearest counts first.
fn data_of_folders(folder: &Folder, file: &Path, site: &mut OldSite) -> Data {
    let mut data = Data::default();
    for above in file.ancestors().skip(1) {
        let Some(name) = above.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        for ending in ["11tydata.json", "json"] {
            let path = above.join(format!("{name}.{ending}"));
            if folder.has(&path) {
                data.fill(folder.data(&path, &mut site.open));
            }
        }
        for ending in ["11tydata.js", "11tydata.mjs", "11tydata.cjs"] {
            let path = slashed(&above.join(format!("{name}.{ending}")));
            data.fill(of_literals(&folder.literals(&[&path])));
        }
    }
    data
}

fn of_literals(literals: &Literals) -> Data {
    let at = Location::default();
    let entry = |key: &str| {
        let text = literals.get(key)?.to_owned();
        Some(Entry { key: key.to_owned(), key_at: at, value: Value::Text(text), at })
    };
    Data(["tags", "layout", "permalink", "lang"].iter().filter_map(|key| entry(key)).collect())
}

/// The address of a text; `None` if its permalink is code that is not understood.
fn address(text: &Text, path: &Path, permalink: Option<&str>) -> Option<String> {
    let stem = stem(path);
    let folder = slashed(path.parent().unwrap_or(Path::new("")));
    let own = of_name(&stem).1;
    let last = folder.rsplit('/').next().unwrap_or_default();
    let file_slug = if own == "index" { of_name(last).1 } else { own };
    let Some(pattern) = permalink else {
        let own = if own == last || own == "index" { "" } else { own };
        return Some(single_slashes(&format!("/{folder}/{own}/")));
    };
    let mut address = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("{{") {
        let (code, after) = after.split_once("}}")?;
        address.push_str(before);
        address.push_str(&value(code, text, file_slug, &scan::without_extension(path))?);
        rest = after;
    }
    address.push_str(rest);
    (!address.contains("{%")).then(|| single_slashes(&format!("/{}", address.trim_end_matches("index.html"))))
}

/// The value of an output in a permalink: a name, and filters that make slugs or write dates.
fn value(code: &str, text: &Text, file_slug: &str, path: &str) -> Option<String> {
    let mut parts = code.split('|').map(str::trim);
    let name = parts.next()?;
    let filters: Vec<&str> = parts.collect();
    let value = match name {
        "page.fileSlug" | "fileSlug" => file_slug.to_owned(),
        "page.filePathStem" => format!("/{path}"),
        "title" => text.title.clone(),
        "slug" => text.slug.clone()?,
        "page.date" | "date" => {
            let form = filters.iter().find_map(|filter| filter.split(['"', '\'']).nth(1))?;
            let form = form
                .replace("yyyy", "%Y")
                .replace("YYYY", "%Y")
                .replace("MM", "%m")
                .replace("LL", "%m")
                .replace("dd", "%d")
                .replace("DD", "%d");
            return Some(crate::bundle::time::moment::civil_date(text.date?.day).strftime(&form).to_string());
        }
        _ => return None,
    };
    let plain = |filter: &&str| filter.starts_with("slug") || *filter == "safe";
    filters
        .iter()
        .all(plain)
        .then(|| if filters.iter().any(|filter| filter.starts_with("slug")) { slug(&value) } else { value })
}

fn settings(folder: &Folder, below: &str) -> Settings {
    let names = ["metadata", "site", "meta"];
    let folders = [below, ""];
    let mut open = Vec::new();
    let path = |name: &str, ending: &str| {
        folders
            .iter()
            .map(|below| slashed(&Path::new(below).join("_data").join(format!("{name}.{ending}"))))
            .find(|path| folder.has(path))
    };
    for name in names {
        if let Some(path) = path(name, "json").or_else(|| path(name, "yaml")).or_else(|| path(name, "yml")) {
            let data = folder.data(path.as_ref(), &mut open);
            let text = |keys: &[&str]| keys.iter().find_map(|key| data.text(key));
            return Settings {
                title: text(&["title", "name"]),
                description: text(&["description"]),
                author: text(&["author.name", "author", "authorName"]),
                url: text(&["url", "baseUrl"]).filter(|url| url.contains("://")),
                language: text(&["language", "lang", "locale"]),
                ..Settings::default()
            };
        }
        if let Some(path) = path(name, "js").or_else(|| path(name, "mjs")).or_else(|| path(name, "cjs")) {
            let data = folder.literals(&[&path]);
            return Settings {
                title: data.text(&["title", "name"]),
                description: data.text(&["description"]),
                author: data.text(&["author.name", "author"]),
                url: data.text(&["url", "baseUrl"]).filter(|url| url.contains("://")),
                language: data.text(&["language", "lang", "locale"]),
                ..Settings::default()
            };
        }
    }
    Settings::default()
}
