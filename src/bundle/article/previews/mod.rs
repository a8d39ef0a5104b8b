//! Generates pictures for link previews from the texts of posts that have no cover. Cached.

pub(crate) mod canvas;
pub(crate) mod card;
pub(crate) mod fit;
pub(crate) mod font;
pub(crate) mod fonts;
pub(crate) mod line;
pub(crate) mod painter;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::cover::{Cover, NAME};
use crate::bundle::cache::Cache;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::diagnostics::progress::Progress;
use crate::bundle::input::boundary::is_owned;
use crate::bundle::input::post::Post;
use crate::bundle::key::Key;
use crate::bundle::theme_colors::ThemeColors;
use crate::content::{Message, Route, Site};
use card::{Card, SIZE};
use fonts::Fonts;
use painter::{Painter, Picture};

/// The pictures by page. Pages without one have that of home.
#[derive(Default)]
pub(crate) struct Previews {
    pages: BTreeMap<Route, Preview>,
    /// Where the pictures are.
    cache: Option<Cache>,
}

struct Preview {
    title: String,
    /// `None` if the owner has a picture in its place.
    picture: Option<Picture>,
}

impl Previews {
    /// Draws a picture for each post without a cover, and one for home unless `public/` has it: on all cores, and only
    /// those that are not in the cache.
    pub(crate) fn new(
        root: &Path,
        site: &Site,
        posts: &[Post],
        colors: &ThemeColors,
        findings: &mut Diagnostics,
    ) -> Self {
        let fonts = Fonts::new(root, findings);
        let plain: Vec<&Post> = posts.iter().filter(|post| !post.is_page() && post.cover.is_none()).collect();
        warn_of_all(&plain, site, &fonts, findings);
        let mut cards: Vec<_> = plain.iter().map(|post| (post.route(), of_post(post, site))).collect();
        let owned = is_owned(root, NAME);
        if !owned {
            cards.push((Route::Home(1), of_site(site)));
        }
        let painter = Painter::new(root, &fonts, colors);
        let progress = Progress::new("previews made", cards.len());
        let drawn = |(route, card): (Route, Card<'_>)| {
            let picture = painter.draw(&card);
            progress.step();
            (route, Preview { title: card.title.to_owned(), picture: Some(picture) })
        };
        let mut made: BTreeMap<_, _> = cards.into_par_iter().map(drawn).collect();
        if owned {
            made.insert(Route::Home(1), Preview { title: site.title.clone(), picture: None });
        }
        Self { pages: made, cache: Some(Cache::of(root)) }
    }

    /// The pages that have a generated picture.
    pub(crate) fn routes(&self) -> impl Iterator<Item = &Route> {
        self.pages.iter().filter(|(_, preview)| preview.picture.is_some()).map(|(route, _)| route)
    }

    /// The picture of a page; empty for a page that has none.
    pub(crate) fn of(&self, route: &Route) -> io::Result<Cow<'_, [u8]>> {
        match (self.picture(route), &self.cache) {
            (Some(picture), Some(cache)) => picture.png(cache),
            _ => Ok(Cow::default()),
        }
    }

    /// What the picture of a page is made from.
    pub(crate) fn inputs(&self, route: &Route) -> Key {
        self.picture(route).map_or_else(|| Key::new("previews", &[]), |picture| picture.key.clone())
    }

    fn picture(&self, route: &Route) -> Option<&Picture> {
        self.pages.get(route)?.picture.as_ref()
    }

    /// The cover of a page: its generated picture, else that of home.
    pub(crate) fn cover(&self, route: &Route) -> Option<Cover> {
        let made = self.pages.get_key_value(route).or_else(|| self.pages.get_key_value(&Route::Home(1)));
        made.map(|(route, preview)| Cover::beside(route, preview.picture.as_ref().map(|_| SIZE), &preview.title))
    }
}

fn of_post<'a>(post: &'a Post, site: &'a Site) -> Card<'a> {
    Card {
        title: &post.title,
        about: "",
        name: &site.title,
        more: post.date().map(|date| site.words.date(Message::Date, date.day)).unwrap_or_default(),
        language: post.language.as_deref().unwrap_or(&site.language),
    }
}

fn of_site(site: &Site) -> Card<'_> {
    let address = site.origin.clone() + &site.base;
    let address = address.split_once("://").map_or(address.as_str(), |(_, address)| address);
    Card {
        title: &site.title,
        about: &site.description,
        name: &site.author.name,
        more: address.trim_end_matches('/').to_owned(),
        language: &site.language,
    }
}

/// Warns of the characters in the pictures of posts and of the site that no font has.
fn warn_of_all(posts: &[&Post], site: &Site, fonts: &Fonts, findings: &mut Diagnostics) {
    for post in posts {
        let language = post.language.as_deref().unwrap_or(&site.language);
        warn(&post.source.path, post.location_of("title"), &post.title, language, fonts, findings);
    }
    let words = [&site.title, &site.description, &site.author.name].map(String::as_str).concat();
    warn(Path::new("site.toml"), Location::default(), &words, &site.language, fonts, findings);
}

/// Warns of the characters of a text that no font has.
fn warn(path: &Path, at: Location, text: &str, language: &str, fonts: &Fonts, findings: &mut Diagnostics) {
    let missing = line::missing(text, &fonts.of(text, language));
    if missing.is_empty() {
        return;
    }
    let named: Vec<String> = missing.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    let message = format!("the picture for link previews has boxes in place of {}", named.join(", "));
    let folder = fonts::FOLDER;
    let remedy = format!("put a font with these characters (TTF or OTF) into {folder}/");
    findings.warning(path, at, message, remedy);
}
