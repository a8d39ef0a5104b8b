//! Checks a prepared site for problems of readers, search engines and feed readers. Native only.

pub(crate) mod anchors;
pub(crate) mod contrast;
pub(crate) mod descriptions;
pub(crate) mod external;
pub(crate) mod feed;
pub(crate) mod foreign_syntax;
pub(crate) mod headings;
pub(crate) mod hosts;
pub(crate) mod html;
pub(crate) mod links;
pub(crate) mod lints;
pub(crate) mod palette;
pub(crate) mod runnable;
pub(crate) mod tags;
pub(crate) mod text;

use super::diagnostics::Diagnostics;
use super::input::config::settings::Settings;
use super::library::Library;
use super::output::paths::OutputPaths;
use super::remembered::Remembered;
use foreign_syntax::found::Found;

pub use external::External;
pub(crate) use external::external;

/// Checks a site whose posts are prepared. `syntax`: what is known of other engines' syntax in texts.
pub(crate) fn all(
    settings: Settings<'_>,
    library: &Library,
    places: &OutputPaths,
    syntax: &Remembered<Vec<Found>>,
    findings: &mut Diagnostics,
) {
    let Settings { options, config, site } = settings;
    for (post, _) in &library.entries {
        headings::check(post, findings);
        lints::check(post, findings);
        text::check(post, options.today, findings);
    }
    descriptions::check(library, findings);
    descriptions::of_site(config, findings);
    html::check(config, library, findings);
    hosts::check(&config.policy, library, options.lenient, findings);
    let mut drawn = anchors::Drawn::default();
    anchors::check(library, &mut drawn, options.lenient, findings);
    links::check(config, library, &mut drawn, options.lenient, findings);
    tags::check(library, findings);
    foreign_syntax::check(library, syntax, findings);
    runnable::check(&options.root, library, places, findings);
    contrast::check(&options.root, &library.index.colors, findings);
    // Errors so far would be reported a second time as mistakes of the feed.
    if !findings.has_errors() {
        feed::check(config, site, library, findings);
    }
}
