//! Checks the links of `site.toml`, and those to authors in posts, that lead to pages and files of the site.

use std::path::Path;

use super::anchors::{self, Drawn};
use crate::bundle::article::resolve::place::Place;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::authors;
use crate::bundle::input::config::{Config, FILE};
use crate::bundle::library::Library;

pub(super) fn check(
    config: &Config,
    library: &Library,
    drawn: &mut Drawn<'_>,
    lenient: bool,
    findings: &mut Diagnostics,
) {
    let own = config.links.iter().map(|(at, link)| (Path::new(FILE), *at, link.clone()));
    let posts = library.entries.iter().map(|(post, _)| post);
    let to_authors =
        posts.flat_map(|post| authors::links(post).map(|(at, link)| (post.source.path.as_path(), at, link)));
    for (path, at, link) in own.chain(to_authors) {
        let (written, place) = if link.url.contains(':') {
            (link.url.clone(), library.resolver.resolve_full(&link.url, &link.url))
        } else {
            let written = format!("/{}", link.url);
            let place = library.resolver.resolve_from_root(&written);
            (written, place)
        };
        let wrong = match place {
            Place::Nowhere(nowhere) => {
                let (severity, message) =
                    (Severity::of_mistake(nowhere.is_warning(lenient)), nowhere.message(&written));
                findings.add(severity, nowhere.kind, path, at, message, nowhere.problem.remedy);
                None
            }
            Place::Here(address) => anchors::missing(drawn, &address.route(), &written),
            Place::Elsewhere | Place::Folder(_) | Place::File(..) | Place::Public(..) => None,
        };
        if let Some(Problem { message, remedy }) = wrong {
            findings.mistake(lenient, path, at, message, remedy);
        }
    }
}
