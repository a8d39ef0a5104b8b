//! From a post to the article a reader gets: ids, references, and what else goes beside the markdown.

use std::path::PathBuf;

use super::cache::Cache;
use super::cover::{self, Cover};
use super::pictures::Pictures;
use super::resolve::Resolver;
use super::{Diagnostics, Post, code, formulas, ids, reading_time, references, sanitise};
use crate::content::{Article, Beside, Body, Words};

/// A post ready to be shown, and the files it needs.
pub(super) struct Prepared {
    pub(super) article: Article,
    pub(super) cover: Option<Cover>,
    /// Files to copy, each with its path below the base, percent-encoded.
    pub(super) files: Vec<(PathBuf, String)>,
    pub(super) findings: Diagnostics,
}

/// Prepares a post. With `raw_html`, a text that contains HTML travels as HTML that was sanitised here.
pub(super) fn prepare(
    post: &Post,
    resolver: &Resolver,
    pictures: &Pictures,
    cache: &Cache,
    raw_html: bool,
    (base, words): (&str, &Words),
    lenient: bool,
) -> Prepared {
    let mut findings = Diagnostics::default();
    let lines = post.lines();
    let (contents, twice) = ids::headings(&post.anatomy.headings);
    for (id, span) in twice {
        let remedy = format!("give this heading another one than {{#{id}}}");
        // At the end of the heading, in braces.
        let start = post.body[span.clone()].rfind(&id).map_or(span.start, |at| span.start + at);
        let at = lines.location(&(start..span.end.min(start + id.len())));
        findings.error(&post.source.path, at, format!("the id \"{id}\" is taken"), remedy);
    }

    let has_html = raw_html && sanitise::has_html(&post.body, post.dialect);
    let (targets, mut files) = references::follow(post, &lines, resolver, pictures, has_html, lenient, &mut findings);
    let (cover, file) = cover::find(post, resolver, pictures, lenient, &mut findings);
    files.extend(file);
    let ids = contents.iter().map(|heading| heading.id.clone()).collect();
    let parts = &post.anatomy;
    let code = code::insides(&parts.code, (&post.body, &post.source.path), &lines, cache, &mut findings);
    let formulas = formulas::mathml_of_all(&parts.formulas, &post.source.path, &lines, lenient, cache, &mut findings);
    let beside = Beside { dialect: post.dialect, ids, code, formulas, targets };

    let body = if has_html {
        Body::Html(sanitise::render(&post.body, &beside, base, words))
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
    Prepared { article, cover, files, findings }
}
