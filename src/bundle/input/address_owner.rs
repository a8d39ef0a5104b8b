//! Finds the source file of an address.

use std::path::{Path, PathBuf};

use super::config::read_what_is_right;
use super::fields::date::of_name;
use super::posts::{read_posts, sources};
use super::slugify::slugify;
use crate::bundle::diagnostics::Diagnostics;
use crate::content::Route;

/// The file of the post or page at a route. The name decides for a file with errors.
#[must_use]
pub fn owner(root: &Path, route: &Route) -> Option<PathBuf> {
    let mut unheard = Diagnostics::default();
    let config = read_what_is_right(root, &mut unheard);
    let posts = read_posts(root, &config, true, &mut unheard);
    let named = |path: &Path, name: &str| {
        let read = posts.iter().any(|post| post.source.path == path);
        let slug = (!read).then(|| slugify(of_name(name).1)).flatten();
        slug.is_some_and(|slug| matches!(route, Route::Article(path) if path.name() == slug.as_str()))
    };
    // A path of a file or of a page begins with the name of its collection, if it is in one.
    let within = |path: &str| config.collections.keys().find(|folder| path.split('/').next() == Some(folder.as_str()));
    let mut unread = sources(root, &config, &mut unheard).into_iter();
    let unread =
        unread.find(|source| within(source.top()) == within(&route.path()) && named(&source.path, &source.name()));
    let read = posts.iter().find(|post| post.route() == *route).map(|post| post.source.path.clone());
    read.or(unread.map(|source| source.path))
}
