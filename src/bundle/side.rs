//! The files beside the pages: for feed readers, search engines and other programs.

use super::feeds::{self, Feed, Texts};
use super::library::Library;
use crate::content::{Route, Site, Slug};

/// A file that the bundler makes of the whole site.
#[derive(Clone, Debug)]
pub(super) enum Side {
    Atom,
    AtomOfTag(Slug),
    Rss,
    JsonFeed,
    FeedStyle,
}

/// Every such file, by its path below the base, decoded.
pub(super) fn files(library: &Library) -> Vec<(String, Side)> {
    let once = [
        ("feed.xml", Side::Atom),
        ("rss.xml", Side::Rss),
        ("feed.json", Side::JsonFeed),
        ("feed.xsl", Side::FeedStyle),
    ];
    let of_tag = |tag: &Slug| (Route::Tag(tag.clone(), 1).path() + "feed.xml", Side::AtomOfTag(tag.clone()));
    let once = once.into_iter().map(|(path, side)| (path.to_owned(), side));
    once.chain(library.tags.keys().map(of_tag)).collect()
}

impl Side {
    /// What the file says.
    pub(super) fn text(&self, site: &Site, library: &Library, texts: &Texts) -> String {
        let feed = || Feed::of_site(site, library, texts);
        match self {
            Self::Atom => feeds::atom(&feed()),
            Self::AtomOfTag(tag) => feeds::atom(&Feed::of_tag(site, library, texts, tag)),
            Self::Rss => feeds::rss(&feed()),
            Self::JsonFeed => feeds::json(&feed()),
            Self::FeedStyle => feeds::style(),
        }
    }
}
