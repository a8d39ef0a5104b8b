//! What relates a text to the posts of the site.

use std::sync::{Mutex, PoisonError};

use super::page_entry::PageEntry;
use crate::bundle::input::post::Post;
use crate::bundle::relations::{Family, Relations, Relative};

/// The relations of the last text.
#[derive(Default)]
pub(super) struct Relatives(Mutex<Option<(PageEntry, Relations)>>);

impl Relatives {
    /// The relations of a post that is among the listed ones. All others have none until they are published.
    pub(super) fn relations(&self, pages: &[PageEntry], post: &Post) -> Relations {
        let listed = || pages.iter().filter(|page| page.is_listed() && page.top() == post.source.top());
        let place = listed().position(|page| *page.source == *post.source.path);
        let Some(place) = place.filter(|_| !post.is_page() && !post.unlisted) else { return Relations::default() };
        let own = Relative::of(post);
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((entry, relations)) = &*last
            && *entry.source == *post.source.path
            && entry.relative() == own
        {
            return relations.clone();
        }
        let mut posts: Vec<Relative<'_>> = listed().map(PageEntry::relative).collect();
        posts[place] = own;
        let relations = Family::new(&posts, post.collection.as_ref()).relations(place);
        *last = Some((PageEntry::new(post, Vec::new(), Vec::new()), relations.clone()));
        relations
    }
}
