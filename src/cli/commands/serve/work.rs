//! Builds what is served: the pages on each change, and the shell that has the page's program.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Instant;

use anyhow::Result;

use crate::bundle::{BuiltSite, Memory, Options};
use crate::cli::distribution::Distribution;
use crate::cli::process::Stop;
use crate::cli::project::Project;
use crate::cli::server::current_site::CurrentSite;
use crate::cli::terminal::diagnostics;
use crate::cli::today::today;
use crate::cli::toolchain::trunk::Profile;
use crate::cli::toolchain::{editor, shell};

pub(super) struct Work {
    pub(super) project: Project,
    /// The base path of the site.
    pub(super) base: String,
    pub(super) site: CurrentSite,
    options: Options,
    memory: Mutex<Memory>,
    /// The folder of the shell that has the page's program. `None` until it is built for the first time.
    shell: RwLock<Option<PathBuf>>,
}

impl Work {
    /// Shows drafts. No previews: nobody links to a draft. No service worker: it would show an older state.
    pub(super) fn new(project: &Project, base: String) -> Result<Self> {
        let shell = match project.distribution() {
            Distribution::Source => {
                let shell = shell::current(project, Profile::Dev);
                shell.map(|shell| editor::add_current(project, Profile::Dev, &shell).map(|_| shell)).transpose()?
            }
            Distribution::Packaged(_) => Some(shell::ensure(project, Profile::Dev, &|_| ())?),
        };
        Ok(Self {
            options: Options {
                base: Some(base.clone()),
                drafts: true,
                ..Options::new(project.root().to_owned(), today(project.root()))
            },
            project: project.clone(),
            base,
            site: CurrentSite::default(),
            memory: Mutex::default(),
            shell: RwLock::new(shell),
        })
    }

    /// Whether pages have the page's program, of this or an earlier run of the command.
    pub(super) fn has_program(&self) -> bool {
        self.shell().is_some()
    }

    /// Builds the pages, prints what is wrong in them, and returns a summary.
    pub(super) fn rebuild(&self) -> Result<String> {
        let start = Instant::now();
        let shell = match (self.project.distribution(), self.shell()) {
            // Unpacks it again if it was deleted meanwhile.
            (Distribution::Packaged(_), _) => shell::ensure(&self.project, Profile::Dev, &|_| ())?,
            (Distribution::Source, Some(shell)) => shell,
            (Distribution::Source, None) => shell::without_program(&self.project)?,
        };
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        // The date changes while a server runs.
        let today = today(self.project.root());
        let site = BuiltSite::renewed(&Options { shell, today, ..self.options.clone() }, &mut memory)?;
        let report = site.report();
        self.site.show(site);
        diagnostics::print(self.project.root(), &report.findings, false);
        Ok(format!("{} pages, {:.2} s", report.pages, start.elapsed().as_secs_f64()))
    }

    /// Builds the page's program, after the tools that it needs. `begins` is told what begins.
    pub(super) fn build_program(&self, begins: &dyn Fn(&str)) -> Result<()> {
        let shell = shell::ensure(&self.project, Profile::Dev, begins)?;
        // Trunk has removed it from there.
        editor::add_current(&self.project, Profile::Dev, &shell)?;
        *self.shell.write().unwrap_or_else(PoisonError::into_inner) = Some(shell);
        Ok(())
    }

    /// Builds the editor, after the page's program.
    pub(super) fn build_editor(&self, begins: &dyn Fn(&str), stop: &Stop) -> Result<()> {
        let Some(shell) = self.shell() else { return Ok(()) };
        editor::ensure(&self.project, Profile::Dev, &shell, begins, stop)
    }

    /// Whether the editor is there, built from the sources as they are.
    pub(super) fn has_editor(&self) -> bool {
        let has = |shell: PathBuf| editor::add_current(&self.project, Profile::Dev, &shell);
        // An error is told by the build that follows.
        self.shell().is_some_and(|shell| has(shell).unwrap_or_default())
    }

    fn shell(&self) -> Option<PathBuf> {
        self.shell.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
