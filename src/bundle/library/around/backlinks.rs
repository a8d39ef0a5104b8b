//! Finds the texts that link to each text.

use std::collections::HashMap;

use super::excerpt;
use crate::bundle::address::Href;
use crate::bundle::article::Prepared;
use crate::bundle::input::post::Post;
use crate::content::Route;
use crate::markdown::Reference;

/// A text that links to another.
pub(super) struct Backlink {
    pub(super) from: Route,
    pub(super) title: String,
    /// Its language, if it is not the site's.
    pub(super) language: Option<String>,
    /// The sentence with the first link, as HTML; empty if the link is alone.
    pub(super) sentence: String,
}

/// The backlinks of each entry, in the order of the entries that link. Unlisted texts are not named.
pub(super) fn find(entries: &[(Post, Prepared)]) -> Vec<Vec<Backlink>> {
    let places: HashMap<Route, usize> =
        entries.iter().enumerate().map(|(index, (post, _))| (post.route(), index)).collect();
    let mut all: Vec<Vec<Backlink>> = entries.iter().map(|_| Vec::new()).collect();
    for (index, (post, prepared)) in entries.iter().enumerate().filter(|(_, (post, _))| !post.unlisted) {
        for (to, reference) in first_links(post, prepared, &places) {
            if to != index {
                all[to].push(backlink(post, reference));
            }
        }
    }
    all
}

/// The texts that a text links to, each with the first link, in the order of the text.
fn first_links<'a>(post: &'a Post, prepared: &Prepared, places: &HashMap<Route, usize>) -> Vec<(usize, &'a Reference)> {
    // The target of each link as it is written. Pictures and files have targets as well, which are no pages.
    let targets: HashMap<&str, usize> = prepared
        .targets
        .iter()
        .filter_map(|(written, target)| Some((written.as_str(), *places.get(&Href::new(&target.path).route())?)))
        .collect();
    let mut links: Vec<(usize, &Reference)> = Vec::new();
    for reference in post.anatomy.references.iter().filter(|reference| !reference.image) {
        if let Some(to) = targets.get(reference.written.as_str())
            && links.iter().all(|(known, _)| known != to)
        {
            links.push((*to, reference));
        }
    }
    links
}

fn backlink(post: &Post, link: &Reference) -> Backlink {
    Backlink {
        from: post.route(),
        title: post.title.clone(),
        language: post.language.clone(),
        sentence: excerpt::sentence(&post.body, post.dialect, &link.span),
    }
}
