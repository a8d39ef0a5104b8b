//! The sitemap: every page a search engine should know, and when it last changed.

use super::xml::Xml;
use crate::bundle::library::Library;
use crate::bundle::time::moment::Moment;
use crate::bundle::time::timestamps::w3c;
use crate::content::{Route, Site};

pub(crate) fn sitemap(site: &Site, library: &Library) -> String {
    let mut xml = Xml::new();
    xml.within("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        for route in library.routes() {
            if library.entry(&route).is_some_and(|(post, _)| post.unlisted) {
                continue;
            }
            xml.within("url", &[], |xml| {
                xml.text("loc", &(site.origin.clone() + &route.href(&site.base)));
                if let Some(moment) = changed(library, &route) {
                    xml.text("lastmod", &w3c(&moment));
                }
            });
        }
    });
    xml.finish()
}

/// When a page last changed; for a list, when the last of its posts did.
fn changed(library: &Library, route: &Route) -> Option<Moment> {
    let changed = |index: &usize| library.entries.get(*index)?.0.changed();
    let last = |posts: &[usize]| posts.iter().filter_map(changed).max_by_key(Moment::instant);
    let lists = &library.index.lists;
    match route {
        Route::Home(_) | Route::Archive(_) | Route::Tags => last(&lists.listed),
        Route::Tag(tag, _) => last(&library.tag(tag)?.1),
        Route::Article(_) | Route::NotFound => lists.places.get(route).and_then(changed),
    }
}
