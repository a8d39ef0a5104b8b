//! A post, or a page of its own.

use leptos::prelude::*;

use super::{TEXT, date, tags, words::WORDS};
use crate::content::{Article, Body, Heading, Page, Site, Tag};
use crate::markdown::{self, Render};

pub(super) fn article(site: &Site, page: &Page, article: &Article) -> AnyView {
    let about = (article.date.is_some() && !page.description.is_empty())
        .then(|| view! { <p class="lede">{page.description.clone()}</p> });
    view! {
        <article lang=page.language.clone()>
            <header>
                <h1>{page.title.clone()}</h1>
                {about}
                {dates(article)}
                {tag_list(site, &article.tags)}
            </header>
            {contents(&article.contents)}
            <div id=TEXT class="text" inner_html=text(site, &article.body)></div>
        </article>
    }
    .into_any()
}

/// The HTML of the text; `None` where it already is in the page.
fn text(site: &Site, body: &Body) -> Option<String> {
    match body {
        Body::Markdown { text, beside } => {
            Some(markdown::render(text, beside, Render { base: &site.base, raw_html: false }))
        }
        Body::Html(html) => Some(html.clone()),
        Body::InPlace => None,
    }
}

fn dates(article: &Article) -> AnyView {
    let updated = |day| view! { <span class="updated">{WORDS.updated}" "{date::date(day)}</span> };
    let line = |day| {
        view! {
            <p class="dates">
                {date::date(day)}
                {article.updated.map(updated)}
                {article.draft.then(|| view! { <span class="draft">{WORDS.draft}</span> })}
            </p>
        }
    };
    article.date.map(line).into_any()
}

fn tag_list(site: &Site, tags: &[Tag]) -> AnyView {
    let entry = |tag: &Tag| view! { <li>{tags::link(site, tag)}</li> };
    let list = || view! { <ul class="tags" aria-label=WORDS.tags>{tags.iter().map(entry).collect_view()}</ul> };
    (!tags.is_empty()).then(list).into_any()
}

/// The contents list, where there is enough to choose from.
fn contents(headings: &[Heading]) -> AnyView {
    let entry = |heading: &Heading| {
        let href = format!("#{}", heading.id);
        view! { <li class=format!("level-{}", heading.level)><a href=href>{heading.text.clone()}</a></li> }
    };
    let list = || {
        view! {
            <nav class="contents" aria-label=WORDS.contents>
                <ol>{headings.iter().map(entry).collect_view()}</ol>
            </nav>
        }
    };
    (headings.len() > 2).then(list).into_any()
}
