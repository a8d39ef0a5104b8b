//! Generates pictures for link previews from the texts of posts that have no cover: each when it is written. Cached.

pub(crate) mod canvas;
pub(crate) mod card;
pub(crate) mod fit;
pub(crate) mod font;
pub(crate) mod fonts;
pub(crate) mod line;
pub(crate) mod painter;

use std::collections::BTreeMap;
use std::path::Path;

use super::cover::{Cover, NAME};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::boundary::is_owned;
use crate::bundle::input::post::Post;
use crate::bundle::key::Key;
use crate::bundle::theme_colors::ThemeColors;
use crate::content::{Message, Route, Site};
use card::{Card, SIZE};
use fonts::Fonts;
use painter::Painter;

/// The pictures by page. Pages without one have that of home.
#[derive(Default)]
pub(crate) struct Previews {
    pages: BTreeMap<Route, Preview>,
    /// What draws them; `None` if no page has one.
    painter: Option<Painter>,
}

struct Preview {
    card: Card,
    /// Whether the owner has a picture in its place.
    is_owned: bool,
}

impl Previews {
    /// One for each post without a cover, and one for home.
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
        let of_posts = plain.iter().map(|post| (post.route(), Preview { card: of_post(post, site), is_owned: false }));
        let of_home = Preview { card: of_site(site), is_owned: is_owned(root, NAME) };
        let pages = of_posts.chain([(Route::Home(1), of_home)]).collect();
        Self { pages, painter: Some(Painter::new(root, fonts, colors)) }
    }

    /// The pages that have a generated picture.
    pub(crate) fn routes(&self) -> impl Iterator<Item = &Route> {
        self.pages.iter().filter(|(_, preview)| !preview.is_owned).map(|(route, _)| route)
    }

    /// The picture of a page; empty for a page that has none.
    pub(crate) fn of(&self, route: &Route) -> Vec<u8> {
        self.card(route).map_or_else(Vec::new, |(painter, card)| painter.png(card))
    }

    /// What the picture of a page is made from.
    pub(crate) fn inputs(&self, route: &Route) -> Key {
        self.card(route).map_or_else(|| Key::new("previews", &[]), |(painter, card)| painter.key(card))
    }

    /// What draws the picture of a page, and its card.
    fn card(&self, route: &Route) -> Option<(&Painter, &Card)> {
        let preview = self.pages.get(route).filter(|preview| !preview.is_owned)?;
        Some((self.painter.as_ref()?, &preview.card))
    }

    /// The cover of a page: its generated picture, else that of home.
    pub(crate) fn cover(&self, route: &Route) -> Option<Cover> {
        let made = self.pages.get_key_value(route).or_else(|| self.pages.get_key_value(&Route::Home(1)));
        made.map(|(route, preview)| Cover::beside(route, (!preview.is_owned).then_some(SIZE), &preview.card.title))
    }
}

fn of_post(post: &Post, site: &Site) -> Card {
    Card {
        title: post.title.clone(),
        about: String::new(),
        name: site.title.clone(),
        more: post.date().map(|date| site.words.date(Message::Date, date.day)).unwrap_or_default(),
        language: post.language.as_ref().unwrap_or(&site.language).clone(),
    }
}

fn of_site(site: &Site) -> Card {
    let address = site.origin.clone() + &site.base;
    let address = address.split_once("://").map_or(address.as_str(), |(_, address)| address);
    Card {
        title: site.title.clone(),
        about: site.description.clone(),
        name: site.author.name.clone(),
        more: address.trim_end_matches('/').to_owned(),
        language: site.language.clone(),
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
