//! Names of a taxonomy, such as tags, that are written in several ways: one name for each address.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::post::Post;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::{Slug, Tag};

/// Gives names that differ only in case the spelling that most posts have, or else the one read first, with one warning
/// for each name that is changed.
pub(crate) fn one_case_a_name(posts: &mut [Post], taxonomy: Taxonomy, findings: &mut Diagnostics) {
    let mut names: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for term in posts.iter().flat_map(|post| post.terms(taxonomy)) {
        let known = names.entry(term.name.to_lowercase()).or_default();
        match known.iter_mut().find(|(name, _)| *name == term.name) {
            Some((_, count)) => *count += 1,
            None => known.push((term.name.clone(), 1)),
        }
    }
    names.retain(|_, names| names.len() > 1);
    let mut told = BTreeSet::new();
    for post in posts {
        let places = places(post, taxonomy);
        let terms = post.terms.of_mut(taxonomy);
        for (term, at) in terms.iter_mut().zip(places) {
            let Some(known) = names.get(&term.name.to_lowercase()) else { continue };
            // The first of those with the highest count.
            let Some((name, _)) = known.iter().rev().max_by_key(|(_, count)| *count) else { continue };
            if *name != term.name && told.insert(term.name.clone()) {
                other_case(&post.source.path, at, taxonomy, (&term.name, name), findings);
            }
            term.name.clone_from(name);
        }
        let mut seen = BTreeSet::new();
        terms.retain(|term| seen.insert(term.name.clone()));
    }
}

/// Reports names that have one address and are not one name in two cases. With `lenient`, they get the name that was read
/// first.
pub(crate) fn one_name_an_address(posts: &mut [Post], taxonomy: Taxonomy, lenient: bool, findings: &mut Diagnostics) {
    let mut first: BTreeMap<Slug, (String, PathBuf, Location)> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for post in posts {
        let places = places(post, taxonomy);
        let path = &post.source.path;
        let terms = post.terms.of_mut(taxonomy);
        for (term, at) in terms.iter_mut().zip(places) {
            let place = || (term.name.clone(), path.clone(), at);
            let (name, other, on) = first.entry(term.slug.clone()).or_insert_with(place);
            if *name == term.name {
                continue;
            }
            if told.insert(term.name.clone()) || !lenient {
                let on = format!("{}:{}", other.display(), on.line.map_or(0, NonZeroUsize::get));
                let (message, remedy) = same_address(taxonomy, term, name, &on);
                findings.mistake(lenient, path, at, message, remedy);
            }
            term.name.clone_from(name);
        }
        // Two spellings within one post are now one name.
        let mut seen = BTreeSet::new();
        terms.retain(|term| seen.insert(term.slug.clone()));
    }
}

/// Where the names are written.
fn places(post: &Post, taxonomy: Taxonomy) -> Vec<Location> {
    post.terms(taxonomy).iter().map(|term| post.location_of_item(taxonomy.key(), &term.name)).collect()
}

/// Reports a name that other posts have in another case. `names`: as it is written, and as it is shown.
pub(crate) fn other_case(
    path: &Path,
    at: Location,
    taxonomy: Taxonomy,
    (written, shown): (&str, &str),
    findings: &mut Diagnostics,
) {
    let message = format!("the {} \"{written}\" is shown as \"{shown}\", as other posts have it", taxonomy.name());
    findings.warning(path, at, message, format!("write \"{shown}\" in all posts"));
}

/// The message and the remedy for a name that has the address of another. `on`: where that one is written.
pub(crate) fn same_address(taxonomy: Taxonomy, term: &Tag, other: &str, on: &str) -> (String, String) {
    let (kind, address) = (taxonomy.name(), taxonomy.route(&term.slug, 1).path());
    let message = format!("the {kind} \"{}\" has the address of \"{other}\" in {on}, /{address}", term.name);
    (message, format!("write \"{other}\" in both, or rename one of them"))
}
