//! Relates posts to each other: by date, by series, and by common tags.

use std::collections::{BTreeMap, HashMap};

use crate::bundle::input::post::Post;
use crate::bundle::input::slugify::slugify;
use crate::content::{Article, Neighbour, Series, Slug};

/// How many related posts an article names.
const RELATED: usize = 3;
/// How many posts before and after a post are considered, among those of a tag: a tag on every post says little.
const NEAR: usize = 40;

/// Sets the neighbours, the series and the related posts of each article. `posts` are the listed ones, newest first.
pub(crate) fn relate(posts: &[&Post], articles: &mut [&mut Article]) {
    let series = series(posts);
    let tags = tags(posts);
    for (index, article) in articles.iter_mut().enumerate() {
        let post = posts[index];
        article.newer = index.checked_sub(1).map(|newer| neighbour(posts[newer]));
        article.older = posts.get(index + 1).map(|older| neighbour(older));
        article.related = related(posts, index, &tags).into_iter().map(|other| neighbour(posts[other])).collect();
        article.series = post.series.as_ref().and_then(|name| {
            let parts = series.get(&slugify(name)?)?;
            let part = parts.iter().position(|part| *part == index)?;
            let parts: Vec<_> = parts.iter().map(|part| neighbour(posts[*part])).collect();
            Some(Series { name: name.clone(), part: u32::try_from(part).ok()? + 1, parts })
        });
    }
}

fn neighbour(post: &Post) -> Neighbour {
    Neighbour { route: post.route(), title: post.title.clone(), language: post.language.clone() }
}

/// The posts of each series: in the order that the author gave, else by date.
fn series(posts: &[&Post]) -> BTreeMap<Slug, Vec<usize>> {
    let mut series: BTreeMap<Slug, Vec<usize>> = BTreeMap::new();
    for (index, post) in posts.iter().enumerate().rev() {
        if let Some(slug) = post.series.as_deref().and_then(slugify) {
            series.entry(slug).or_default().push(index);
        }
    }
    for parts in series.values_mut() {
        parts.sort_by_key(|index| posts[*index].series_order.unwrap_or(u32::MAX));
    }
    series
}

/// The posts of each tag, newest first.
fn tags<'a>(posts: &[&'a Post]) -> HashMap<&'a Slug, Vec<usize>> {
    let mut tags: HashMap<&Slug, Vec<usize>> = HashMap::new();
    for (index, post) in posts.iter().enumerate() {
        for tag in &post.tags {
            tags.entry(&tag.slug).or_default().push(index);
        }
    }
    tags
}

/// The posts that share most tags with a post. A tag of few posts weighs more; ties go to the nearest in time.
fn related(posts: &[&Post], index: usize, tags: &HashMap<&Slug, Vec<usize>>) -> Vec<usize> {
    let mut weights: BTreeMap<usize, usize> = BTreeMap::new();
    for tag in &posts[index].tags {
        let all = &tags[&tag.slug];
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
