//! Tags and categories: one spelling for each, the most common one.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::taxonomy::Taxonomy;
use crate::bundle::{MAX_SLUG_BYTES, slugify_tag};
use crate::content::Slug;
use crate::import::notes::Open;
use crate::import::site::Text;

/// Spells the names of a taxonomy that have one address alike. One that can have no address is left out, with a note.
pub(super) fn unify(taxonomy: Taxonomy, texts: &mut [Text], notes: &mut [Vec<Open>]) {
    let mut counts: BTreeMap<Slug, BTreeMap<String, usize>> = BTreeMap::new();
    for name in texts.iter().flat_map(|text| text.terms.of(taxonomy)) {
        if let Some(slug) = address(name) {
            *counts.entry(slug).or_default().entry(name.clone()).or_default() += 1;
        }
    }
    // Of two that are as common, the first one by its letters: `max_by_key` takes the last.
    let best: BTreeMap<Slug, String> = counts
        .into_iter()
        .filter_map(|(slug, names)| Some((slug, names.into_iter().rev().max_by_key(|(_, count)| *count)?.0)))
        .collect();
    for (text, open) in texts.iter_mut().zip(notes) {
        let mut seen = BTreeSet::new();
        let names = text.terms.of_mut(taxonomy);
        for name in std::mem::take(names) {
            match address(&name) {
                Some(slug) => {
                    let name = best.get(&slug).cloned().unwrap_or(name);
                    if seen.insert(slug) {
                        names.push(name);
                    }
                }
                None => {
                    let kind = taxonomy.name();
                    let message =
                        format!("the {kind} \"{name}\" has no letter and no digit, or is too long, and is left out");
                    open.push(Open { line: 1, message, remedy: format!("add a {kind} with another name") });
                }
            }
        }
    }
}

fn address(name: &str) -> Option<Slug> {
    slugify_tag(name).filter(|slug| slug.as_str().len() <= MAX_SLUG_BYTES)
}
