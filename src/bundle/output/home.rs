//! The home page of a site that shows its author: with a face, or with the author first. The bundler writes it as HTML, so
//! that readers of no site load more program for it.

use maud::{Markup, html};

use super::vcard;
use crate::bundle::input::config::profile::Home;
use crate::bundle::library::Library;
use crate::bundle::library::portrait::Portrait;
use crate::content::{List, Message, Route, Site, Summary};
use crate::view::list;

/// How many posts a home page has that begins with the author.
pub(crate) const NEWEST: usize = 5;
/// The width of the portrait, as in `style/home.css`: a browser chooses a copy before it has laid out the page.
const SIZES: &str = "10rem";

/// The first page of home as HTML. `None` if it is as in `view/home.rs`.
pub(crate) fn page(site: &Site, library: &Library, pinned: &[Summary], posts: &List) -> Option<String> {
    let index = &library.index;
    let is_empty = posts.posts.is_empty() && pinned.is_empty();
    let markup = match index.home {
        Home::Writing if !index.profile.is_written() => return None,
        Home::Writing => html! {
            (author(site, library, "profile line h-card"))
            (writing(site, pinned, posts))
        },
        Home::Both if !is_empty => html! {
            div.beside {
                (author(site, library, "profile h-card"))
                div.writing { (writing(site, pinned, posts)) }
            }
        },
        Home::Both | Home::Person => html! {
            (author(site, library, "profile first h-card"))
            (newest(site, pinned, posts))
        },
    };
    Some(markup.into_string())
}

/// The author: a card (microformats.org/wiki/h-card) of the same person as the vCard.
fn author(site: &Site, library: &Library, class: &str) -> Markup {
    let (index, author) = (&library.index, &site.author);
    let profile = &index.profile;
    let is_line = index.home == Home::Writing;
    let name = if author.name.is_empty() { &site.title } else { &author.name };
    let title = if is_line { &site.title } else { name };
    html! {
        header class=(class) {
            data."u-url"."u-uid" value={ (site.origin) (site.base) } {}
            @if let Some(portrait) = &library.portrait { (face(site, portrait)) }
            div.name {
                @if !is_line && name != &site.title { p.kicker { (site.title) } }
                h1 class=[(title == name).then_some("p-name")] { (title) }
                @if title != name { p.p-name { (name) } }
                @if !profile.role.is_empty() { p.p-job-title { (profile.role) } }
                (facts(&[("p-locality", &profile.place), ("p-pronouns", &profile.pronouns)]))
            }
            @if !author.bio.is_empty() { p.bio.p-note { (author.bio) } }
            (links(site, library, !is_line))
        }
    }
}

/// Short facts in one line.
fn facts(facts: &[(&str, &str)]) -> Markup {
    let facts: Vec<_> = facts.iter().filter(|(_, text)| !text.is_empty()).collect();
    html! {
        @if !facts.is_empty() {
            p.facts {
                @for (index, (class, text)) in facts.iter().enumerate() {
                    @if index > 0 { " · " }
                    span class=(class) { (text) }
                }
            }
        }
    }
}

/// The portrait. It is at the top of the page, so it is loaded at once.
fn face(site: &Site, portrait: &Portrait) -> Markup {
    let candidate = |(width, path): &(u32, String)| format!("{}{path} {width}w", site.base);
    let copies: Vec<String> = portrait.picture.copies.iter().map(candidate).collect();
    let copies = (!copies.is_empty()).then(|| copies.join(", "));
    html! {
        img.face.u-photo src={ (site.base) (portrait.address.as_str()) } srcset=[copies.as_deref()]
            sizes=[copies.as_ref().map(|_| SIZES)] width=(portrait.picture.width) height=(portrait.picture.height)
            alt=(portrait.alt);
    }
}

/// The links of the author. `contact`: whether the vCard is among them.
fn links(site: &Site, library: &Library, contact: bool) -> Markup {
    let key = &library.index.profile.key;
    html! {
        @if contact || key.is_some() || !site.author.links.is_empty() {
            ul.links {
                @for link in &site.author.links {
                    @let class = if link.url.starts_with("mailto:") { "u-email" } else { "u-url" };
                    li { a class=(class) rel="me" href=(site.href(link)) { (link.name) } }
                }
                @if let Some(url) = key {
                    @let link = crate::content::Link { name: String::new(), url: url.clone() };
                    li { a.u-key rel="pgpkey" href=(site.href(&link)) { (site.words.get(Message::PublicKey)) } }
                }
                @if contact {
                    li {
                        a rel="external" type=(vcard::MEDIA_TYPE) download href={ (site.base) (vcard::FILE) } {
                            (site.words.get(Message::Contact))
                        }
                    }
                }
            }
        }
    }
}

/// The pinned posts, and a page of the others, as on every home page.
fn writing(site: &Site, pinned: &[Summary], posts: &List) -> Markup {
    html! {
        @if !pinned.is_empty() { (section(site, "pinned", Message::Pinned, pinned)) }
        @if posts.posts.is_empty() && pinned.is_empty() { p { (site.words.get(Message::NoPosts)) } }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, Route::Home))
        @if posts.pages > 1 { (all(site)) }
    }
}

/// The pinned posts, and the newest of the others.
fn newest(site: &Site, pinned: &[Summary], posts: &List) -> Markup {
    let newest = &posts.posts[..posts.posts.len().min(NEWEST)];
    html! {
        @if !pinned.is_empty() { (section(site, "pinned", Message::Pinned, pinned)) }
        @if !newest.is_empty() { (section(site, "newest", Message::Newest, newest)) }
        @if posts.pages > 1 || posts.posts.len() > newest.len() { (all(site)) }
    }
}

fn section(site: &Site, class: &str, heading: Message, posts: &[Summary]) -> Markup {
    html! {
        section class=(class) {
            h2 { (site.words.get(heading)) }
            (list::posts(site, Message::Date, posts))
        }
    }
}

/// The link to the archive.
fn all(site: &Site) -> Markup {
    html! { p.all { a href=(Route::Archive(1).href(&site.base)) { (site.words.get(Message::AllPosts)) } } }
}
