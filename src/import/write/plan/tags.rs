//! Tags: one spelling for each, the most common one.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::{MAX_SLUG_BYTES, slugify_tag};
use crate::content::Slug;
use crate::import::notes::Open;
use crate::import::site::Text;

/// Spells tags of one address alike. A tag that can have no address is left out, with a note.
pub(super) fn unify(texts: &mut [Text], notes: &mut [Vec<Open>]) {
    let mut counts: BTreeMap<Slug, BTreeMap<String, usize>> = BTreeMap::new();
    for tag in texts.iter().flat_map(|text| &text.tags) {
        if let Some(slug) = address(tag) {
            *counts.entry(slug).or_default().entry(tag.clone()).or_default() += 1;
        }
    }
    // Of two that are as common, the first one by its letters: `max_by_key` takes the last.
    let best: BTreeMap<Slug, String> = counts
        .into_iter()
        .filter_map(|(slug, names)| Some((slug, names.into_iter().rev().max_by_key(|(_, count)| *count)?.0)))
        .collect();
    for (text, open) in texts.iter_mut().zip(notes) {
        let mut seen = BTreeSet::new();
        let mut tags = Vec::new();
        for tag in std::mem::take(&mut text.tags) {
            match address(&tag) {
                Some(slug) => {
                    let name = best.get(&slug).cloned().unwrap_or(tag);
                    if seen.insert(slug) {
                        tags.push(name);
                    }
                }
                None => {
                    let message =
                        format!("the tag \"{tag}\" has no letter and no digit, or is too long, and is left out");
                    open.push(Open { line: 1, message, remedy: "add a tag with another name".to_owned() });
                }
            }
        }
        text.tags = tags;
    }
}

fn address(tag: &str) -> Option<Slug> {
    slugify_tag(tag).filter(|slug| slug.as_str().len() <= MAX_SLUG_BYTES)
}
