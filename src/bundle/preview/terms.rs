//! Names the tags and categories of a text as other posts do.

use super::page_entry::PageEntry;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::bundle::input::term_names::{one_case_a_name, one_name_an_address, other_case, same_address};
use crate::bundle::taxonomy::Taxonomy;

/// Gives the terms of a post the names that other posts have: with a warning for each that differs in case, and an error
/// for each that only has the same address.
pub(super) fn name(post: &mut Post, pages: &[PageEntry], findings: &mut Diagnostics) {
    for taxonomy in Taxonomy::ALL {
        one_case_a_name(std::slice::from_mut(post), taxonomy, findings);
        one_name_an_address(std::slice::from_mut(post), taxonomy, false, findings);
        for index in 0..post.terms(taxonomy).len() {
            name_one(post, taxonomy, index, pages, findings);
        }
    }
}

fn name_one(post: &mut Post, taxonomy: Taxonomy, index: usize, pages: &[PageEntry], findings: &mut Diagnostics) {
    let term = post.terms(taxonomy)[index].clone();
    let others = pages.iter().filter(|page| *page.source != *post.source.path);
    let mut known = others.flat_map(|page| page.terms.of(taxonomy).iter().map(move |term| (page, term)));
    let Some((page, known)) =
        known.find(|(_, known)| known.slug == term.slug).filter(|(_, known)| known.name != term.name)
    else {
        return;
    };
    let (at, name) = (post.location_of_item(taxonomy.key(), &term.name), &known.name);
    if name.to_lowercase() == term.name.to_lowercase() {
        other_case(&post.source.path, at, taxonomy, (&term.name, name), findings);
    } else {
        let (message, remedy) = same_address(taxonomy, &term, name, &page.source);
        findings.error(&post.source.path, at, message, remedy);
    }
    post.terms.of_mut(taxonomy)[index].name.clone_from(name);
}
