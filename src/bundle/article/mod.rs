//! Turns a post into an article: heading ids, resolved references, and data for rendering its Markdown.

pub(crate) mod above;
pub(crate) mod breadcrumbs;
pub(crate) mod byline;
pub(crate) mod code;
pub(crate) mod context;
pub(crate) mod costly;
#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub(crate) mod costly_work;
pub(crate) mod cover;
pub(crate) mod diagrams;
pub(crate) mod follow;
pub(crate) mod formulas;
pub(crate) mod heading_ids;
mod heading_words;
mod id_rules;
mod media;
mod picture;
pub(crate) mod pictures;
mod placeholders;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod previews;
pub(crate) mod references;
pub(crate) mod resolve;
pub(crate) mod sanitise;
pub(crate) mod source_link;
mod within;

use std::borrow::Cow;
use std::path::PathBuf;

use super::diagnostics::Diagnostics;
use super::diagnostics::location::LineIndex;
use super::input::config::Config;
use super::input::config::heading_ids::HeadingIds;
use super::input::post::Post;
use super::taxonomy::Taxonomy;
use crate::content::{Article, Body, Content, Heading, Message, Messages, Page, RenderData, SCHEMA, Site, Target};
use crate::markdown::{self, Render, Replaced, entities};
use context::Context;
use cover::Cover;
use follow::{Blocked, Followed, follow};
use placeholders::Placeholders;
use resolve::place::Files;
use sanitise::findings::Finding;
use sanitise::{Address, Html};

/// A prepared post, and the files it needs.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) article: Article,
    pub(crate) cover: Option<Cover>,
    pub(crate) files: Files,
    /// Whether a change of files other than posts can change any of this.
    pub(crate) needs_files: bool,
    /// The pictures that cannot be shown, which are among the findings.
    pub(crate) refused: Vec<PathBuf>,
    /// What its references lead to, as the text has them.
    pub(crate) targets: Vec<(String, Target)>,
    /// What its page may not load from other hosts.
    pub(crate) blocked: Vec<Blocked>,
    /// The URLs in its raw HTML.
    pub(crate) addresses: Vec<Address>,
    /// Findings about its HTML.
    pub(crate) html: Vec<Finding>,
    pub(crate) findings: Diagnostics,
}

/// Prepares a post. A text with HTML that passes travels as HTML that was sanitised here.
pub(crate) fn prepare(post: &Post, context: &Context<'_>, words: &Messages) -> Prepared {
    let mut findings = Diagnostics::default();
    let lines = post.lines();
    let html = Html::new(&post.anatomy.html, context.rules);
    let contents = contents(post, &html, context.heading_ids, &lines, &mut findings);

    let addresses = html.addresses();
    let Followed { targets, mut files, refused, blocked, needs_files } =
        follow(post, &lines, context, &addresses, &mut findings);
    let (cover, file) = cover::find(post, context, &mut findings);
    files.extend(file);
    let needs_files = needs_files || post.cover.is_some();
    let ids = contents.iter().map(|heading| heading.id.clone()).collect();
    let mut code = code::insides(post, &lines, context.grammars, &context.kept, &mut findings);
    diagrams::draw_all(post, &lines, context, words, &mut code, &mut findings);
    let formulas = formulas::mathml_of_all(post, &lines, context.lenient, context.costly, &context.kept, &mut findings);
    let links = targets.clone();
    let beside = RenderData { dialect: post.dialect, ids, code, formulas, targets };

    let media = media::replaced(post, &beside, context.base);
    let body = match html.passes().then(|| sanitised(post, &html, &beside, &media, context, words)).flatten() {
        Some(html) => Body::Html(html),
        None if !media.is_empty() => {
            let options = Render { base: context.base, words, html: &[], sidenotes: true };
            Body::Html(markdown::render_replaced(&post.body, &beside, options, &media))
        }
        None => markdown_body(post, beside, context.base, words),
    };
    let article = article(post, contents, body);
    Prepared {
        article,
        cover,
        files,
        needs_files,
        refused,
        targets: links,
        blocked,
        addresses,
        html: html.findings,
        findings,
    }
}

/// The HTML of a text, sanitised. What the program writes itself, drawings and media, is spared.
fn sanitised(
    post: &Post,
    html: &Html<'_>,
    beside: &RenderData,
    media: &[Replaced],
    context: &Context<'_>,
    words: &Messages,
) -> Option<String> {
    let mut placeholders = Placeholders::new(&post.body);
    let beside = RenderData { code: placeholders.code(&beside.code), ..beside.clone() };
    let written = html.render(&post.body, &beside, context.base, words, &placeholders.media(media));
    Some(placeholders.restore(&context.costly.sanitise(&written)?))
}

/// The headings of a text with their ids.
fn contents(
    post: &Post,
    html: &Html<'_>,
    ids: HeadingIds,
    lines: &LineIndex<'_>,
    findings: &mut Diagnostics,
) -> Vec<Heading> {
    let outline = |dialect| {
        if html.passes() { html.headings(&post.body, dialect) } else { markdown::headings(&post.body, dialect, &[]) }
    };
    let headings = if html.passes() { &outline(post.dialect) } else { &post.anatomy.headings };
    let words = heading_words::words(ids, headings, &post.body, post.dialect, outline);
    let (contents, twice) = heading_ids::headings(ids, headings, words.as_deref(), &html.ids);
    heading_ids::report(twice, post, lines, findings);
    contents
}

/// A text that travels as Markdown, with numeric entities. The few texts that would read otherwise with them, such as one
/// that refers to `[&Auml;]` by `[&auml;]`, travel as the HTML that the browser would draw.
fn markdown_body(post: &Post, beside: RenderData, base: &str, words: &Messages) -> Body {
    let drawn = |text: &str| markdown::render(text, &beside, Render { base, words, html: &[], sidenotes: true });
    match entities::numeric(&post.body, post.dialect) {
        Cow::Owned(text) if drawn(&text) != drawn(&post.body) => Body::Html(drawn(&post.body)),
        text => Body::Markdown { text: text.into_owned(), beside },
    }
}

/// The article of a post. Where a reader can go from it is known when all posts are.
fn article(post: &Post, contents: Vec<Heading>, body: Body) -> Article {
    Article {
        date: post.date().map(|date| date.day),
        updated: post.updated.map(|updated| updated.day),
        tags: post.terms(Taxonomy::Tags).to_vec(),
        byline: None,
        above: None,
        below: None,
        minutes: (!post.is_page() && !post.untitled).then(|| post.anatomy.length.minutes()),
        series: None,
        older: None,
        newer: None,
        related: Vec::new(),
        contents,
        draft: post.draft,
        edit: None,
        body,
    }
}

/// What is above the title of a post, the line that names its authors, and where its source is edited.
pub(crate) fn name_sources(article: &mut Article, config: &Config, site: &Site, post: &Post, words: &Messages) {
    article.above = above::html(site, post, config.around.breadcrumbs);
    article.byline = byline::html(config, site, post, words);
    article.edit = source_link::edit(config, post);
}

/// The page of a post. `words`: the messages in its language, if they are not the site's.
pub(crate) fn page(site: &Site, post: &Post, article: Article, words: Option<&Messages>) -> Page {
    Page {
        schema: SCHEMA,
        route: post.route(),
        title: title(post, words.unwrap_or(&site.words)),
        description: post.description.clone(),
        language: post.language.clone(),
        words: words.map(|words| for_text(words, &article)).unwrap_or_default(),
        content: Content::Article(Box::new(article)),
    }
}

/// The messages for the labels of a text, without the forms for numbers that it does not show. The search has the site's.
fn for_text(words: &Messages, article: &Article) -> Messages {
    let words = words.for_pages().without(Message::Hits);
    if article.minutes.is_some() { words } else { words.without(Message::Minutes) }
}

/// The title of a page. That of a text without one is its beginning and its date.
fn title(post: &Post, words: &Messages) -> String {
    match post.date().filter(|_| post.untitled) {
        Some(date) => format!("{} · {}", post.title, words.date(Message::Date, date.day)),
        None => post.title.clone(),
    }
}
