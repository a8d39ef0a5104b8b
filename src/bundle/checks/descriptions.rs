//! Checks descriptions: the line below a title in lists, search engines and link previews.

use std::path::Path;

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::config::collections::View;
use crate::bundle::input::config::{Config, FILE};
use crate::bundle::input::post::Post;

/// In characters. Search engines show about as much, and previews no more.
const LONGEST: usize = 160;

/// How many of the files without one a message names.
const NAMED: usize = 3;

/// Checks the posts. A draft needs none yet, and a text that its list shows in full none at all.
pub(crate) fn check<'p>(posts: impl Iterator<Item = &'p Post>, findings: &mut Diagnostics) {
    let (without, with): (Vec<_>, Vec<_>) = posts.partition(|post| post.description.is_empty());
    for post in with {
        length(&post.source.path, post.location_of("description"), &post.description, findings);
    }
    let mut without: Vec<_> = without.into_iter().filter(|post| !post.draft && !is_in_stream(post)).collect();
    without.sort_by_key(|post| &post.source.path);
    let Some(first) = without.first() else { return };
    let names: Vec<_> = without.iter().take(NAMED).map(|post| post.source.path.to_string_lossy()).collect();
    let which = match without.len() {
        1 => String::new(),
        files => {
            let more = if files > NAMED { " …" } else { "" };
            format!(" in {files} files: {}{more}", names.join(", "))
        }
    };
    missing(&first.source.path, first.location_of("title"), &which, findings);
}

fn is_in_stream(post: &Post) -> bool {
    post.collection.as_ref().is_some_and(|collection| collection.view == View::Stream)
}

/// Checks that of the site, which pages without one have. Nothing is reported if `site.toml` cannot be read.
pub(super) fn of_site(config: &Config, findings: &mut Diagnostics) {
    let (path, at) = (Path::new(FILE), config.location_of("description"));
    if !config.site.description.is_empty() {
        length(path, at, &config.site.description, findings);
    } else if config.is_written() {
        missing(path, at, "", findings);
    }
}

/// One finding for all files: an author who writes no descriptions needs no more.
fn missing(path: &Path, at: Location, which: &str, findings: &mut Diagnostics) {
    let remedy = format!("add one of at most {LONGEST} characters: search engines and link previews show it");
    findings.warning(path, at, format!("there is no description{which}"), remedy);
}

fn length(path: &Path, at: Location, description: &str, findings: &mut Diagnostics) {
    let length = description.chars().count();
    if length > LONGEST {
        let remedy = format!("shorten it to {LONGEST}: search engines and link previews cut off the rest");
        findings.warning(path, at, format!("the description has {length} characters"), remedy);
    }
}
