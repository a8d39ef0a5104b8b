//! From a post to the article a reader gets: ids, references, and what else goes beside the markdown.

pub(crate) mod broken_link;
pub(crate) mod code;
pub(crate) mod cover;
pub(crate) mod edit_link;
pub(crate) mod formulas;
pub(crate) mod heading_ids;
pub(crate) mod pictures;
pub(crate) mod previews;
pub(crate) mod reading_time;
pub(crate) mod references;
pub(crate) mod refused;
pub(crate) mod resolve;
pub(crate) mod sanitise;
pub(crate) mod served_file;

use std::path::PathBuf;

use super::cache::Cache;
use super::diagnostics::Diagnostics;
use super::input::post::Post;
use crate::content::{Article, Body, Messages, RenderData};
use cover::Cover;
use pictures::Pictures;
use references::Followed;
use resolve::Resolver;
use sanitise::findings::Finding;
use sanitise::{Address, Html, Rules};

/// A post ready to be shown, and the files it needs.
pub(crate) struct Prepared {
    pub(crate) article: Article,
    pub(crate) cover: Option<Cover>,
    /// Files to copy, each with its path below the base, percent-encoded.
    pub(crate) files: Vec<(PathBuf, String)>,
    /// The pictures that cannot be shown, of which its author is told.
    pub(crate) refused: Vec<PathBuf>,
    /// The addresses in its HTML, and what its author has to know of that.
    pub(crate) addresses: Vec<Address>,
    pub(crate) html: Vec<Finding>,
    pub(crate) findings: Diagnostics,
}

/// Prepares a post. A text with HTML that passes travels as HTML that was sanitised here.
pub(crate) fn prepare(
    post: &Post,
    resolver: &Resolver,
    pictures: &Pictures,
    cache: &Cache,
    rules: Rules<'_>,
    (base, words): (&str, &Messages),
    lenient: bool,
) -> Prepared {
    let mut findings = Diagnostics::default();
    let lines = post.lines();
    let html = Html::new(&post.anatomy.html, rules);
    let headings = if html.passes() { &html.headings(&post.body, post.dialect) } else { &post.anatomy.headings };
    let (contents, twice) = heading_ids::headings(headings, &html.ids);
    for (id, span) in twice {
        let remedy = format!("give this heading another one than {{#{id}}}");
        // At the end of the heading, in braces.
        let start = post.body[span.clone()].rfind(&id).map_or(span.start, |at| span.start + at);
        let at = lines.location(&(start..span.end.min(start + id.len())));
        findings.error(&post.source.path, at, format!("the id \"{id}\" is taken"), remedy);
    }

    let addresses = html.addresses();
    let Followed { targets, mut files, refused } =
        references::follow(post, &lines, resolver, pictures, &addresses, lenient, &mut findings);
    let (cover, file) = cover::find(post, resolver, pictures, lenient, &mut findings);
    files.extend(file);
    let ids = contents.iter().map(|heading| heading.id.clone()).collect();
    let parts = &post.anatomy;
    let code = code::insides(&parts.code, (&post.body, &post.source.path), &lines, cache, &mut findings);
    let formulas = formulas::mathml_of_all(
        &parts.formulas,
        (&post.body, &post.source.path),
        &lines,
        lenient,
        cache,
        &mut findings,
    );
    let beside = RenderData { dialect: post.dialect, ids, code, formulas, targets };

    let body = if html.passes() {
        Body::Html(html.render(&post.body, &beside, base, words))
    } else {
        Body::Markdown { text: post.body.clone(), beside }
    };
    // Where a reader can go from here is known when all posts are.
    let article = Article {
        date: post.date.map(|date| date.day),
        updated: post.updated.map(|updated| updated.day),
        tags: post.tags.clone(),
        minutes: (!post.page).then(|| reading_time::minutes(&post.body, post.dialect)),
        series: None,
        older: None,
        newer: None,
        related: Vec::new(),
        contents,
        draft: post.draft,
        edit: None,
        body,
    };
    Prepared { article, cover, files, refused, addresses, html: html.findings, findings }
}
