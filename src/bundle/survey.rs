//! The whole site, read and checked.

use std::sync::Arc;

use super::checks::{self, External};
use super::config::read_what_is_right;
use super::library::Library;
use super::places::Places;
use super::{Config, Diagnostics, Options, read_posts};
use crate::content::Site;

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What deserves a look.
    pub findings: Diagnostics,
    /// The links to other sites, which only a network can check.
    pub external: Vec<External>,
}

/// Reads the owner's files and checks them. Writes nothing but caches, and needs no `shell` and no `out`.
#[must_use]
pub fn check(options: &Options) -> Checked {
    let Survey { config, library, findings, .. } = Survey::new(options);
    Checked { external: checks::external(&config, &library), findings }
}

/// The site with its mistakes: what has one of its own is left out or as good as it can be.
pub(super) struct Survey {
    config: Config,
    pub(super) site: Arc<Site>,
    pub(super) library: Library,
    pub(super) places: Places,
    pub(super) findings: Diagnostics,
}

impl Survey {
    pub(super) fn new(options: &Options) -> Self {
        let mut findings = Diagnostics::default();
        let config = read_what_is_right(&options.root, &mut findings);
        let zone = config.timezone.as_ref();
        let posts = read_posts(&options.root, config.dialect, zone, options.lenient, &mut findings);
        let site = Arc::new(config.site(options, &mut findings));
        let posts = posts.into_iter().map(|post| post.seen_on(options.today));
        let posts = posts.filter(|post| options.drafts || !post.draft).collect();
        let library = Library::new(&config, &site, options, posts, &mut findings);
        let places = Places::new(options, &library, &mut findings);
        checks::all(options, &config, &site, &library, &mut findings);
        Self { config, site, library, places, findings }
    }
}
