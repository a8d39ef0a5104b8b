//! The sitemap: every page a search engine should know, and the day it last changed.

use super::library::Library;
use super::xml::Xml;
use crate::content::{Date, Route, Site};

pub(super) fn sitemap(site: &Site, library: &Library) -> String {
    let mut xml = Xml::new();
    xml.within("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        for route in library.routes() {
            if library.entry(&route).is_some_and(|(post, _)| post.unlisted) {
                continue;
            }
            xml.within("url", &[], |xml| {
                xml.text("loc", &(site.origin.clone() + &route.href(&site.base)));
                if let Some(day) = changed(library, &route) {
                    xml.text("lastmod", &day.to_string());
                }
            });
        }
    });
    xml.finish()
}

/// The day a page last changed: of a list, the last day one of its posts did.
fn changed(library: &Library, route: &Route) -> Option<Date> {
    let day = |index: &usize| {
        let (post, _) = library.entries.get(*index)?;
        post.updated.max(post.date)
    };
    match route {
        Route::Home(_) | Route::Archive(_) | Route::Tags => library.listed.iter().filter_map(day).max(),
        Route::Tag(tag, _) => library.tags.get(tag)?.1.iter().filter_map(day).max(),
        Route::Post(_) | Route::Page(_) | Route::NotFound => library.places.get(route).and_then(day),
    }
}
