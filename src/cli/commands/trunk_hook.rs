//! `cargo site bundle`: the hook that Trunk calls after the shell, so that plain `trunk build` and `trunk serve` work.

use std::env;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::bundle::{Options, bundle};
use crate::cli::project::Project;
use crate::cli::terminal::diagnostics;
use crate::cli::today::today;
use crate::cli::toolchain::trunk::BUNDLE;

/// Writes the pages into Trunk's staging folder, with drafts unless Trunk builds a release.
pub(crate) fn run(project: &Project) -> Result<ExitCode> {
    if env::var_os(BUNDLE).is_some_and(|value| value == "off") {
        return Ok(ExitCode::SUCCESS);
    }
    let staging =
        env::var_os("TRUNK_STAGING_DIR").context("only Trunk runs this command: run `cargo site build` instead")?;
    let draft = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let report = bundle(&Options {
        shell: staging.clone().into(),
        out: staging.into(),
        base: env::var("TRUNK_PUBLIC_URL").ok(),
        drafts: draft,
        search: !draft,
        previews: !draft,
        offline: !draft,
        ..Options::new(project.root().to_owned(), today(project.root()))
    })?;
    diagnostics::print(project.root(), &report.findings, false);
    Ok(ExitCode::SUCCESS)
}
