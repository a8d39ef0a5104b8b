//! Redirects from where another engine had the lists of tags and categories.

use std::collections::BTreeSet;
use std::path::Path;

use super::lists::Lists;
use crate::bundle::address::OutputPath;
use crate::bundle::article::resolve::place::Aliases;
use crate::bundle::input::boundary::is_owned;
use crate::bundle::input::config::old_lists::OldLists;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Route;

/// Adds the old addresses of the lists that there are. Pages, aliases of texts, and files of the owner take precedence over
/// them.
pub(super) fn add(old: &OldLists, lists: &Lists, routes: &[Route], root: &Path, aliases: &mut Aliases) {
    if old.is_empty() {
        return;
    }
    let file = |path: &str| OutputPath::served_at(path);
    let of_routes = routes.iter().map(|route| file(&route.path()));
    let mut taken: BTreeSet<String> = of_routes.chain(aliases.keys().cloned()).map(|path| lower(&path)).collect();
    for (taxonomy, folder) in
        old.iter().flat_map(|(taxonomy, folders)| folders.iter().map(|folder| (*taxonomy, folder)))
    {
        let mut moved: Vec<(String, Route)> =
            lists.terms_of(taxonomy).map(|list| (format!("{folder}{}/", list.term.slug), list.route(1))).collect();
        if taxonomy == Taxonomy::Tags || !moved.is_empty() {
            moved.push((folder.clone(), taxonomy.index()));
        }
        let moved = moved.into_iter().map(|(path, route)| (file(&path), route));
        aliases.extend(moved.filter(|(path, _)| taken.insert(lower(path)) && !is_owned(root, path.as_str())));
    }
}

fn lower(path: &OutputPath) -> String {
    path.as_str().to_lowercase()
}
