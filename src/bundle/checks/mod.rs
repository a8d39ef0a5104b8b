//! What an author would want to know of a site that could be built: what a reader, a search engine or a feed reader
//! would stumble over.

mod anchors;
mod contrast;
mod descriptions;
mod external;
mod feed;
mod foreign_syntax;
mod headings;
mod html;
mod links;
mod lints;
mod palette;
mod runnable;
mod tags;
mod text;

use super::library::Library;
use super::places::Places;
use super::{Config, Diagnostics, Options};
use crate::content::Site;

pub use external::External;
pub(super) use external::external;

/// Checks a site whose posts are prepared.
pub(super) fn all(
    options: &Options,
    config: &Config,
    site: &Site,
    library: &Library,
    places: &Places,
    findings: &mut Diagnostics,
) {
    for (post, _) in &library.entries {
        headings::check(post, findings);
        lints::check(post, findings);
        text::check(post, options.today, findings);
    }
    descriptions::check(library, findings);
    descriptions::of_site(config, findings);
    html::check(config, library, findings);
    let mut drawn = anchors::Drawn::default();
    anchors::check(library, &mut drawn, options.lenient, findings);
    links::check(config, library, &mut drawn, options.lenient, findings);
    tags::check(library, findings);
    foreign_syntax::check(library, findings);
    runnable::check(&options.root, library, places, findings);
    contrast::check(&options.root, &library.colors, findings);
    // What is wrong already would be told a second time as a mistake of the feed.
    if !findings.has_errors() {
        feed::check(config, site, library, findings);
    }
}
