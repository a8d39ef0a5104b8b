//! The links of `site.toml` that lead to places of the site.

use std::path::Path;

use super::anchors::{self, Drawn};
use crate::bundle::config::FILE;
use crate::bundle::library::Library;
use crate::bundle::resolve::Place;
use crate::bundle::{Config, Diagnostics};

pub(super) fn check(config: &Config, library: &Library, drawn: &mut Drawn, lenient: bool, findings: &mut Diagnostics) {
    for (at, link) in config.links.iter().filter(|(_, link)| !link.url.contains(':')) {
        let written = format!("/{}", link.url);
        let wrong = match library.resolver.resolve_from_root(&written) {
            Place::Nowhere(nowhere) => Some((nowhere.message(&written), nowhere.remedy)),
            Place::Here(address) => anchors::missing(library, drawn, &anchors::page(&address), &written),
            Place::Elsewhere | Place::File(..) | Place::Public(..) => None,
        };
        if let Some((message, remedy)) = wrong {
            findings.mistake(lenient, Path::new(FILE), *at, message, remedy);
        }
    }
}
