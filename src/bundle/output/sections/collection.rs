//! The pages of a collection, as cards, as a stream or as a list.

use maud::{Markup, PreEscaped, html};

use super::whole;
use crate::bundle::article::Prepared;
use crate::bundle::article::above::host;
use crate::bundle::input::config::collections::{Order, View};
use crate::bundle::input::post::Post;
use crate::bundle::library::Library;
use crate::bundle::library::sections::Collected;
use crate::bundle::output::summaries::summaries;
use crate::content::{List, Message, Route, Site, direction};
use crate::markdown::{self, Render};
use crate::view::{date, list};

/// The widths of a picture of a card, for browsers that choose a copy before they have loaded the style.
const SIZES: &str = "(width < 34rem) 100vw, 20rem";

/// A page of the list.
pub(super) fn page(site: &Site, library: &Library, collected: &Collected, number: u32) -> Markup {
    let Collected { collection, texts } = collected;
    let list = summaries(library, texts, number, library.index.lists.per_page);
    let skip = (number as usize - 1) * library.index.lists.per_page;
    let shown = texts.iter().skip(skip).take(library.index.lists.per_page);
    let entries = shown.filter_map(|index| library.entries.get(*index));
    html! {
        h1 { (collection.name) }
        @if texts.is_empty() { p { (site.words.get(Message::NoPosts)) } }
        @match (collection.view, collection.order) {
            (View::Cards, _) => ul.cards { @for (post, prepared) in entries { (card(site, post, prepared)) } },
            (View::Stream, _) => @for (post, prepared) in entries { (entry(site, library, post, prepared)) },
            (View::List, Order::Date) => (list::years(site, &list.posts)),
            (View::List, _) => (list::posts(site, Message::Date, &list.posts)),
        }
        (pager(site, collection.order, &list, |n| collection.page(n).unwrap_or(Route::NotFound)))
    }
}

/// A text with its picture, its state and its link.
fn card(site: &Site, post: &Post, prepared: &Prepared) -> Markup {
    let language = post.language.as_deref();
    html! {
        li.h-entry lang=[language] dir=[language.map(direction)] {
            (picture(site, post, prepared))
            div {
                h2 { a.u-url.p-name href=(post.route().href(&site.base)) { (post.title) } }
                @if post.draft { (list::draft(&site.words)) }
                @if let Some(state) = &post.state { p.state { (state) } }
                @if !post.description.is_empty() { p.p-summary { (post.description) } }
                @if let Some(link) = &post.link { p.elsewhere { a rel="external" href=(link) { (host(link)) } } }
            }
        }
    }
}

/// The cover that the author chose, beside whose title it says nothing more.
fn picture(site: &Site, post: &Post, prepared: &Prepared) -> Markup {
    let cover = prepared.cover.as_ref().filter(|_| post.cover.is_some());
    let Some((src, picture)) = cover.and_then(|cover| cover.picture(&site.base)) else { return html! {} };
    let copies: Vec<String> =
        picture.copies.iter().map(|(width, path)| format!("{}{path} {width}w", site.base)).collect();
    let srcset = Some(copies.join(", ")).filter(|copies| !copies.is_empty());
    html! {
        img src=(src) srcset=[&srcset] sizes=[srcset.as_ref().map(|_| SIZES)] alt="" width=(picture.width) height=(picture.height) loading="lazy" decoding="async";
    }
}

/// A text in full.
fn entry(site: &Site, library: &Library, post: &Post, prepared: &Prepared) -> Markup {
    let (language, route) = (post.language.as_deref(), post.route());
    let words = library.index.words_in(site, post);
    let text =
        markdown::article(&prepared.article.body, Render { base: &site.base, words, html: &[], sidenotes: false });
    let href = route.href(&site.base);
    html! {
        article.whole.h-entry lang=[language] dir=[language.map(direction)] {
            @if !post.untitled { h2.p-name { a href=(post.link.as_deref().unwrap_or(&href)) rel=[post.link.as_ref().map(|_| "external")] { (post.title) } } }
            p.dates {
                @if let Some(day) = prepared.article.date { a.u-url href=(href) { (date::date(words, Message::Date, day, Some("dt-published"))) } }
                @if post.untitled && let Some(link) = &post.link { a.u-bookmark-of rel="external" href=(link) { (host(link)) } }
                @if post.draft { (list::draft(words)) }
            }
            div.text.e-content { (PreEscaped(whole::below(&text, &href))) }
        }
    }
}

/// Links to the pages before and after. Only those of a list by date are newer and older.
fn pager(site: &Site, order: Order, list: &List, route: impl Fn(u32) -> Route) -> Markup {
    if order == Order::Date {
        return list::pager(site, list, route);
    }
    html! {
        @if list.pages > 1 {
            nav.pager aria-label=(site.words.get(Message::Pages)) {
                @if list.page > 1 { a rel="prev" href=(route(list.page - 1).href(&site.base)) { (site.words.get(Message::Previous)) } }
                @if list.page < list.pages { a rel="next" href=(route(list.page + 1).href(&site.base)) { (site.words.get(Message::Next)) } }
            }
        }
    }
}
