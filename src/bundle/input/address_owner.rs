//! Finds the source file of an address.

use std::path::{Path, PathBuf};

use super::config::read_what_is_right;
use super::fields::date::of_name;
use super::posts::read_posts;
use super::slugify::slugify;
use super::source::find;
use crate::bundle::diagnostics::Diagnostics;
use crate::content::Route;

/// The file of the post or page at a route. The name decides for a file with errors.
#[must_use]
pub fn owner(root: &Path, route: &Route) -> Option<PathBuf> {
    let mut unheard = Diagnostics::default();
    let posts = read_posts(root, &read_what_is_right(root, &mut unheard), true, &mut unheard);
    let named = |path: &Path, name: &str| {
        let read = posts.iter().any(|post| post.source.path == path);
        let slug = (!read).then(|| slugify(of_name(name).1)).flatten();
        slug.is_some_and(|slug| matches!(route, Route::Article(path) if path.name() == slug.as_str()))
    };
    let unread = find(root, &mut unheard).into_iter().find(|source| named(&source.path, &source.name()));
    let read = posts.iter().find(|post| post.route() == *route).map(|post| post.source.path.clone());
    read.or(unread.map(|source| source.path))
}
