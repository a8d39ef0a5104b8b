//! Names the tags of a text as other posts do.

use std::collections::BTreeSet;

use super::page_entry::PageEntry;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;

/// Gives the tags of a post the names that other posts have, with a warning for each that is changed.
pub(super) fn name(post: &mut Post, pages: &[PageEntry], findings: &mut Diagnostics) {
    for index in 0..post.tags.len() {
        let tag = post.tags[index].clone();
        let others = pages.iter().filter(|page| *page.source != *post.source.path);
        let mut known = others.flat_map(|page| &page.tags).filter(|known| known.slug == tag.slug);
        let Some(name) = known.next().map(|known| known.name.clone()).filter(|name| *name != tag.name) else {
            continue;
        };
        let message = format!("the tag \"{}\" is shown as \"{name}\", as other posts have it", tag.name);
        let at = post.location_of_item("tags", &tag.name);
        findings.warning(&post.source.path, at, message, format!("write \"{name}\" in all posts"));
        post.tags[index].name = name;
    }
    let mut seen = BTreeSet::new();
    post.tags.retain(|tag| seen.insert(tag.slug.clone()));
}
