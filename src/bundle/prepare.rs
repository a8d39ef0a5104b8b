//! From a post to the article a reader gets: ids, references, and what else goes beside the markdown.

use std::path::PathBuf;

use super::resolve::{Nowhere, Place, Resolver};
use super::{Diagnostics, Post, ids, reading_time, sanitise};
use crate::content::{Article, Beside, Body, Target};
use crate::markdown;

/// A post ready to be shown, and the files it needs.
pub(super) struct Prepared {
    pub(super) article: Article,
    /// Files to copy, each with its path below the base, percent-encoded.
    pub(super) files: Vec<(PathBuf, String)>,
    pub(super) findings: Diagnostics,
}

/// Prepares a post. With `raw_html`, a text that contains HTML travels as HTML that was sanitised here.
pub(super) fn prepare(post: &Post, resolver: &Resolver, raw_html: bool, base: &str, lenient: bool) -> Prepared {
    let mut findings = Diagnostics::default();
    let line = |offset: usize| post.line + post.body[..offset].matches('\n').count();
    let (contents, twice) = ids::headings(&post.body);
    for (id, offset) in twice {
        let remedy = format!("give this heading another one than {{#{id}}}");
        findings.error(&post.source.path, line(offset), format!("the id \"{id}\" is taken"), remedy);
    }

    let mut beside = Beside { ids: contents.iter().map(|heading| heading.id.clone()).collect(), ..Beside::default() };
    let mut files = Vec::new();
    let has_html = raw_html && sanitise::has_html(&post.body);
    let mut references: Vec<(String, usize)> =
        markdown::references(&post.body).into_iter().map(|reference| (reference.written, reference.offset)).collect();
    if has_html {
        references.extend(sanitise::references(&post.body));
    }
    for (written, offset) in references {
        if beside.target(&written).is_some() {
            continue;
        }
        match resolver.resolve(post, &written) {
            Place::Elsewhere => {}
            Place::Here(path) => beside.targets.push((written, Target { path, picture: None })),
            Place::File(file, path) => {
                files.push((file, path.split(['?', '#']).next().unwrap_or_default().to_owned()));
                beside.targets.push((written, Target { path, picture: None }));
            }
            Place::Nowhere(Nowhere(what, remedy)) => {
                let message = format!("\"{written}\" {what}");
                let line = line(offset);
                match lenient {
                    true => findings.warning(&post.source.path, line, message, remedy),
                    false => findings.error(&post.source.path, line, message, remedy),
                }
            }
        }
    }

    let body = if has_html {
        Body::Html(sanitise::render(&post.body, &beside, base))
    } else {
        Body::Markdown { text: post.body.clone(), beside }
    };
    // Where a reader can go from here is known when all posts are.
    let article = Article {
        date: post.date,
        updated: post.updated,
        tags: post.tags.clone(),
        minutes: (!post.page).then(|| reading_time::minutes(&post.body)),
        series: None,
        older: None,
        newer: None,
        related: Vec::new(),
        contents,
        draft: post.draft,
        body,
    };
    Prepared { article, files, findings }
}
