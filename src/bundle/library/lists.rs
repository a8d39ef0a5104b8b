//! The lists of a site, and how they are divided into pages.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bundle::input::config::collections::Order;
use crate::bundle::input::config::profile::Home;
use crate::bundle::input::post::Post;
use crate::bundle::taxonomy::Taxonomy;
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
    /// The posts and the texts of collections of each tag and category.
    pub(crate) terms: BTreeMap<(Taxonomy, Slug), Arc<TermList>>,
    /// Every post and page, by its route.
    pub(crate) places: BTreeMap<Route, usize>,
}

/// The texts with a name of a taxonomy.
#[derive(Clone, Debug)]
pub(crate) struct TermList {
    pub(crate) taxonomy: Taxonomy,
    pub(crate) term: Tag,
    /// Indices of posts and of texts of collections, newest first.
    pub(crate) posts: Vec<usize>,
}

impl TermList {
    /// A page of the list; `n` counts from 1.
    pub(crate) fn route(&self, n: u32) -> Route {
        self.taxonomy.route(&self.term.slug, n)
    }
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
            terms: terms(posts),
            places: posts.iter().enumerate().map(|(index, post)| (post.route(), index)).collect(),
        }
    }

    /// The lists of the names of a taxonomy, in the order of their slugs.
    pub(crate) fn terms_of(&self, taxonomy: Taxonomy) -> impl Iterator<Item = &Arc<TermList>> {
        self.terms.iter().filter(move |((of, _), _)| *of == taxonomy).map(|(_, list)| list)
    }

    /// The pages of such a list.
    pub(crate) fn pages_of_term(&self, list: &TermList) -> impl Iterator<Item = u32> + use<> {
        1..=pages_of(list.posts.len(), self.per_page)
    }

    /// Every address of the site: those of lists, posts and pages.
    pub(crate) fn routes(&self) -> Vec<Route> {
        let mut routes = vec![Route::Tags];
        let homes = if self.newest_only { 1 } else { pages_of(self.unpinned.len(), self.per_page) };
        routes.extend((1..=homes).map(Route::Home));
        routes.extend((1..=pages_of(self.listed.len(), ARCHIVE)).map(Route::Archive));
        // The pages of other taxonomies are sections.
        for list in self.terms_of(Taxonomy::Tags) {
            routes.extend(self.pages_of_term(list).map(|page| list.route(page)));
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

fn terms(posts: &[Post]) -> BTreeMap<(Taxonomy, Slug), Arc<TermList>> {
    let mut listed: Vec<usize> = (0..posts.len()).filter(|index| posts[*index].is_listed()).collect();
    newest_first(posts, &mut listed);
    let mut terms: BTreeMap<(Taxonomy, Slug), TermList> = BTreeMap::new();
    for index in listed {
        for (taxonomy, term) in posts[index].terms.all() {
            let list = terms.entry((taxonomy, term.slug.clone()));
            list.or_insert_with(|| TermList { taxonomy, term: term.clone(), posts: Vec::new() }).posts.push(index);
        }
    }
    terms.into_iter().map(|(key, list)| (key, Arc::new(list))).collect()
}
