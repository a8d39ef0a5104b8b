//! What surrounds the text of an article: its series, neighbouring posts, and ways to reply.

use maud::{Markup, PreEscaped, html};

use super::label::Label;
use crate::content::{Article, Message, Messages, Neighbour, Page, Series, Site, direction};

/// The parts of a series, with the current one marked.
pub(super) fn series(site: &Site, words: &Messages, series: &Series) -> Markup {
    let (before, after) = words.around(Message::Series);
    let (part, parts) = (series.part.to_string(), (series.parts.len() as u32).to_string());
    html! {
        details.series {
            summary {
                (before) strong { (series.name) } (after) " "
                span.part { (words.fill(Message::Part, &[("n", &part), ("of", &parts)])) }
            }
            ol {
                @for (index, part) in series.parts.iter().enumerate() {
                    @let here = index + 1 == series.part as usize;
                    li {
                        a href=(part.route.href(&site.base)) aria-current=[here.then_some("page")] {
                            (title(part))
                        }
                    }
                }
            }
        }
    }
}

/// The section after the text.
pub(super) fn after(site: &Site, page: &Page, article: &Article) -> Markup {
    let neighbours = [("prev", Message::Previous, &article.older), ("next", Message::Next, &article.newer)];
    html! {
        div.after {
            @if article.date.is_some() { (reply(site, page)) }
            @if let Some(url) = &article.edit {
                p.edit { a rel="external" href=(url) { (Label(&site.words, Message::Edit)) } }
            }
            @if let Some(html) = &article.below { (PreEscaped(html)) }
            @if article.older.is_some() || article.newer.is_some() {
                nav.neighbours aria-label=(Label(&site.words, Message::More)) {
                    @for (rel, word, post) in neighbours {
                        @if let Some(post) = post {
                            a rel=(rel) href=(post.route.href(&site.base)) {
                                span { (Label(&site.words, word)) } " " (title(post))
                            }
                        }
                    }
                }
            }
            @if !article.related.is_empty() {
                section.related {
                    h2 { (Label(&site.words, Message::Related)) }
                    ul { @for post in &article.related { li { (link(site, post)) } } }
                }
            }
        }
    }
}

/// The title of another post, in its own language.
fn title(post: &Neighbour) -> Markup {
    let language = post.language.as_deref();
    html! { bdi lang=[language] dir=[language.map(direction)] { (post.title) } }
}

fn link(site: &Site, post: &Neighbour) -> Markup {
    html! { a href=(post.route.href(&site.base)) { (title(post)) } }
}

/// Links to reply, which load nothing from other hosts while the post is read.
fn reply(site: &Site, page: &Page) -> Markup {
    let reply = &site.reply;
    let title = encode(&page.title);
    let mail = reply.mail.as_ref().map(|mail| (Message::ByMail, format!("mailto:{mail}?subject=Re:%20{title}")));
    let fediverse = reply.fediverse.as_ref().map(|profile| (Message::InFediverse, profile.clone()));
    let discussions = reply.discussions.as_ref();
    let discussions = discussions.map(|url| (Message::InDiscussions, format!("{url}?discussions_q={title}")));
    let ways: Vec<_> = [mail, fediverse, discussions].into_iter().flatten().collect();
    html! {
        @if !ways.is_empty() {
            ul.reply { @for (word, url) in &ways { li { a rel="external" href=(url) { (Label(&site.words, *word)) } } } }
        }
    }
}

/// Percent-encodes a text for the query of a URL (RFC 3986).
fn encode(words: &str) -> String {
    let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
    let mut encoded = String::new();
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}
