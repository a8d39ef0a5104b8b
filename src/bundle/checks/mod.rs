//! Checks a prepared site for problems of readers, search engines and feed readers. Native only.

pub(crate) mod anchors;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod contrast;
pub(crate) mod descriptions;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod external;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod feed;
pub(crate) mod foreign_syntax;
pub(crate) mod headings;
pub(crate) mod hosts;
pub(crate) mod html;
pub(crate) mod links;
pub(crate) mod lints;
pub(crate) mod media;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod palette;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod runnable;
pub(crate) mod terms;
pub(crate) mod text;

#[cfg(not(target_arch = "wasm32"))]
use super::diagnostics::Diagnostics;
#[cfg(not(target_arch = "wasm32"))]
use super::input::config::settings::Settings;
#[cfg(not(target_arch = "wasm32"))]
use super::library::Library;
#[cfg(not(target_arch = "wasm32"))]
use super::output::paths::OutputPaths;
#[cfg(not(target_arch = "wasm32"))]
use super::remembered::Remembered;
#[cfg(not(target_arch = "wasm32"))]
use foreign_syntax::found::Found;

#[cfg(not(target_arch = "wasm32"))]
pub use external::External;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use external::external;

/// Checks a site whose posts are prepared. `syntax`: what is known of other engines' syntax in texts.
#[cfg(not(target_arch = "wasm32"))]
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
        media::check(post, findings);
        text::check(post, options.today, findings);
    }
    descriptions::check(library.entries.iter().map(|(post, _)| post), findings);
    descriptions::of_site(config, findings);
    html::check(config, &library.entries, findings);
    hosts::check(&config.policy, &library.entries, options.lenient, findings);
    let mut drawn = anchors::Drawn::new(library);
    for (post, prepared) in &library.entries {
        anchors::check(post, prepared, &library.resolver, &mut drawn, options.lenient, findings);
    }
    links::check(config, library, &mut drawn, options.lenient, findings);
    terms::check(library, findings);
    foreign_syntax::check(&foreign_syntax::find_all(library, syntax), findings);
    runnable::check(&options.root, library, places, findings);
    contrast::check(&options.root, &library.index.colors, findings);
    // Errors so far would be reported a second time as mistakes of the feed.
    if !findings.has_errors() {
        feed::check(config, site, library, findings);
    }
}
