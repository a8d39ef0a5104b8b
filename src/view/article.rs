//! The page of a post, or a page of its own.

use maud::{Markup, PreEscaped, html};

use super::label::Label;
use super::{article_footer, date, list, terms};
use crate::content::{Article, Heading, Message, Messages, Page, Site, direction};
use crate::markdown::{self, Render};

pub(super) fn article(site: &Site, page: &Page, article: &Article) -> Markup {
    let post = article.date.is_some();
    let words = page.words(site);
    let text = Render { base: &site.base, words, html: &[], sidenotes: true };
    html! {
        article.h-entry lang=[&page.language] dir=[page.language.as_deref().map(direction)] {
            header {
                @if let Some(html) = &article.above { (PreEscaped(html)) }
                h1.p-name { (page.title) }
                @if post && !page.description.is_empty() { p.lede.p-summary { (page.description) } }
                @if let Some(byline) = &article.byline { p.byline { (PreEscaped(byline)) } }
                (dates(words, article))
                @if post { data.u-url value=(page.route.href(&site.base)) {} }
                @if !article.tags.is_empty() {
                    ul.tags aria-label=(Label(words, Message::Tags)) {
                        @for tag in &article.tags { li { (terms::link(site, &tag.name, &terms::tag(tag))) } }
                    }
                }
            }
            @if let Some(series) = &article.series { (article_footer::series(site, words, series)) }
            (contents(words, &article.contents))
            div.text.e-content { (PreEscaped(markdown::article(&article.body, text))) }
        }
        @if post || article.edit.is_some() || article.below.is_some() { (article_footer::after(site, page, article)) }
    }
}

fn dates(words: &Messages, article: &Article) -> Markup {
    let (before, after) = words.around(Message::Updated);
    html! {
        @if article.date.or(article.updated).is_some() {
            p.dates {
                @if let Some(day) = article.date { (date::date(words, Message::Date, day, Some("dt-published"))) }
                @if let Some(day) = article.updated {
                    span.updated { (before) (date::date(words, Message::Date, day, Some("dt-updated"))) (after) }
                }
                @if let Some(minutes) = article.minutes { span.minutes { (words.count(Message::Minutes, minutes.into())) } }
                @if article.draft { (list::draft(words)) }
            }
        }
    }
}

/// The contents list, if there are more than two headings: folded on narrow screens, in the margin on wide ones.
fn contents(words: &Messages, headings: &[Heading]) -> Markup {
    html! {
        @if headings.len() > 2 {
            details.contents {
                summary { (Label(words, Message::Contents)) }
                nav aria-label=(Label(words, Message::Contents)) {
                    ol {
                        // A heading without text would make an empty link.
                        @for heading in headings.iter().filter(|heading| !heading.text.is_empty()) {
                            li class={ "level-" (heading.level) } { a href={ "#" (heading.id) } { (heading.text) } }
                        }
                    }
                }
            }
        }
    }
}
