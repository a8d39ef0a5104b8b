//! The library: all posts and pages of the site in order, with their lists and relations. Native only.

pub(crate) mod around;
pub(crate) mod feed_texts;
pub(crate) mod index;
pub(crate) mod lists;
mod old_lists;
pub(crate) mod portrait;
pub(crate) mod sections;

use std::path::PathBuf;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::address::OutputPath;
use super::article::code::grammars::Grammars;
use super::article::context::Context;
use super::article::costly_work::CostlyWork;
use super::article::pictures::{self, Pictures};
use super::article::resolve::Resolver;
use super::article::sanitise::Rules;
use super::article::{Prepared, name_sources, prepare};
use super::cache::Cache;
use super::diagnostics::Diagnostics;
use super::input::config::settings::Settings;
use super::input::post::Post;
use super::kept::Kept;
use super::key::Key;
use super::relations::{Family, Relations, Relative};
use super::remembered::Remembered;
use super::taxonomy::Taxonomy;
use crate::content::{Route, Slug};
use feed_texts::FeedTexts;
use index::Index;
use lists::{TermList, group};
use portrait::Portrait;
use sections::Section;

/// The prepared texts of a site, with its index.
pub(crate) struct Library {
    pub(crate) index: Index,
    pub(crate) resolver: Resolver,
    /// The pictures of the texts.
    pub(crate) pictures: Pictures,
    /// The picture of the author.
    pub(crate) portrait: Option<Portrait>,
    /// Listed posts, newest first; then those of collections; then unlisted posts; then pages.
    pub(crate) entries: Vec<(Post, Prepared)>,
    /// The texts of the entries for feeds.
    pub(crate) texts: FeedTexts,
}

impl Library {
    /// Prepares the texts of the indexed posts, on all cores, and relates the posts.
    pub(crate) fn new(
        settings: Settings<'_>,
        index: Index,
        resolver: Resolver,
        posts: Vec<Post>,
        known: &Remembered<Prepared>,
        findings: &mut Diagnostics,
    ) -> Self {
        let texts = FeedTexts::new(posts.len());
        let pictures = pictures::make::all(&settings.options.root, &posts, &resolver, Rules::of(settings.config));
        let mut entries = prepare_all(settings, &index, &resolver, &pictures, posts, known);
        for (_, prepared) in &mut entries {
            findings.extend(std::mem::take(&mut prepared.findings));
        }
        for list in entries.chunk_by_mut(|(a, _), (b, _)| group(a) == group(b)) {
            relate(list);
        }
        around::add(settings, &mut entries, findings);
        let portrait = portrait::find(settings, &resolver, findings);
        Self { index, resolver, pictures, portrait, entries, texts }
    }

    /// Every address of the site.
    pub(crate) fn routes(&self) -> Vec<Route> {
        self.index.routes()
    }

    /// The list of a name of a taxonomy.
    pub(crate) fn term(&self, taxonomy: Taxonomy, slug: &Slug) -> Option<&TermList> {
        self.index.lists.terms.get(&(taxonomy, slug.clone())).map(|list| &**list)
    }

    /// The list of a name, of which the page at a route shows a part.
    pub(crate) fn term_at(&self, route: &Route) -> Option<&TermList> {
        match (route, self.index.sections.get(route)) {
            (Route::Tag(slug, _), _) => self.term(Taxonomy::Tags, slug),
            (_, Some(Section::Term(list, _))) => Some(list),
            _ => None,
        }
    }

    /// The post or page at a route, if that is what it names.
    pub(crate) fn entry(&self, route: &Route) -> Option<&(Post, Prepared)> {
        self.index.lists.places.get(route).and_then(|index| self.entries.get(*index))
    }

    /// The files that posts refer to, and those of the portrait, each with its path on the site.
    pub(crate) fn assets(&self) -> impl Iterator<Item = &(PathBuf, OutputPath)> {
        let of_posts = self.entries.iter().flat_map(|(_, prepared)| &prepared.files);
        of_posts.chain(self.portrait.iter().flat_map(|portrait| &portrait.files))
    }
}

/// Relates the texts of a list to each other. Those that are in no list have no relations.
fn relate(list: &mut [(Post, Prepared)]) {
    let Some((first, _)) = list.first().filter(|(post, _)| post.is_listed()) else { return };
    let relations: Vec<Relations> = {
        let posts: Vec<Relative<'_>> = list.iter().map(|(post, _)| Relative::of(post)).collect();
        let family = Family::new(&posts, first.collection.as_ref());
        (0..posts.len()).map(|index| family.relations(index)).collect()
    };
    for ((_, prepared), relations) in list.iter_mut().zip(relations) {
        relations.put_into(&mut prepared.article);
    }
}

/// Prepares posts on all cores.
fn prepare_all(
    settings: Settings<'_>,
    index: &Index,
    resolver: &Resolver,
    pictures: &Pictures,
    posts: Vec<Post>,
    known: &Remembered<Prepared>,
) -> Vec<(Post, Prepared)> {
    let Settings { options, config, site } = settings;
    let context = Context {
        resolver,
        pictures,
        grammars: Grammars::all(),
        costly: &CostlyWork::new(config.policy.clone()),
        kept: Kept::Disk(&Cache::of(&options.root)),
        heading_ids: config.heading_ids,
        rules: Rules::of(config),
        base: &site.base,
        lenient: options.lenient,
    };
    let of_all = LazyLock::new(|| {
        let words = index.words_inputs();
        let settings = format!("{config:?} {site:?} {}", options.lenient);
        Key::new("prepared", &[settings.as_bytes(), words.as_bytes(), resolver.inputs().as_bytes()])
    });
    let is_pure = |prepared: &Prepared| !prepared.needs_files && prepared.findings == Diagnostics::default();
    let prepared = |post: Post| {
        let inputs = || Key::new("prepared", &[of_all.name().as_bytes(), &of_post(&post), post.body.as_bytes()]);
        let words = index.words_in(site, &post);
        let make = || prepare(&post, &context, words);
        let mut prepared = known.get_or(inputs, make, is_pure);
        prepared.cover = prepared.cover.or_else(|| index.previews.cover(&post.route()));
        name_sources(&mut prepared.article, config, site, &post, words);
        (post, prepared)
    };
    posts.into_par_iter().map(prepared).collect()
}

/// What a text is prepared from, besides its body and what all texts are prepared with.
fn of_post(post: &Post) -> Vec<u8> {
    let Post { source, line, dialect, title, untitled, kind, updated, terms, draft, language, cover, .. } = post;
    let from = (source, line, dialect, post.route(), title, untitled, kind, updated, terms, draft);
    // In the body, the attributes of pictures are hidden.
    format!("{:?}", (from, language, cover, &post.media.attributes)).into_bytes()
}
