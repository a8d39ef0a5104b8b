//! The head of a document: metadata for browsers, feed readers, search engines and link previews.

pub(crate) mod preview;
mod resume;
pub(crate) mod structured;
pub(crate) mod tags;

use crate::bundle::input::at_uri::Record;
use crate::bundle::input::blogroll::FILE as BLOGROLL;
use crate::bundle::library::Library;
use crate::bundle::library::sections::Section;
use crate::bundle::output::crawlers::MANIFEST;
use crate::bundle::output::feeds::{FORMATS, MAIN_FORMAT};
use crate::bundle::output::sections::RESUME;
use crate::content::{Head, Page, Route, Site};
use tags::Tags;

/// The tags of a page, in place of `<!-- head -->` in the shell.
pub(crate) fn tags(site: &Site, library: &Library, page: &Page) -> String {
    let head = Head::new(site, &page.route, &page.title, &page.description);
    let entry = library.entry(&page.route);
    let mut tags = Tags::titled(&head.title);
    tags.meta("description", &head.description);
    if let Some((post, _)) = entry.filter(|(_, prepared)| prepared.article.byline.is_some()) {
        preview::authors(&mut tags, site, post);
    }
    for (scheme, colour) in [("light", library.index.colors.light()), ("dark", library.index.colors.dark())] {
        tags.theme(scheme, &colour);
    }
    if page.route != Route::Write {
        tags.link("manifest", &[("href", &(site.base.clone() + MANIFEST))]);
    }
    let is_listed = !matches!(page.route, Route::NotFound | Route::Write);
    if !is_listed || entry.is_some_and(|(post, _)| post.unlisted) {
        tags.meta("robots", "noindex");
    }
    if is_listed {
        tags.link("canonical", &[("href", &head.canonical)]);
        record(&mut tags, library, page);
        alternates(&mut tags, site, library, page);
        let cover = entry.map_or(library.index.cover.as_ref(), |(_, prepared)| prepared.cover.as_ref());
        preview::write(&mut tags, site, page, &head, entry.map(|(post, _)| post), cover);
        structured::write(&mut tags, site, library, page, &head);
    }
    tags.finish()
}

/// The record of the page on the AT Protocol, which names the page, too: <https://standard.site/docs/verification>.
fn record(tags: &mut Tags, library: &Library, page: &Page) {
    let of_text = library.entry(&page.route).and_then(|(post, _)| Some((Record::Document, post.at_uri.as_ref()?)));
    let of_site = library.index.publication.as_ref().filter(|_| page.route == Route::Home(1));
    if let Some((record, uri)) = of_text.or(of_site.map(|uri| (Record::Publication, uri))) {
        tags.link(record.name(), &[("href", uri)]);
    }
}

/// The alternate links: to the feeds for feed readers, that of the page's tag, category or collection first; and to the
/// Markdown of an article for programs.
fn alternates(tags: &mut Tags, site: &Site, library: &Library, page: &Page) {
    let mut alternate = |kind: &str, title: &str, address: &str| {
        tags.link("alternate", &[("type", kind), ("title", title), ("href", address)]);
    };
    let address = page.route.href(&site.base);
    match (&page.route, library.index.sections.get(&page.route)) {
        _ if let Some(list) = library.term_at(&page.route) => {
            let feed = list.route(1).href(&site.base) + MAIN_FORMAT.file;
            alternate(MAIN_FORMAT.media_type, &format!("{} · {}", page.title, site.title), &feed);
        }
        (_, Some(Section::Collection(collected, _))) if collected.collection.feed => {
            let feed = collected.collection.page(1).unwrap_or(Route::NotFound).href(&site.base) + MAIN_FORMAT.file;
            alternate(MAIN_FORMAT.media_type, &format!("{} · {}", page.title, site.title), &feed);
        }
        (_, Some(Section::Resume(_))) => alternate("application/json", &page.title, &(site.base.clone() + RESUME)),
        (_, Some(Section::Blogroll(_))) => alternate("text/x-opml", &page.title, &(site.base.clone() + BLOGROLL)),
        _ if library.entry(&page.route).is_some() => alternate("text/markdown", &page.title, &(address + "index.md")),
        _ => {}
    }
    for format in FORMATS {
        let title = format!("{} ({})", site.title, format.name);
        alternate(format.media_type, &title, &(site.base.clone() + format.file));
    }
}
