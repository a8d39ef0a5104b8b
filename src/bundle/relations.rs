//! Relates posts to each other: by date, by series, and by common tags and categories.

use std::collections::{BTreeMap, HashMap};

use crate::bundle::input::config::collections::{Collection, Order};
use crate::bundle::input::post::Post;
use crate::bundle::input::slugify::slugify;
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::content::{Article, Neighbour, Route, Series, Slug, Tag};

/// How many related posts an article names.
const RELATED: usize = 3;
/// How many posts before and after a post are considered, among those of a tag: a tag on every post says little.
const NEAR: usize = 40;

/// What relates a post to others.
#[derive(Clone, PartialEq)]
pub(crate) struct Relative<'a> {
    pub(crate) route: &'a Route,
    pub(crate) title: &'a str,
    pub(crate) language: Option<&'a str>,
    pub(crate) terms: &'a Terms<Tag>,
    pub(crate) series: Option<&'a str>,
    pub(crate) series_order: Option<u32>,
}

/// Where a reader can go from a post.
#[derive(Clone, Default)]
pub(crate) struct Relations {
    newer: Option<Neighbour>,
    older: Option<Neighbour>,
    related: Vec<Neighbour>,
    series: Option<Series>,
}

/// The listed posts, newest first, with what they have in common.
pub(crate) struct Family<'a> {
    posts: &'a [Relative<'a>],
    /// Whether they are in the order of their dates, so that each has a next and a previous one.
    by_date: bool,
    /// The posts of each series: in the order that the author gave, else by date.
    series: BTreeMap<Slug, Vec<usize>>,
    /// The posts of each tag and category, newest first.
    terms: HashMap<(Taxonomy, &'a Slug), Vec<usize>>,
}

impl<'a> Relative<'a> {
    pub(crate) fn of(post: &'a Post) -> Self {
        Self {
            route: post.route_ref(),
            title: &post.title,
            language: post.language.as_deref(),
            terms: &post.terms,
            series: post.series.as_deref(),
            series_order: post.series_order,
        }
    }

    fn neighbour(&self) -> Neighbour {
        let (title, language) = (self.title.to_owned(), self.language.map(str::to_owned));
        Neighbour { route: self.route.clone(), title, language }
    }
}

impl Relations {
    /// Sets those of an article.
    pub(crate) fn put_into(self, article: &mut Article) {
        let Self { newer, older, related, series } = self;
        (article.newer, article.older, article.related, article.series) = (newer, older, related, series);
    }
}

impl<'a> Family<'a> {
    pub(crate) fn new(posts: &'a [Relative<'a>], collection: Option<&Collection>) -> Self {
        let mut terms: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, post) in posts.iter().enumerate() {
            for (taxonomy, term) in post.terms.all() {
                terms.entry((taxonomy, &term.slug)).or_default().push(index);
            }
        }
        let by_date = collection.is_none_or(|collection| collection.order == Order::Date);
        Self { posts, by_date, series: series(posts), terms }
    }

    /// The relations of a post.
    pub(crate) fn relations(&self, index: usize) -> Relations {
        let neighbour = |index: usize| self.posts.get(index).map(Relative::neighbour);
        Relations {
            newer: index.checked_sub(1).filter(|_| self.by_date).and_then(neighbour),
            older: Some(index + 1).filter(|_| self.by_date).and_then(neighbour),
            related: self.related(index).into_iter().filter_map(neighbour).collect(),
            series: self.series_of(index),
        }
    }

    fn series_of(&self, index: usize) -> Option<Series> {
        let name = self.posts.get(index)?.series?;
        let parts = self.series.get(&slugify(name)?)?;
        let part = parts.iter().position(|part| *part == index)?;
        let parts: Vec<_> = parts.iter().map(|part| self.posts[*part].neighbour()).collect();
        Some(Series { name: name.to_owned(), part: u32::try_from(part).ok()? + 1, parts })
    }

    /// The posts that share most tags and categories with a post. One of few posts weighs more; ties go to the nearest in
    /// time.
    fn related(&self, index: usize) -> Vec<usize> {
        let mut weights: BTreeMap<usize, usize> = BTreeMap::new();
        for (taxonomy, term) in self.posts.get(index).into_iter().flat_map(|post| post.terms.all()) {
            let all = &self.terms[&(taxonomy, &term.slug)];
            let place = all.partition_point(|other| *other < index);
            let near = place.saturating_sub(NEAR)..all.len().min(place + NEAR);
            for other in all[near].iter().filter(|other| **other != index) {
                *weights.entry(*other).or_default() += 1 + 1000 / all.len();
            }
        }
        let mut others: Vec<_> = weights.into_iter().collect();
        others.sort_by_key(|(other, weight)| (usize::MAX - weight, other.abs_diff(index), *other));
        others.into_iter().take(RELATED).map(|(other, _)| other).collect()
    }
}

fn series(posts: &[Relative<'_>]) -> BTreeMap<Slug, Vec<usize>> {
    let mut series: BTreeMap<Slug, Vec<usize>> = BTreeMap::new();
    for (index, post) in posts.iter().enumerate().rev() {
        if let Some(slug) = post.series.and_then(slugify) {
            series.entry(slug).or_default().push(index);
        }
    }
    for parts in series.values_mut() {
        parts.sort_by_key(|index| posts[*index].series_order.unwrap_or(u32::MAX));
    }
    series
}
