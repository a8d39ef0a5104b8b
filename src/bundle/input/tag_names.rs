//! Tags that are written in several ways: one name for each address.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::post::Post;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::content::Slug;

/// Gives tags that differ only in case the name that most posts have, or else the one read first, with one warning for
/// each name that is changed.
pub(crate) fn one_case_a_tag(posts: &mut [Post], findings: &mut Diagnostics) {
    let mut names: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for tag in posts.iter().flat_map(|post| &post.tags) {
        let known = names.entry(tag.name.to_lowercase()).or_default();
        match known.iter_mut().find(|(name, _)| *name == tag.name) {
            Some((_, count)) => *count += 1,
            None => known.push((tag.name.clone(), 1)),
        }
    }
    names.retain(|_, names| names.len() > 1);
    let mut told = BTreeSet::new();
    for post in posts {
        let places: Vec<Location> = post.tags.iter().map(|tag| post.location_of_item("tags", &tag.name)).collect();
        for (tag, at) in post.tags.iter_mut().zip(places) {
            let Some(known) = names.get(&tag.name.to_lowercase()) else { continue };
            // The first of those with the highest count.
            let Some((name, _)) = known.iter().rev().max_by_key(|(_, count)| *count) else { continue };
            if *name != tag.name && told.insert(tag.name.clone()) {
                let message = format!("the tag \"{}\" is shown as \"{name}\", as other posts have it", tag.name);
                findings.warning(&post.source.path, at, message, format!("write \"{name}\" in all posts"));
            }
            tag.name.clone_from(name);
        }
        let mut seen = BTreeSet::new();
        post.tags.retain(|tag| seen.insert(tag.name.clone()));
    }
}

/// Reports tags that have one address and are not one name in two cases. With `lenient`, they get the name that was read
/// first.
pub(crate) fn one_name_a_tag(posts: &mut [Post], lenient: bool, findings: &mut Diagnostics) {
    let mut first: BTreeMap<Slug, (String, PathBuf, Location)> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for post in posts {
        let places: Vec<Location> = post.tags.iter().map(|tag| post.location_of_item("tags", &tag.name)).collect();
        let path = &post.source.path;
        for (tag, at) in post.tags.iter_mut().zip(places) {
            let place = || (tag.name.clone(), path.clone(), at);
            let (name, other, on) = first.entry(tag.slug.clone()).or_insert_with(place);
            if *name == tag.name {
                continue;
            }
            let on = on.line.map_or(0, NonZeroUsize::get);
            let message = format!(
                "the tag \"{}\" has the address of \"{name}\" in {}:{on}, /tags/{}/",
                tag.name,
                other.display(),
                tag.slug
            );
            let remedy = format!("write \"{name}\" in both, or rename one of them");
            if told.insert(tag.name.clone()) || !lenient {
                findings.mistake(lenient, path, at, message, remedy);
            }
            tag.name.clone_from(name);
        }
        // Two spellings within one post are now one tag.
        let mut seen = BTreeSet::new();
        post.tags.retain(|tag| seen.insert(tag.slug.clone()));
    }
}
