//! The sitemap: every page a search engine should know, and when it last changed.

use std::collections::BTreeMap;

use super::xml::Xml;
use crate::bundle::library::Library;
use crate::bundle::library::sections::Section;
use crate::bundle::taxonomy::Taxonomy;
use crate::bundle::time::moment::Moment;
use crate::bundle::time::timestamps::w3c;
use crate::content::{Route, Site, Slug};

pub(crate) fn sitemap(site: &Site, library: &Library) -> String {
    let changes = Changes::of(library);
    let mut xml = Xml::new();
    xml.within("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        for route in library.routes() {
            if library.entry(&route).is_some_and(|(post, _)| post.unlisted) {
                continue;
            }
            xml.within("url", &[], |xml| {
                xml.text("loc", &(site.origin.clone() + &route.href(&site.base)));
                if let Some(moment) = changes.of_page(&route) {
                    xml.text("lastmod", &w3c(&moment));
                }
            });
        }
    });
    xml.finish()
}

/// When the last post of each list changed.
struct Changes<'a> {
    library: &'a Library,
    listed: Option<Moment>,
    tags: BTreeMap<&'a Slug, Option<Moment>>,
}

impl<'a> Changes<'a> {
    fn of(library: &'a Library) -> Self {
        let lists = &library.index.lists;
        let tags =
            lists.terms_of(Taxonomy::Tags).map(|list| (&list.term.slug, last_change(library, &list.posts))).collect();
        Self { library, listed: last_change(library, &lists.listed), tags }
    }

    /// When a page last changed; for a list, when the last of its posts did.
    fn of_page(&self, route: &Route) -> Option<Moment> {
        match route {
            Route::Home(_) | Route::Archive(_) | Route::Tags => self.listed,
            Route::Tag(tag, _) => *self.tags.get(tag)?,
            Route::Article(_) | Route::Write | Route::NotFound => {
                let index = &self.library.index;
                let of_section = || match index.sections.get(route)? {
                    Section::Terms(_) => self.listed,
                    section => last_change(self.library, section.posts()),
                };
                index.lists.places.get(route).map_or_else(of_section, |index| changed(self.library, *index))
            }
        }
    }
}

/// When the last of some posts changed.
fn last_change(library: &Library, posts: &[usize]) -> Option<Moment> {
    posts.iter().filter_map(|index| changed(library, *index)).max_by_key(Moment::instant)
}

fn changed(library: &Library, index: usize) -> Option<Moment> {
    library.entries.get(index)?.0.changed()
}
