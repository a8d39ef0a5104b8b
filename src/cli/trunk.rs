//! Trunk makes the shell: `index.html` and the page's program, without any page of the site.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::project::Project;
use super::tools::Tools;

/// Tells the hook (`cargo site bundle`) to leave the shell as it is: `off`.
pub(super) const BUNDLE: &str = "SITE_BUNDLE";

/// How the page's program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// Quickly.
    Dev,
    /// As small as it gets.
    Release,
}

/// Builds the shell for `base` into `dist`. Trunk itself says what it does and what went wrong.
pub(super) fn shell(project: &Project, tools: &Tools, profile: Profile, base: &str, dist: &Path) -> Result<()> {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(project.root()).env("PATH", &tools.path).env(BUNDLE, "off");
    trunk.args(["build", "--skip-version-check", "--log", "warn", "--public-url", base, "--dist"]).arg(dist);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    // Trunk 0.21 stops at `NO_COLOR=1`: of the values that https://no-color.org allows it knows `true` alone.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    let status = trunk.status().context("Trunk cannot be run")?;
    ensure!(status.success(), "Trunk could not build the page's program: the reason is above");
    Ok(())
}
