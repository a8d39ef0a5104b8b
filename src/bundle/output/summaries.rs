//! The posts of a list, as it shows them.

use std::sync::Arc;

use crate::bundle::input::post_kind::PostKind;
use crate::bundle::library::Library;
use crate::bundle::library::lists::{TermList, pages_of};
use crate::bundle::taxonomy::Taxonomy;
use crate::content::{List, Summary, TagCount};

/// A page of a list.
pub(crate) fn summaries(library: &Library, posts: &[usize], page: u32, per_page: usize) -> List {
    let skip = (page as usize - 1) * per_page;
    let shown = posts.iter().skip(skip).take(per_page).filter_map(|index| summary(library, *index)).collect();
    List { posts: shown, page, pages: pages_of(posts.len(), per_page) }
}

/// The summary of a post; `None` for a page of its own, which is in no list.
pub(crate) fn summary(library: &Library, index: usize) -> Option<Summary> {
    let post = &library.entries[index].0;
    let PostKind::Post(date) = post.kind else { return None };
    Some(Summary {
        route: post.route(),
        title: post.title.clone(),
        language: post.language.clone(),
        date: date.day,
        description: post.description.clone(),
        draft: post.draft,
    })
}

/// The names of a taxonomy with the number of their posts.
pub(crate) fn counts(library: &Library, taxonomy: Taxonomy) -> Vec<TagCount> {
    let count = |list: &Arc<TermList>| TagCount { tag: list.term.clone(), count: list.posts.len() as u32 };
    library.index.lists.terms_of(taxonomy).map(count).collect()
}
