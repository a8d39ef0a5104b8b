//! The lists of a site, and how they are divided into pages.

use std::collections::BTreeMap;

use crate::bundle::input::post::Post;
use crate::content::{Route, Slug, Tag};

/// How many posts a page of the archive has, at a line or two each.
pub(crate) const ARCHIVE: usize = 100;

/// Which posts are in which lists: indices of posts in the order of the library.
pub(crate) struct Lists {
    /// How many posts a page of a list has.
    pub(crate) per_page: usize,
    /// All listed posts, newest first.
    pub(crate) listed: Vec<usize>,
    /// Those that are pinned.
    pub(crate) pinned: Vec<usize>,
    /// The others.
    pub(crate) unpinned: Vec<usize>,
    /// The posts of each tag, newest first.
    pub(crate) tags: BTreeMap<Slug, (Tag, Vec<usize>)>,
    /// Every post and page, by its route.
    pub(crate) places: BTreeMap<Route, usize>,
}

impl Lists {
    /// The lists of posts that are in the order of the library ([`order`]).
    pub(crate) fn of(posts: &[Post], per_page: usize) -> Self {
        let listed = posts.partition_point(|post| !post.is_page() && !post.unlisted);
        let (pinned, unpinned) = (0..listed).partition(|index| posts[*index].featured);
        Self {
            per_page: per_page.max(1),
            listed: (0..listed).collect(),
            pinned,
            unpinned,
            tags: tags(&posts[..listed]),
            places: posts.iter().enumerate().map(|(index, post)| (post.route(), index)).collect(),
        }
    }

    /// Every address of the site: those of lists, posts and pages.
    pub(crate) fn routes(&self) -> Vec<Route> {
        let mut routes = vec![Route::Tags];
        routes.extend((1..=pages_of(self.unpinned.len(), self.per_page)).map(Route::Home));
        routes.extend((1..=pages_of(self.listed.len(), ARCHIVE)).map(Route::Archive));
        for (slug, (_, posts)) in &self.tags {
            routes.extend((1..=pages_of(posts.len(), self.per_page)).map(|page| Route::Tag(slug.clone(), page)));
        }
        routes.extend(self.places.keys().cloned());
        routes
    }
}

/// Sorts posts into the order of the library: listed, unlisted, pages.
pub(crate) fn order(posts: &mut [Post]) {
    posts.sort_by_key(|post| (post.is_page(), post.unlisted));
}

/// How many pages a list of posts has: at least one, because an empty list has an address, too.
pub(crate) fn pages_of(posts: usize, per_page: usize) -> u32 {
    u32::try_from(posts.div_ceil(per_page).max(1)).unwrap_or(u32::MAX)
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
