//! Lists and feeds of old sites, and those of this site.

use super::addresses::key;
use crate::bundle::slugify_tag;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Route;
use crate::import::site::{OldSite, Text};

/// Names of the list of all posts.
const POSTS: [&str; 8] = ["posts", "post", "blog", "archive", "archives", "articles", "writing", "all"];
/// Names of the lists of taxonomies.
const TERMS: [(&str, Taxonomy); 7] = [
    ("tags", Taxonomy::Tags),
    ("tag", Taxonomy::Tags),
    ("topics", Taxonomy::Tags),
    ("topic", Taxonomy::Tags),
    ("label", Taxonomy::Tags),
    ("categories", Taxonomy::Categories),
    ("category", Taxonomy::Categories),
];
const FEEDS: [&str; 8] = ["index.xml", "feed.xml", "atom.xml", "rss.xml", "rss2.xml", "feed", "rss", "blog/rss.xml"];

/// The path of the list or feed of this site that an old address is of.
pub(crate) fn of(address: &str, site: &OldSite) -> Option<String> {
    let key = key(address);
    let (first, rest) = key.split_once('/').map_or((key.as_str(), None), |(first, rest)| (first, Some(rest)));
    let (first, rest) = match rest.and_then(|rest| rest.split_once('/')) {
        // `/blog/tags/rust/`
        Some((second, rest)) if POSTS.contains(&first) && taxonomy(second).is_some() => (second, Some(rest)),
        _ => (first, rest),
    };
    match rest {
        _ if FEEDS.contains(&key.as_str()) => Some("/feed.xml".to_owned()),
        None if POSTS.contains(&first) => Some("/archive/".to_owned()),
        None => taxonomy(first).map(|taxonomy| index(taxonomy, site)),
        Some(name) => taxonomy(first).and_then(|taxonomy| list(taxonomy, name, site)),
    }
}

/// Whether an old address is that of a list of this site, or leads to one.
pub(crate) fn answers(address: &str, site: &OldSite) -> bool {
    let old = key(address);
    let is_old = |(taxonomy, folder): &(Taxonomy, String)| {
        let rest = old.strip_prefix(&key(folder));
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.strip_prefix('/').is_some_and(|slug| has(*taxonomy, slug, site))
        })
    };
    of(address, site).is_some_and(|own| key(&own) == old) || site.settings.old_lists.iter().any(is_old)
}

/// The addresses of the lists of names that are sections of the site, of which an import chooses none.
pub(super) fn routes(site: &OldSite) -> impl Iterator<Item = Route> {
    let slugs =
        |taxonomy| listed(site).flat_map(move |text| text.terms.of(taxonomy)).filter_map(|name| slugify_tag(name));
    Taxonomy::of_sections().flat_map(move |taxonomy| slugs(taxonomy).map(move |slug| taxonomy.route(&slug, 1)))
}

fn taxonomy(name: &str) -> Option<Taxonomy> {
    TERMS.iter().find(|(known, _)| *known == name).map(|(_, taxonomy)| *taxonomy)
}

/// The page of all names. The site has one of categories only if a text has one.
fn index(taxonomy: Taxonomy, site: &OldSite) -> String {
    let taxonomy = if has_some(taxonomy, site) { taxonomy } else { Taxonomy::Tags };
    format!("/{}", taxonomy.index().path())
}

/// Whether a published post has a name of a taxonomy.
pub(super) fn has_some(taxonomy: Taxonomy, site: &OldSite) -> bool {
    listed(site).any(|text| !text.terms.of(taxonomy).is_empty())
}

/// The list of a name, if a published post has it: in its taxonomy, else in another.
fn list(taxonomy: Taxonomy, name: &str, site: &OldSite) -> Option<String> {
    let slug = slugify_tag(name.rsplit('/').next().unwrap_or(name))?;
    let taxonomy = [taxonomy].into_iter().chain(Taxonomy::ALL).find(|taxonomy| has(*taxonomy, slug.as_str(), site))?;
    Some(format!("/{}", taxonomy.route(&slug, 1).path()))
}

/// Whether a published post has the name with this slug.
fn has(taxonomy: Taxonomy, slug: &str, site: &OldSite) -> bool {
    let is_it = |name: &String| slugify_tag(name).is_some_and(|of_name| of_name.as_str() == slug);
    listed(site).any(|text| text.terms.of(taxonomy).iter().any(is_it))
}

fn listed(site: &OldSite) -> impl Iterator<Item = &Text> {
    site.texts.iter().filter(|text| !text.draft && !text.page && !text.unlisted)
}
