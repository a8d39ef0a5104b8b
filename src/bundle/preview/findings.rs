//! The findings in one text, by the checks of the whole site.

use std::collections::{BTreeMap, HashSet};

use super::index::SiteIndex;
use super::page_entry::PageEntry;
use crate::bundle::aliases;
use crate::bundle::article::Prepared;
use crate::bundle::article::resolve::Resolver;
use crate::bundle::checks::anchors::{self, Ids, drawn};
use crate::bundle::checks::{descriptions, foreign_syntax, headings, hosts, html, links, lints, media, terms, text};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::{Article, Date, Route, Slug, Tag};

/// The checks that need no other text. A finding that the bundler reports once for the whole site is here as if the
/// text were the only one.
pub(super) fn check(
    index: &SiteIndex,
    entry: &(Post, Prepared),
    resolver: &Resolver,
    today: Date,
    findings: &mut Diagnostics,
) {
    let (post, prepared) = entry;
    let entries = std::slice::from_ref(entry);
    if !post.aliases.is_empty() {
        let routes: Vec<Route> = resolver.addresses().routes.iter().cloned().collect();
        aliases::find(std::slice::from_ref(post), &routes, false, findings);
    }
    headings::check(post, findings);
    lints::check(post, findings);
    media::check(post, findings);
    text::check(post, today, findings);
    descriptions::check(std::iter::once(post), findings);
    html::check(&index.config, entries, findings);
    hosts::check(&index.config.policy, entries, false, findings);
    let own = (post.route(), &prepared.article);
    let mut ids = IdsOfSite { pages: &index.pages, own, drawn: None };
    anchors::check(post, prepared, resolver, &mut ids, false, findings);
    links::of_authors(post, resolver, &mut ids, false, findings);
    for taxonomy in Taxonomy::ALL {
        terms_of_one(post, taxonomy, &index.pages, findings);
    }
    foreign_syntax::check(&foreign_syntax::find_in(post), findings);
}

/// Checks the names of a taxonomy that a listed post has, and no other.
fn terms_of_one(post: &Post, taxonomy: Taxonomy, pages: &[PageEntry], findings: &mut Diagnostics) {
    if post.is_page() || post.unlisted {
        return;
    }
    let listed = || pages.iter().filter(|page| page.is_listed());
    let is_own = |page: &PageEntry| *page.source == *post.source.path;
    let day = post.date().map(|date| date.day);
    let newer = listed().filter(|page| !is_own(page) && page.date > day).count();
    let mut all: BTreeMap<&Slug, (&Tag, usize)> = BTreeMap::new();
    for term in listed().filter(|page| !is_own(page)).flat_map(|page| page.terms.of(taxonomy)) {
        all.entry(&term.slug).or_insert((term, 0)).1 += 1;
    }
    let own = post.terms(taxonomy);
    for term in own.iter().filter(|term| !all.contains_key(&term.slug)) {
        let has = |slug: &Slug| usize::from(own.iter().any(|term| term.slug == *slug));
        let others = all.iter().filter(|(slug, (_, count))| count + has(slug) > 1).map(|(_, (other, _))| *other);
        terms::alone((post, taxonomy), term, newer, others, findings);
    }
}

/// The ids of the pages of the site, and of the text.
struct IdsOfSite<'a> {
    pages: &'a [PageEntry],
    own: (Route, &'a Article),
    /// The ids in the HTML of the text, which is rendered for them only if a link needs one that is not a heading's.
    drawn: Option<HashSet<String>>,
}

impl IdsOfSite<'_> {
    fn page(&self, route: &Route) -> Option<&PageEntry> {
        self.pages.iter().find(|page| page.route == *route)
    }
}

impl Ids for IdsOfSite<'_> {
    fn headings(&self, page: &Route) -> Option<Vec<&str>> {
        if *page == self.own.0 {
            return Some(self.own.1.contents.iter().map(|heading| heading.id.as_str()).collect());
        }
        Some(self.page(page)?.headings.iter().map(String::as_str).collect())
    }

    fn has(&mut self, page: &Route, id: &str) -> bool {
        if *page == self.own.0 {
            return self.drawn.get_or_insert_with(|| drawn(self.own.1)).contains(id);
        }
        self.page(page).is_some_and(|page| page.ids.iter().any(|known| known == id))
    }
}
