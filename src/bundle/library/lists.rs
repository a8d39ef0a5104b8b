//! The lists of a site, and how they are divided into pages.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use crate::bundle::input::config::collections::Order;
use crate::bundle::input::config::profile::Home;
use crate::bundle::input::post::Post;
use crate::content::{Route, Slug, Tag};

/// How many posts a page of the archive has, at a line or two each.
pub(crate) const ARCHIVE: usize = 100;

/// Which posts are in which lists: indices of posts in the order of the library.
pub(crate) struct Lists {
    /// How many posts a page of a list has.
    pub(crate) per_page: usize,
    /// Whether home has the newest posts only, on one page.
    newest_only: bool,
    /// All listed posts, newest first.
    pub(crate) listed: Vec<usize>,
    /// Those that are pinned.
    pub(crate) pinned: Vec<usize>,
    /// The others.
    pub(crate) unpinned: Vec<usize>,
    /// The listed texts of each collection, in its order, by the name of its folder.
    pub(crate) collections: BTreeMap<String, Vec<usize>>,
    /// The posts and the texts of collections of each tag, newest first.
    pub(crate) tags: BTreeMap<Slug, (Tag, Vec<usize>)>,
    /// Every post and page, by its route.
    pub(crate) places: BTreeMap<Route, usize>,
}

impl Lists {
    /// The lists of posts that are in the order of the library ([`order`]).
    pub(crate) fn of(posts: &[Post], per_page: usize, home: Home) -> Self {
        let listed = posts.partition_point(|post| post.is_listed() && post.collection.is_none());
        let (pinned, unpinned) = (0..listed).partition(|index| posts[*index].featured);
        Self {
            per_page: per_page.max(1),
            newest_only: home == Home::Person,
            listed: (0..listed).collect(),
            pinned,
            unpinned,
            collections: collections(posts),
            tags: tags(posts),
            places: posts.iter().enumerate().map(|(index, post)| (post.route(), index)).collect(),
        }
    }

    /// Every address of the site: those of lists, posts and pages.
    pub(crate) fn routes(&self) -> Vec<Route> {
        let mut routes = vec![Route::Tags];
        let homes = if self.newest_only { 1 } else { pages_of(self.unpinned.len(), self.per_page) };
        routes.extend((1..=homes).map(Route::Home));
        routes.extend((1..=pages_of(self.listed.len(), ARCHIVE)).map(Route::Archive));
        for (slug, (_, posts)) in &self.tags {
            routes.extend((1..=pages_of(posts.len(), self.per_page)).map(|page| Route::Tag(slug.clone(), page)));
        }
        routes.extend(self.places.keys().cloned());
        routes
    }
}

/// Sorts posts, which are newest first, into the order of the library: listed posts, listed texts of each collection in
/// its order, unlisted texts, pages.
pub(crate) fn order(posts: &mut [Post]) {
    posts.sort_by(|a, b| group(a).cmp(&group(b)).then_with(|| within(a, b)));
}

/// What orders the groups of texts that are lists of their own.
pub(crate) fn group(post: &Post) -> impl Ord + use<'_> {
    (post.is_page(), post.unlisted, post.collection.as_ref().map(|collection| &collection.folder))
}

/// The order of two texts of one group.
fn within(a: &Post, b: &Post) -> Ordering {
    match a.collection.as_ref().map(|collection| collection.order) {
        None | Some(Order::Date) => Ordering::Equal,
        Some(Order::Number) => a.order.unwrap_or(u32::MAX).cmp(&b.order.unwrap_or(u32::MAX)),
        Some(Order::Title) => a.title.to_lowercase().cmp(&b.title.to_lowercase()),
    }
}

/// Sorts listed texts by date, the newest first.
pub(crate) fn newest_first(posts: &[Post], indices: &mut [usize]) {
    indices.sort_by_key(|index| Reverse(posts[*index].date().map(|date| date.order())));
}

/// How many pages a list of posts has: at least one, because an empty list has an address, too.
pub(crate) fn pages_of(posts: usize, per_page: usize) -> u32 {
    u32::try_from(posts.div_ceil(per_page).max(1)).unwrap_or(u32::MAX)
}

fn collections(posts: &[Post]) -> BTreeMap<String, Vec<usize>> {
    let mut collections: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, post) in posts.iter().enumerate().filter(|(_, post)| post.is_listed()) {
        if let Some(collection) = &post.collection {
            collections.entry(collection.folder.to_string()).or_default().push(index);
        }
    }
    collections
}

fn tags(posts: &[Post]) -> BTreeMap<Slug, (Tag, Vec<usize>)> {
    let mut listed: Vec<usize> = (0..posts.len()).filter(|index| posts[*index].is_listed()).collect();
    newest_first(posts, &mut listed);
    let mut tags: BTreeMap<Slug, (Tag, Vec<usize>)> = BTreeMap::new();
    for index in listed {
        for tag in &posts[index].tags {
            tags.entry(tag.slug.clone()).or_insert_with(|| (tag.clone(), Vec::new())).1.push(index);
        }
    }
    tags
}
