//! Names the tags of a text as other posts do.

use super::page_entry::PageEntry;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::bundle::input::tag_names::{one_case_a_tag, one_name_a_tag};

/// Gives the tags of a post the names that other posts have: with a warning for each that differs in case, and an error
/// for each that only has the same address.
pub(super) fn name(post: &mut Post, pages: &[PageEntry], findings: &mut Diagnostics) {
    one_case_a_tag(std::slice::from_mut(post), findings);
    one_name_a_tag(std::slice::from_mut(post), false, findings);
    for index in 0..post.tags.len() {
        let tag = post.tags[index].clone();
        let others = pages.iter().filter(|page| *page.source != *post.source.path);
        let mut known = others.flat_map(|page| page.tags.iter().map(move |tag| (page, tag)));
        let Some((page, known)) =
            known.find(|(_, known)| known.slug == tag.slug).filter(|(_, known)| known.name != tag.name)
        else {
            continue;
        };
        let (at, name) = (post.location_of_item("tags", &tag.name), &known.name);
        if name.to_lowercase() == tag.name.to_lowercase() {
            let message = format!("the tag \"{}\" is shown as \"{name}\", as other posts have it", tag.name);
            findings.warning(&post.source.path, at, message, format!("write \"{name}\" in all posts"));
        } else {
            let other = format!("in {}, /tags/{}/", page.source, tag.slug);
            let message = format!("the tag \"{}\" has the address of \"{name}\" {other}", tag.name);
            let remedy = format!("write \"{name}\" in both, or rename one of them");
            findings.error(&post.source.path, at, message, remedy);
        }
        post.tags[index].name.clone_from(name);
    }
}
