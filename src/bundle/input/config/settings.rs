//! The settings of a build: from the command line, and from `site.toml`.

use super::Config;
use crate::bundle::options::Options;
use crate::content::Site;

/// The settings that all steps of a build are given.
#[derive(Clone, Copy)]
pub(crate) struct Settings<'a> {
    pub(crate) options: &'a Options,
    pub(crate) config: &'a Config,
    /// The site, at the URL of this build.
    pub(crate) site: &'a Site,
}
