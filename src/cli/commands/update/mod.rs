//! `update`: moves a site to a newer engine, and keeps what is the owner's. A clone merges the engine's sources; a site
//! without them lets its workflow publish with the version of this program.

mod git;
mod merge;
mod pin;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::cli::args::Update;
use crate::cli::distribution::Distribution;
use crate::cli::project::Project;

/// Updates as the engine is there: in source, or packaged.
pub(crate) fn run(project: &Project, args: &Update) -> Result<ExitCode> {
    let has_source = project.root().join("src").is_dir() && project.root().join("Cargo.toml").is_file();
    match (project.distribution(), &args.from) {
        (Distribution::Source, Some(from)) => merge::run(project, from),
        (Distribution::Source, None) => bail!(
            "name the branch to merge: after `git remote add engine <address>` and `git fetch engine`, \
             run `cargo site update engine/main`"
        ),
        (Distribution::Packaged(_), _) if has_source => {
            bail!("this folder has the sources of the engine: run `cargo site update engine/main`")
        }
        (Distribution::Packaged(_), Some(_)) => {
            bail!("a packaged engine has no sources to merge: run `personal-page update`")
        }
        (Distribution::Packaged(package), None) => pin::run(project, package),
    }
}
