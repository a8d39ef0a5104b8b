//! Checks the links of `site.toml`, and those to authors in posts, that lead to pages and files of the site.

use std::path::Path;

#[cfg(not(target_arch = "wasm32"))]
use super::anchors::Drawn;
use super::anchors::{self, Ids};
use crate::bundle::article::resolve::Resolver;
use crate::bundle::article::resolve::place::Place;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::authors;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::input::config::{Config, FILE};
use crate::bundle::input::post::Post;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::library::Library;
use crate::content::Link;

/// Checks those of the site, and those of all posts.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn check(
    config: &Config,
    library: &Library,
    drawn: &mut Drawn<'_>,
    lenient: bool,
    findings: &mut Diagnostics,
) {
    for (at, link) in &config.links {
        one(Path::new(FILE), *at, link, &library.resolver, drawn, lenient, findings);
    }
    for (post, _) in &library.entries {
        of_authors(post, &library.resolver, drawn, lenient, findings);
    }
}

/// Checks the links to the authors of a post.
pub(crate) fn of_authors(
    post: &Post,
    resolver: &Resolver,
    ids: &mut dyn Ids,
    lenient: bool,
    findings: &mut Diagnostics,
) {
    for (at, link) in authors::links(post) {
        one(&post.source.path, at, &link, resolver, ids, lenient, findings);
    }
}

fn one(
    path: &Path,
    at: Location,
    link: &Link,
    resolver: &Resolver,
    ids: &mut dyn Ids,
    lenient: bool,
    findings: &mut Diagnostics,
) {
    let (written, place) = if link.url.contains(':') {
        (link.url.clone(), resolver.resolve_full(&link.url, &link.url))
    } else {
        let written = format!("/{}", link.url);
        let place = resolver.resolve_from_root(&written);
        (written, place)
    };
    let wrong = match place {
        Place::Nowhere(nowhere) => {
            let (severity, message) = (Severity::of_mistake(nowhere.is_warning(lenient)), nowhere.message(&written));
            findings.add(severity, nowhere.kind, path, at, message, nowhere.problem.remedy);
            None
        }
        Place::Here(address) => anchors::missing(ids, &address.route(), &written),
        Place::Elsewhere | Place::Folder(_) | Place::File(..) | Place::Public(..) => None,
    };
    if let Some(Problem { message, remedy }) = wrong {
        findings.mistake(lenient, path, at, message, remedy);
    }
}
