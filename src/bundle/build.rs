//! Reads, prepares and checks the whole site.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::article::Prepared;
use super::article::resolve::{Addresses, Resolver};
use super::checks::foreign_syntax::found::Found;
use super::checks::{self, External};
use super::diagnostics::Diagnostics;
use super::input::config::settings::Settings;
use super::input::config::{Config, read_what_is_right};
use super::input::post::Post;
use super::input::posts::{Read, read_shown};
use super::input::site_files::SiteFiles;
use super::library::Library;
use super::library::index::Index;
use super::library::lists::order;
use super::options::Options;
use super::output::generated;
use super::output::paths::OutputPaths;
use super::remembered::Remembered;
use crate::content::{Route, Site};

/// The result of a check.
#[derive(Clone, Debug, Default)]
pub struct CheckReport {
    /// All errors and warnings.
    pub findings: Diagnostics,
    /// The links to other sites, which need a network to be checked.
    pub external: Vec<External>,
}

/// Reads and checks the owner's files, drafts included. Writes nothing but caches, and does not use `shell` and `out`
/// of the options.
#[must_use]
pub fn check(options: &Options) -> CheckReport {
    let SiteDraft { config, library, mut findings, drafts, .. } = SiteDraft::new(options, &Memory::default());
    let mut external = checks::external(&config, &library);
    if !drafts.is_empty() && !options.drafts {
        // With drafts it is another site: a link that is broken without them may resolve. So the findings in drafts
        // are those of the site with drafts, and all others those of the site without.
        let shown = SiteDraft::new(&Options { drafts: true, ..options.clone() }, &Memory::default());
        external.extend(checks::external(&config, &shown.library).into_iter().filter(|link| link.draft));
        findings.extend(shown.findings.in_drafts());
    }
    CheckReport { external, findings }
}

/// What a process that builds a site again and again remembers of its texts. An empty one remembers nothing.
#[derive(Default)]
pub struct Memory {
    pub(crate) posts: Remembered<Read>,
    pub(crate) prepared: Remembered<Prepared>,
    pub(crate) syntax: Remembered<Vec<Found>>,
}

impl Memory {
    /// Begins a build, in which texts that did not change since the last one are not read again.
    pub(crate) fn begin(&mut self) {
        self.posts.begin();
        self.prepared.begin();
        self.syntax.begin();
    }
}

/// The site with its mistakes: what has an error is left out, or kept as far as it is valid.
pub(crate) struct SiteDraft {
    pub(crate) config: Config,
    pub(crate) site: Arc<Site>,
    pub(crate) library: Library,
    pub(crate) places: OutputPaths,
    pub(crate) findings: Diagnostics,
    /// The files of all drafts, whether they are shown or not.
    drafts: BTreeSet<PathBuf>,
}

impl SiteDraft {
    /// Reads, indexes, resolves, prepares, lays out and checks.
    pub(crate) fn new(options: &Options, memory: &Memory) -> Self {
        let mut findings = Diagnostics::default();
        let config = read_what_is_right(&options.root, &mut findings);
        let (mut posts, drafts) = read_shown(options, &config, &memory.posts, &mut findings);
        let site = Arc::new(config.site(options, &mut findings));
        order(&mut posts);
        let settings = Settings { options, config: &config, site: &site };
        let index = Index::new(settings, &posts, &mut findings);
        let resolver = resolver(settings, &index, &posts);
        let library = Library::new(settings, index, resolver, posts, &memory.prepared, &mut findings);
        let places = OutputPaths::new(options, &library, &mut findings);
        checks::all(settings, &library, &places, &memory.syntax, &mut findings);
        findings.mark(&drafts);
        Self { config, site, library, places, findings, drafts }
    }
}

/// The resolver of all pages, generated files and former addresses.
fn resolver(settings: Settings<'_>, index: &Index, posts: &[Post]) -> Resolver {
    let Settings { options: Options { root, .. }, config, site } = settings;
    let made = generated::files(root, index).into_iter().map(|(path, _)| path).collect();
    let routes = index.routes().into_iter().chain(index.write.as_ref().map(|_| Route::Write)).collect();
    let pages = posts.iter().map(|post| (&post.source, post.route()));
    Resolver::new(SiteFiles::of(root), config, site, pages, Addresses { routes, made, aliases: index.aliases.clone() })
}
