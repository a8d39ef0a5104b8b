//! A post, or a page of its own.

use maud::{Markup, PreEscaped, html};

use super::{around, date, list, tags, words::WORDS};
use crate::content::{Article, Body, Heading, Page, Site};
use crate::markdown::{self, Render};

pub(super) fn article(site: &Site, page: &Page, article: &Article) -> Markup {
    let post = article.date.is_some();
    html! {
        article.h-entry lang=[&page.language] {
            header {
                h1.p-name { (page.title) }
                @if post && !page.description.is_empty() { p.lede.p-summary { (page.description) } }
                (dates(article))
                @if post { data.u-url value=(page.route.href(&site.base)) {} }
                @if !article.tags.is_empty() {
                    ul.tags aria-label=(WORDS.tags) {
                        @for tag in &article.tags { li { (tags::link(site, tag)) } }
                    }
                }
            }
            @if let Some(series) = &article.series { (around::series(site, series)) }
            (contents(&article.contents))
            div.text.e-content { (text(site, &article.body)) }
        }
        @if post || article.edit.is_some() { (around::after(site, page, article)) }
    }
}

fn text(site: &Site, body: &Body) -> PreEscaped<String> {
    PreEscaped(match body {
        Body::Markdown { text, beside } => {
            markdown::render(text, beside, Render { base: &site.base, raw_html: false, sidenotes: true })
        }
        Body::Html(html) => html.clone(),
    })
}

fn dates(article: &Article) -> Markup {
    html! {
        @if let Some(day) = article.date {
            p.dates {
                (date::marked(day, Some("dt-published")))
                @if let Some(day) = article.updated {
                    span.updated { (WORDS.updated) " " (date::marked(day, Some("dt-updated"))) }
                }
                @if let Some(minutes) = article.minutes { span.minutes { (minutes) " " (WORDS.minutes) } }
                @if article.draft { (list::draft()) }
            }
        }
    }
}

/// The contents list, where there is enough to choose from: folded on narrow screens, in the margin on wide ones.
fn contents(headings: &[Heading]) -> Markup {
    html! {
        @if headings.len() > 2 {
            details.contents {
                summary { (WORDS.contents) }
                nav aria-label=(WORDS.contents) {
                    ol {
                        @for heading in headings {
                            li class={ "level-" (heading.level) } { a href={ "#" (heading.id) } { (heading.text) } }
                        }
                    }
                }
            }
        }
    }
}
