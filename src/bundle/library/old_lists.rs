//! Redirects from where another engine had the lists of tags and categories.

use std::collections::BTreeSet;

use super::lists::Lists;
use crate::bundle::address::OutputPath;
use crate::bundle::article::resolve::place::Aliases;
use crate::bundle::input::config::old_lists::OldLists;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Route;

/// Adds the old addresses of the lists that there are. Pages, and aliases of texts, take precedence over them.
pub(super) fn add(old: &OldLists, lists: &Lists, routes: &[Route], aliases: &mut Aliases) {
    if old.is_empty() {
        return;
    }
    let file = |path: &str| OutputPath::served_at(path);
    let taken: BTreeSet<String> = routes
        .iter()
        .map(|route| file(&route.path()))
        .chain(aliases.keys().cloned())
        .map(|path| lower(&path))
        .collect();
    for (taxonomy, folder) in
        old.iter().flat_map(|(taxonomy, folders)| folders.iter().map(|folder| (*taxonomy, folder)))
    {
        let mut moved: Vec<(String, Route)> =
            lists.terms_of(taxonomy).map(|list| (format!("{folder}{}/", list.term.slug), list.route(1))).collect();
        if taxonomy == Taxonomy::Tags || !moved.is_empty() {
            moved.push((folder.clone(), taxonomy.index()));
        }
        let moved = moved.into_iter().map(|(path, route)| (file(&path), route));
        aliases.extend(moved.filter(|(path, _)| !taken.contains(&lower(path))));
    }
}

fn lower(path: &OutputPath) -> String {
    path.as_str().to_lowercase()
}
