//! The findings in one text, by the checks of the whole site.

use std::collections::HashSet;

use super::index::SiteIndex;
use super::page_entry::PageEntry;
use crate::bundle::aliases;
use crate::bundle::article::Prepared;
use crate::bundle::article::resolve::Resolver;
use crate::bundle::checks::anchors::{self, Ids, drawn};
use crate::bundle::checks::{descriptions, foreign_syntax, headings, hosts, html, lints, text};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::content::{Date, Route};

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
    let routes: Vec<Route> = resolver.addresses().routes.iter().cloned().collect();
    aliases::find(std::slice::from_ref(post), &routes, false, findings);
    headings::check(post, findings);
    lints::check(post, findings);
    text::check(post, today, findings);
    descriptions::check(std::iter::once(post), findings);
    html::check(&index.config, entries, findings);
    hosts::check(&index.config.policy, entries, false, findings);
    let own = (post.route(), drawn(&prepared.article));
    let headings = prepared.article.contents.iter().map(|heading| heading.id.as_str()).collect();
    let mut ids = IdsOfSite { pages: &index.pages, own, headings };
    anchors::check(post, prepared, resolver, &mut ids, false, findings);
    foreign_syntax::check(&foreign_syntax::find_in(post), findings);
}

/// The ids of the pages of the site, and of the text.
struct IdsOfSite<'a> {
    pages: &'a [PageEntry],
    own: (Route, HashSet<String>),
    headings: Vec<&'a str>,
}

impl IdsOfSite<'_> {
    fn page(&self, route: &Route) -> Option<&PageEntry> {
        self.pages.iter().find(|page| page.route == *route)
    }
}

impl Ids for IdsOfSite<'_> {
    fn headings(&self, page: &Route) -> Option<Vec<&str>> {
        if *page == self.own.0 {
            return Some(self.headings.clone());
        }
        Some(self.page(page)?.headings.iter().map(String::as_str).collect())
    }

    fn has(&mut self, page: &Route, id: &str) -> bool {
        if *page == self.own.0 {
            return self.own.1.contains(id);
        }
        self.page(page).is_some_and(|page| page.ids.iter().any(|known| known == id))
    }
}
