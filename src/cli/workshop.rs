//! Where a site is made: the shell by Trunk, the pages by the bundler, and then in one step the finished site.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::exchange::exchange;
use super::project::{Project, clear};
use super::tools::Tools;
use super::trunk::{self, Profile};
use crate::bundle::{Options, Report, bundle, index};
use crate::content::SEARCH;

/// A site in the making.
#[derive(Debug)]
pub(super) struct Workshop {
    pub(super) project: Project,
    pub(super) tools: Tools,
    pub(super) profile: Profile,
    /// What to bundle. `out` is a scratch folder here: the pages are moved from there to `live`.
    pub(super) options: Options,
    /// Where the finished site stands.
    pub(super) live: PathBuf,
}

impl Workshop {
    /// Builds the shell anew.
    pub(super) fn shell(&self) -> Result<()> {
        let base = self.options.base.as_deref().unwrap_or("/");
        trunk::shell(&self.project, &self.tools, self.profile, base, &self.options.shell)
    }

    /// Writes the pages, and puts the finished site in the place of the former one, which stays if anything fails.
    pub(super) fn pages(&self) -> Result<Report> {
        clear(&self.options.out)?;
        let report = bundle(&self.options)?;
        if !self.options.search {
            // The index of before stands until there is a newer one.
            let _ = fs::rename(self.live.join(SEARCH), self.options.out.join(SEARCH));
        }
        exchange(&self.options.out, &self.live)?;
        Ok(report)
    }

    /// Makes the search index anew, if the pages were written without.
    pub(super) fn index(&self) -> Result<()> {
        let mut options = self.options.clone();
        options.out = self.project.work("serve/index");
        clear(&options.out)?;
        index(&options)?;
        let place = self.live.join(SEARCH);
        clear(&place)?;
        exchange(&options.out.join(SEARCH), &place)
    }
}
