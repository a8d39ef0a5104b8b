//! Divides lists into pages.

use super::Library;
use crate::content::Route;

/// How many posts a page of the archive has, at a line or two each.
pub(crate) const ARCHIVE: usize = 100;

/// The addresses of lists: home, archive, tags.
pub(crate) fn lists(library: &Library) -> Vec<Route> {
    let mut routes = vec![Route::Tags];
    routes.extend((1..=pages_of(library.unpinned.len(), library.per_page)).map(Route::Home));
    routes.extend((1..=pages_of(library.listed.len(), ARCHIVE)).map(Route::Archive));
    for (slug, (_, posts)) in &library.tags {
        routes.extend((1..=pages_of(posts.len(), library.per_page)).map(|page| Route::Tag(slug.clone(), page)));
    }
    routes
}

/// How many pages a list of posts has: at least one, because an empty list has an address, too.
pub(crate) fn pages_of(posts: usize, per_page: usize) -> u32 {
    u32::try_from(posts.div_ceil(per_page).max(1)).unwrap_or(u32::MAX)
}
