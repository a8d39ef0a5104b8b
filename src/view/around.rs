//! What surrounds an article: its series, the posts beside it, and ways to answer.

use maud::{Markup, html};

use super::words::WORDS;
use crate::content::{Article, Neighbour, Page, Series, Site};

/// The parts of a series, the one being read marked.
pub(super) fn series(site: &Site, series: &Series) -> Markup {
    html! {
        details.series {
            summary {
                (WORDS.series) ": " strong { (series.name) } " "
                span.part { (series.part) " " (WORDS.part_of) " " (series.parts.len()) }
            }
            ol {
                @for (index, part) in series.parts.iter().enumerate() {
                    @let here = index + 1 == series.part as usize;
                    li { a href=(part.route.href(&site.base)) aria-current=[here.then_some("page")] { (part.title) } }
                }
            }
        }
    }
}

/// What comes after the text.
pub(super) fn after(site: &Site, page: &Page, article: &Article) -> Markup {
    let neighbours = [("prev", WORDS.previous, &article.older), ("next", WORDS.next, &article.newer)];
    html! {
        div.after {
            @if article.date.is_some() { (reply(site, page)) }
            @if let Some(url) = &article.edit {
                p.edit { a rel="external" href=(url) { (WORDS.edit) } }
            }
            @if article.older.is_some() || article.newer.is_some() {
                nav.neighbours aria-label=(WORDS.more) {
                    @for (rel, word, post) in neighbours {
                        @if let Some(post) = post {
                            a rel=(rel) href=(post.route.href(&site.base)) { span { (word) } " " (post.title) }
                        }
                    }
                }
            }
            @if !article.related.is_empty() {
                section.related {
                    h2 { (WORDS.related) }
                    ul { @for post in &article.related { li { (link(site, post)) } } }
                }
            }
        }
    }
}

fn link(site: &Site, post: &Neighbour) -> Markup {
    html! { a href=(post.route.href(&site.base)) { (post.title) } }
}

/// Ways to answer that load nothing from anyone while the post is read.
fn reply(site: &Site, page: &Page) -> Markup {
    let reply = &site.reply;
    let title = encode(&page.title);
    let mail = reply.mail.as_ref().map(|mail| (WORDS.by_mail, format!("mailto:{mail}?subject=Re:%20{title}")));
    let fediverse = reply.fediverse.as_ref().map(|profile| (WORDS.in_fediverse, profile.clone()));
    let discussions = reply.discussions.as_ref();
    let discussions = discussions.map(|url| (WORDS.in_discussions, format!("{url}?discussions_q={title}")));
    let ways: Vec<_> = [mail, fediverse, discussions].into_iter().flatten().collect();
    html! {
        @if !ways.is_empty() {
            p.reply {
                (WORDS.reply) " "
                @for (index, (word, url)) in ways.iter().enumerate() {
                    @if index > 0 { ", " }
                    a rel="external" href=(url) { (word) }
                }
            }
        }
    }
}

/// Words in the query of an address (RFC 3986).
fn encode(words: &str) -> String {
    let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
    let mut encoded = String::new();
    for byte in words.bytes() {
        match byte.is_ascii_alphanumeric() {
            true => encoded.push(char::from(byte)),
            false => encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
    encoded
}
