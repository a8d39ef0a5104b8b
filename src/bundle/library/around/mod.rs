//! What is shown below a text, besides what all sites have: links that share it, its history, the replies to
//! it, and the texts that link to it. HTML, so that its views are not in the readers' program.

mod backlinks;
mod conversation;
mod excerpt;
mod newsletter;
mod share;
mod suggest;

use maud::{Markup, PreEscaped, html};

use crate::bundle::article::{Prepared, source_link};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::config::settings::Settings;
use crate::bundle::input::post::Post;
use crate::content::{Message, Site};
use backlinks::Backlink;

/// Adds to each article what the owner wants around it.
pub(crate) fn add(settings: Settings<'_>, entries: &mut [(Post, Prepared)], findings: &mut Diagnostics) {
    let Settings { config, site, .. } = settings;
    let backlinks = if config.around.backlinks { backlinks::find(entries) } else { Vec::new() };
    for (index, (post, prepared)) in entries.iter_mut().enumerate() {
        let around = &config.around;
        let parts = [
            around.share.first().map(|_| share::links(site, post, &around.share)),
            around.as_markdown.then(|| as_markdown(site)),
            around.history.then(|| source_link::history(config, post)).flatten().map(|url| history(site, &url)),
            suggest::link(settings, post),
            config.newsletter.as_ref().filter(|_| !post.is_page()).map(|letter| newsletter::form(site, letter)),
            conversation::section(settings, post, prepared, findings),
            backlinks.get(index).filter(|links| !links.is_empty()).map(|links| from(site, links)),
        ];
        let below: String = parts.into_iter().flatten().map(Markup::into_string).collect();
        prepared.article.below = Some(below).filter(|below| !below.is_empty());
    }
}

/// A link to the Markdown of a text, in its own folder. A button beside it copies that: `output/document/reader/markdown.js`.
fn as_markdown(site: &Site) -> Markup {
    html! { p.edit.as-markdown { a rel="external" href="index.md" { (site.words.get(Message::AsMarkdown)) } } }
}

fn history(site: &Site, url: &str) -> Markup {
    html! { p.edit { a rel="external" href=(url) { (site.words.get(Message::History)) } } }
}

/// The texts that link to a text, each with the sentence.
fn from(site: &Site, links: &[Backlink]) -> Markup {
    html! {
        section.related.backlinks {
            h2 { (site.words.get(Message::Backlinks)) }
            ul {
                @for link in links {
                    li lang=[&link.language] {
                        a href=(link.from.href(&site.base)) { bdi { (link.title) } }
                        @if !link.sentence.is_empty() { p { (PreEscaped(&link.sentence)) } }
                    }
                }
            }
        }
    }
}
