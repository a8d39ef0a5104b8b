//! Feeds: the newest posts with their whole text, as Atom, RSS and JSON.

mod atom;
pub(crate) mod format;
mod json;
mod rss;

use std::borrow::Cow;
use std::cmp::Reverse;

use super::credits::{self, Credit};
use super::link_posts::SIGN;
use super::xml::Xml;
use crate::bundle::escape::escape;
use crate::bundle::input::post::Post;
use crate::bundle::input::post_kind::PostKind;
use crate::bundle::library::Library;
use crate::bundle::library::lists::TermList;
use crate::bundle::library::sections::Collected;
use crate::bundle::theme_colors::ThemeColors;
use crate::bundle::time::moment::Moment;
use crate::content::{Message, Messages, Route, Site, direction};
use format::Format;

/// Every format: the files, the links in heads and the checks derive from this list. The first is the one of the feeds of
/// tags and categories, and the one that pages link to.
pub(crate) const FORMATS: [Format; 3] = [atom::FORMAT, rss::FORMAT, json::FORMAT];
/// The format of a feed where there is only one.
pub(crate) const MAIN_FORMAT: Format = FORMATS[0];

/// How many posts a feed has.
const NEWEST: usize = 20;

/// The file of the style that browsers show a feed with, below the base.
pub(crate) const STYLE_FILE: &str = "feed.css";
const STYLE: &str = include_str!("feed.css");

/// The content of a feed, whichever its format.
pub(crate) struct Feed<'a> {
    site: &'a Site,
    title: String,
    /// The full URL of the page it is the feed of.
    page: String,
    /// When it last changed; `None` without posts.
    updated: Option<Moment>,
    entries: Vec<Entry<'a>>,
}

/// A post in a feed.
struct Entry<'a> {
    post: &'a Post,
    /// Its authors. None if that is the author of the feed.
    authors: Vec<Credit<'a>>,
    date: Moment,
    updated: Moment,
    /// The address of its page.
    url: String,
    /// A tag URI (RFC 4151): host, date as written, path.
    id: String,
    /// Its text as HTML, with full URLs.
    html: Cow<'a, str>,
}

impl<'a> Feed<'a> {
    /// The newest posts of all.
    pub(crate) fn of_site(site: &'a Site, library: &'a Library) -> Self {
        Self::new(site, library, &library.index.lists.listed, Route::Home(1), site.title.clone())
    }

    /// The newest posts of a tag or a category.
    pub(crate) fn of_term(site: &'a Site, library: &'a Library, list: &TermList) -> Self {
        Self::new(site, library, &list.posts, list.route(1), format!("{} · {}", list.term.name, site.title))
    }

    /// The newest texts of a collection.
    pub(crate) fn of_collection(site: &'a Site, library: &'a Library, collected: &Collected) -> Self {
        let Collected { collection, texts } = collected;
        let mut texts = texts.clone();
        texts.sort_by_key(|index| Reverse(library.entries[*index].0.date().map(|date| date.order())));
        let page = collection.page(1).unwrap_or(Route::NotFound);
        Self::new(site, library, &texts, page, format!("{} · {}", collection.name, site.title))
    }

    fn new(site: &'a Site, library: &'a Library, posts: &[usize], page: Route, title: String) -> Self {
        let entry = |index: &usize| {
            let (post, prepared) = library.entries.get(*index)?;
            let PostKind::Post(date) = post.kind else { return None };
            let path = post.route().href(&site.base);
            let url = site.origin.clone() + &path;
            let words = library.index.words_in(site, post);
            let html = library.texts.of(*index, site, words, &url, &prepared.article.body);
            let html =
                if post.link.is_some() { Cow::Owned(with_permalink(html, words, &url)) } else { Cow::Borrowed(html) };
            let id = format!("tag:{},{}:{path}", host(&site.origin), date.written);
            let authors = credits::of_post(site, post);
            Some(Entry { post, authors, date, updated: post.changed()?, url, id, html })
        };
        let entries: Vec<Entry<'_>> = posts.iter().filter_map(entry).take(NEWEST).collect();
        let updated = entries.iter().map(|entry| entry.updated).max_by_key(Moment::instant);
        Self { site, title, page: site.origin.clone() + &page.href(&site.base), updated, entries }
    }

    /// The full URL of a file of this feed.
    fn address(&self, name: &str) -> String {
        self.page.clone() + name
    }

    /// The author of the site.
    fn author(&self) -> Credit<'_> {
        credits::of_site(self.site)
    }

    /// An empty document with a style sheet for browsers.
    fn document(&self) -> Xml {
        Xml::new().stylesheet(&(self.site.base.clone() + STYLE_FILE))
    }
}

impl Entry<'_> {
    /// Where its title leads: to the page elsewhere that it is about, else to its own.
    fn target(&self) -> &str {
        self.post.link.as_deref().unwrap_or(&self.url)
    }

    fn language<'a>(&'a self, site: &'a Site) -> &'a str {
        self.post.language.as_deref().unwrap_or(&site.language)
    }
}

/// The text of a post whose title leads elsewhere, with a link to its own page.
fn with_permalink(html: &str, words: &Messages, url: &str) -> String {
    let (url, name) = (escape(url), escape(words.get(Message::Permalink)));
    format!("{html}<p><a href=\"{url}\">{SIGN} {name}</a></p>\n")
}

/// The style of a feed, in the colours and the language of the site.
pub(crate) fn style(site: &Site, colors: &ThemeColors) -> String {
    // In a string of CSS, only these two end it or begin an escape.
    let what = site.words.get(Message::Feed).replace('\\', "\\\\").replace('"', "\\\"");
    let places = [("/* tokens */", colors.css()), ("{feed}", &what), ("{dir}", direction(&site.language))];
    places.iter().fold(STYLE.to_owned(), |style, (place, text)| style.replace(place, text))
}

/// The name of the host, the authority of a tag URI (RFC 4151).
fn host(origin: &str) -> String {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    host.split(':').next().unwrap_or(host).to_ascii_lowercase()
}
