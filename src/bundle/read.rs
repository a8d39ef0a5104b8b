//! Reads all posts of a site, and finds what only shows when they stand together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::front_matter::{Ignored, Reader};
use super::{Diagnostics, Post, source};
use crate::content::{Dialect, Route, Slug};

/// The posts of the site in `root`, newest first and ties in the order of paths, then the pages.
/// Their times are taken in `zone`, the site's own.
/// A post that has an error is left out, and all errors are among the findings. `lenient` makes
/// a warning of tags that share an address; they then have the name that was read first.
#[must_use]
pub fn read_posts(
    root: &Path,
    dialect: Dialect,
    zone: Option<&TimeZone>,
    lenient: bool,
    findings: &mut Diagnostics,
) -> Vec<Post> {
    let read = |source: source::Source| {
        let mut reader = Reader { time_zone: zone.cloned(), ..Reader::new(&source.path) };
        (Post::read(root, source, dialect, &mut reader), reader)
    };
    let mut posts = Vec::new();
    let mut ignored = Ignored::default();
    // In the order of paths, whichever thread was first.
    let all: Vec<_> = source::find(root, findings).into_par_iter().map(read).collect();
    for (post, reader) in all {
        posts.extend(post);
        findings.extend(reader.findings);
        ignored.extend(reader.ignored);
    }
    ignored.report(findings);
    one_address_each(&posts, findings);
    one_name_a_tag(&mut posts, lenient, findings);
    posts.sort_by(|a, b| {
        let order = |post: &Post| (post.page, Reverse(post.date.map(|date| date.order())));
        order(a).cmp(&order(b)).then_with(|| a.source.cmp(&b.source))
    });
    posts
}

/// Slugs are lower case, so addresses that differ only in case, one file to some systems, meet here too.
fn one_address_each(posts: &[Post], findings: &mut Diagnostics) {
    let mut taken: BTreeMap<Route, &Post> = BTreeMap::new();
    for post in posts {
        let route = post.route();
        let Some(first) = taken.get(&route) else {
            taken.insert(route, post);
            continue;
        };
        let message = format!("{} has the address /{} already", first.source.path.display(), route.path());
        findings.error(&post.source.path, post.line_of("slug"), message, "give one of them another slug");
    }
}

fn one_name_a_tag(posts: &mut [Post], lenient: bool, findings: &mut Diagnostics) {
    let mut first: BTreeMap<Slug, (String, PathBuf, usize)> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for post in posts {
        let line = post.line_of("tags");
        let path = &post.source.path;
        for tag in &mut post.tags {
            let place = || (tag.name.clone(), path.clone(), line);
            let (name, at, on) = first.entry(tag.slug.clone()).or_insert_with(place);
            if *name == tag.name {
                continue;
            }
            let message = format!(
                "the tag \"{}\" has the address of \"{name}\" in {}:{on}, /tags/{}/",
                tag.name,
                at.display(),
                tag.slug
            );
            let remedy = format!("write \"{name}\" in both, or name one of them otherwise");
            match lenient {
                false => findings.error(path, line, message, remedy),
                true if told.insert(tag.name.clone()) => findings.warning(path, line, message, remedy),
                true => {}
            }
            tag.name.clone_from(name);
        }
        // Two spellings within one post are now one.
        let mut seen = BTreeSet::new();
        post.tags.retain(|tag| seen.insert(tag.slug.clone()));
    }
}
