//! All posts and pages of the site, and the page that each route shows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rayon::prelude::*;

use super::prepare::{Prepared, prepare};
use super::resolve::Resolver;
use super::{Config, Diagnostics, Options, Post};
use crate::content::{Content, List, Page, Route, SCHEMA, Site, Slug, Summary, Tag, TagCount};
use crate::view::WORDS;

/// The whole site as data.
pub(super) struct Library {
    description: String,
    title: String,
    per_page: usize,
    /// Posts, newest first, and after them the pages.
    entries: Vec<(Post, Prepared)>,
    /// Indices into `entries`, by the route of each.
    places: BTreeMap<Route, usize>,
    /// Indices into `entries`, by tag.
    tags: BTreeMap<Slug, (Tag, Vec<usize>)>,
    posts: usize,
}

impl Library {
    /// Prepares all posts, on all cores.
    pub(super) fn new(
        config: &Config,
        site: &Site,
        options: &Options,
        posts: Vec<Post>,
        findings: &mut Diagnostics,
    ) -> Self {
        let (pages, posts): (Vec<_>, Vec<_>) = posts.into_iter().partition(|post| post.page);
        let count = posts.len();
        let mut tags: BTreeMap<Slug, (Tag, Vec<usize>)> = BTreeMap::new();
        for (index, post) in posts.iter().enumerate() {
            for tag in &post.tags {
                tags.entry(tag.slug.clone()).or_insert_with(|| (tag.clone(), Vec::new())).1.push(index);
            }
        }
        let mut library = Self {
            description: site.description.clone(),
            title: site.title.clone(),
            per_page: config.per_page.max(1),
            entries: Vec::new(),
            places: BTreeMap::new(),
            tags,
            posts: count,
        };
        let all: Vec<Post> = posts.into_iter().chain(pages).collect();
        library.places = all.iter().enumerate().map(|(index, post)| (post.route(), index)).collect();
        let routes = library.lists().into_iter().chain(library.places.keys().cloned()).collect::<BTreeSet<_>>();
        let resolver = Resolver::new(&options.root, &all, routes);
        let prepared = |post: Post| {
            let prepared = prepare(&post, &resolver, config.allow_html, &site.base, options.lenient);
            (post, prepared)
        };
        library.entries = all.into_par_iter().map(prepared).collect();
        for (_, prepared) in &mut library.entries {
            findings.extend(std::mem::take(&mut prepared.findings));
        }
        library
    }

    /// Every address of the site.
    pub(super) fn routes(&self) -> Vec<Route> {
        self.lists().into_iter().chain(self.entries.iter().map(|(post, _)| post.route())).collect()
    }

    /// The files that posts refer to, each with its path below the base, percent-encoded.
    pub(super) fn assets(&self) -> impl Iterator<Item = &(PathBuf, String)> {
        self.entries.iter().flat_map(|(_, prepared)| &prepared.files)
    }

    /// The addresses of lists: home, archive, tags.
    fn lists(&self) -> Vec<Route> {
        let mut routes = vec![Route::Archive, Route::Tags];
        routes.extend((1..=self.pages_of(self.posts)).map(Route::Home));
        for (slug, (_, posts)) in &self.tags {
            routes.extend((1..=self.pages_of(posts.len())).map(|page| Route::Tag(slug.clone(), page)));
        }
        routes
    }

    /// The data of a page.
    pub(super) fn page(&self, route: &Route) -> Page {
        let (title, description, language, content) = match route {
            Route::Home(n) => {
                self.list_page(&self.title, Content::Home(self.list(&(0..self.posts).collect::<Vec<_>>(), *n)))
            }
            Route::Archive => {
                self.list_page(WORDS.archive, Content::Archive((0..self.posts).map(|i| self.summary(i)).collect()))
            }
            Route::Tags => self.list_page(WORDS.tags, Content::Tags(self.tag_counts())),
            Route::Tag(slug, n) => match self.tags.get(slug) {
                Some((tag, posts)) => self.list_page(&tag.name, Content::Tag(tag.clone(), self.list(posts, *n))),
                None => self.not_found(),
            },
            Route::Post(_) | Route::Page(_) => {
                match self.places.get(route).and_then(|index| self.entries.get(*index)) {
                    Some((post, prepared)) => {
                        let about = if post.description.is_empty() { &self.description } else { &post.description };
                        (
                            post.title.clone(),
                            about.clone(),
                            post.language.clone(),
                            Content::Article(prepared.article.clone()),
                        )
                    }
                    None => self.not_found(),
                }
            }
            Route::NotFound => self.not_found(),
        };
        Page { schema: SCHEMA, route: route.clone(), title, description, language, content }
    }

    fn list_page(&self, title: &str, content: Content) -> (String, String, Option<String>, Content) {
        (title.to_owned(), self.description.clone(), None, content)
    }

    fn not_found(&self) -> (String, String, Option<String>, Content) {
        self.list_page(WORDS.not_found, Content::NotFound)
    }

    fn pages_of(&self, posts: usize) -> u32 {
        u32::try_from(posts.div_ceil(self.per_page).max(1)).unwrap_or(u32::MAX)
    }

    fn list(&self, posts: &[usize], page: u32) -> List {
        let skip = (page as usize - 1) * self.per_page;
        let shown = posts.iter().skip(skip).take(self.per_page).map(|index| self.summary(*index)).collect();
        List { posts: shown, page, pages: self.pages_of(posts.len()) }
    }

    fn tag_counts(&self) -> Vec<TagCount> {
        let count = |(tag, posts): &(Tag, Vec<usize>)| TagCount { tag: tag.clone(), count: posts.len() as u32 };
        self.tags.values().map(count).collect()
    }

    fn summary(&self, index: usize) -> Summary {
        let post = &self.entries[index].0;
        Summary {
            slug: post.slug.clone(),
            title: post.title.clone(),
            date: post.date.expect("a post that is no page has a date"),
            description: post.description.clone(),
            draft: post.draft,
        }
    }
}
