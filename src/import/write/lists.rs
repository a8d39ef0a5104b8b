//! Lists and feeds of old sites, and those of this site.

use super::addresses::key;
use crate::bundle::slugify_tag;
use crate::content::Slug;
use crate::import::site::OldSite;

/// Names of the list of all posts.
const POSTS: [&str; 8] = ["posts", "post", "blog", "archive", "archives", "articles", "writing", "all"];
/// Names of the lists of tags and categories, which are tags here.
const TAGS: [&str; 7] = ["tags", "tag", "categories", "category", "topics", "topic", "label"];
const FEEDS: [&str; 8] = ["index.xml", "feed.xml", "atom.xml", "rss.xml", "rss2.xml", "feed", "rss", "blog/rss.xml"];

/// The path of the list or feed of this site that an old address is of.
pub(crate) fn of(address: &str, site: &OldSite) -> Option<String> {
    let key = key(address);
    let (first, rest) = key.split_once('/').map_or((key.as_str(), None), |(first, rest)| (first, Some(rest)));
    let (first, rest) = match rest.and_then(|rest| rest.split_once('/')) {
        // `/blog/tags/rust/`
        Some((second, rest)) if POSTS.contains(&first) && TAGS.contains(&second) => (second, Some(rest)),
        _ => (first, rest),
    };
    match rest {
        _ if FEEDS.contains(&key.as_str()) => Some("/feed.xml".to_owned()),
        None if POSTS.contains(&first) => Some("/archive/".to_owned()),
        None if TAGS.contains(&first) => Some("/tags/".to_owned()),
        Some(tag) if TAGS.contains(&first) => tag_of(tag, site).map(|slug| format!("/tags/{slug}/")),
        _ => None,
    }
}

/// The tag of a name, if a published post has it.
fn tag_of(name: &str, site: &OldSite) -> Option<Slug> {
    let slug = slugify_tag(name.rsplit('/').next().unwrap_or(name))?;
    let posts = site.texts.iter().filter(|text| !text.draft && !text.page && !text.unlisted);
    posts.flat_map(|text| &text.tags).any(|tag| slugify_tag(tag).as_ref() == Some(&slug)).then_some(slug)
}
