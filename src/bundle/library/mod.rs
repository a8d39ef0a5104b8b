//! The library: all posts and pages of the site in order, with their lists, tags and relations. Native only.

pub(crate) mod aliases;
pub(crate) mod feed_texts;
pub(crate) mod pagination;
pub(crate) mod relations;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::article::context::Context;
use super::article::cover::Cover;
use super::article::pictures::Pictures;
use super::article::previews::Previews;
use super::article::resolve::Resolver;
use super::article::sanitise::Rules;
use super::article::served_file::Aliases;
use super::article::{Prepared, edit_link, prepare};
use super::cache::Cache;
use super::diagnostics::Diagnostics;
use super::input::config::Config;
use super::input::languages::LanguageFile;
use super::input::post::Post;
use super::options::Options;
use super::theme_colors::ThemeColors;
use crate::content::{Messages, Route, Site, Slug, Tag};
use feed_texts::FeedTexts;
use relations::relate;

pub(crate) struct Library {
    pub(crate) per_page: usize,
    /// Listed posts, newest first; then unlisted posts; then pages.
    pub(crate) entries: Vec<(Post, Prepared)>,
    /// Indices of all listed entries, newest first.
    pub(crate) listed: Vec<usize>,
    /// The listed entries that are pinned.
    pub(crate) pinned: Vec<usize>,
    /// The other listed entries.
    pub(crate) unpinned: Vec<usize>,
    /// Indices into `entries`, by route.
    pub(crate) places: BTreeMap<Route, usize>,
    /// The generated pictures for link previews.
    pub(crate) previews: Previews,
    /// The cover of pages without their own.
    pub(crate) cover: Option<Cover>,
    /// The files at former addresses, each with the page it redirects to.
    pub(crate) aliases: Aliases,
    /// Whether pages that were read stay readable offline.
    pub(crate) offline: bool,
    pub(crate) resolver: Resolver,
    /// Indices into `entries`, newest first, by tag.
    pub(crate) tags: BTreeMap<Slug, (Tag, Vec<usize>)>,
    /// The colours of the theme, for what is outside a page.
    pub(crate) colors: ThemeColors,
    /// The texts of the entries for feeds.
    pub(crate) texts: FeedTexts,
    /// The messages in the languages of posts, other than the site's.
    words: BTreeMap<String, Messages>,
}

impl Library {
    /// Indexes posts that are in the order of the library ([`order`]): lists, tags and addresses. Texts are not
    /// processed yet.
    pub(crate) fn index(
        config: &Config,
        site: &Site,
        options: &Options,
        posts: &[Post],
        findings: &mut Diagnostics,
    ) -> Self {
        let listed = posts.partition_point(|post| !post.is_page() && !post.unlisted);
        let (pinned, unpinned) = (0..listed).partition(|index| posts[*index].featured);
        let mut library = Self {
            per_page: config.per_page.max(1),
            entries: Vec::new(),
            listed: (0..listed).collect(),
            pinned,
            unpinned,
            places: posts.iter().enumerate().map(|(index, post)| (post.route(), index)).collect(),
            previews: Previews::default(),
            cover: None,
            aliases: Aliases::new(),
            offline: options.offline && config.offline,
            resolver: Resolver::default(),
            tags: tags(&posts[..listed]),
            colors: ThemeColors::read(&options.root),
            texts: FeedTexts::new(posts.len()),
            words: words(&options.root, &site.language, posts, findings),
        };
        library.aliases = aliases::find(posts, &library.routes(), options.lenient, findings);
        if options.previews && config.previews {
            library.previews = Previews::new(&options.root, site, posts, &library.colors, findings);
            library.cover = library.previews.cover(&Route::Home(1));
        }
        library
    }

    /// Prepares the texts of the indexed posts, on all cores, and relates the posts.
    pub(crate) fn prepare(
        &mut self,
        config: &Config,
        site: &Site,
        options: &Options,
        posts: Vec<Post>,
        findings: &mut Diagnostics,
    ) {
        let rules = Rules::of(config);
        let pictures = Pictures::new(&options.root, &posts, &self.resolver, rules);
        let context = Context {
            resolver: &self.resolver,
            pictures: &pictures,
            cache: &Cache::of(&options.root),
            rules,
            base: &site.base,
            lenient: options.lenient,
        };
        let prepared = |post: Post| {
            let mut prepared = prepare(&post, &context, self.words_in(site, &post));
            prepared.cover = prepared.cover.or_else(|| self.previews.cover(&post.route()));
            prepared.article.edit = edit_link::address(config, &post);
            (post, prepared)
        };
        self.entries = posts.into_par_iter().map(prepared).collect();
        for (_, prepared) in &mut self.entries {
            findings.extend(std::mem::take(&mut prepared.findings));
        }
        let listed = self.listed.len();
        let (posts, mut articles): (Vec<_>, Vec<_>) =
            self.entries[..listed].iter_mut().map(|(post, prepared)| (&*post, &mut prepared.article)).unzip();
        relate(&posts, &mut articles);
    }

    /// Every address of the site.
    pub(crate) fn routes(&self) -> Vec<Route> {
        pagination::lists(self).into_iter().chain(self.places.keys().cloned()).collect()
    }

    /// The post or page at a route, if that is what it names.
    pub(crate) fn entry(&self, route: &Route) -> Option<&(Post, Prepared)> {
        self.places.get(route).and_then(|index| self.entries.get(*index))
    }

    /// The messages in a post's language, if they are not the site's.
    pub(crate) fn words_of(&self, post: &Post) -> Option<&Messages> {
        self.words.get(post.language.as_ref()?)
    }

    /// The messages for a post: those in its language, else the site's.
    pub(crate) fn words_in<'a>(&'a self, site: &'a Site, post: &Post) -> &'a Messages {
        self.words_of(post).unwrap_or(&site.words)
    }

    /// The files that posts refer to, each with its path below the base, percent-encoded.
    pub(crate) fn assets(&self) -> impl Iterator<Item = &(PathBuf, String)> {
        self.entries.iter().flat_map(|(_, prepared)| &prepared.files)
    }
}

/// Sorts posts into the order of the library: listed, unlisted, pages.
pub(crate) fn order(posts: &mut [Post]) {
    posts.sort_by_key(|post| (post.is_page(), post.unlisted));
}

fn words(root: &Path, language: &str, posts: &[Post], findings: &mut Diagnostics) -> BTreeMap<String, Messages> {
    let own = LanguageFile::of(root, language);
    let languages: BTreeSet<&String> = posts.iter().filter_map(|post| post.language.as_ref()).collect();
    let others = languages.into_iter().filter_map(|language| {
        let file = LanguageFile::of(root, language).filter(|file| own.as_ref() != Some(file))?;
        Some((language.clone(), file.texts(findings).words()))
    });
    others.collect()
}

fn tags(posts: &[Post]) -> BTreeMap<Slug, (Tag, Vec<usize>)> {
    let mut tags: BTreeMap<Slug, (Tag, Vec<usize>)> = BTreeMap::new();
    for (index, post) in posts.iter().enumerate() {
        for tag in &post.tags {
            tags.entry(tag.slug.clone()).or_insert_with(|| (tag.clone(), Vec::new())).1.push(index);
        }
    }
    tags
}
