//! Builds the shell with Trunk: `index.html` and the page's program, without any page of the site.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::tools::Tools;
use crate::cli::process::command;
use crate::cli::project::Project;
use crate::cli::remove::remove;

/// Tells the hook (`cargo site bundle`) to do nothing: `off`.
pub(crate) const BUNDLE: &str = "SITE_BUNDLE";

/// Compiler flags for the programs of pages only, so that the bundler, which the hook starts, is not recompiled.
pub(super) const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// How the page's program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For a fast build.
    Dev,
    /// For a small program.
    Release,
}

impl Profile {
    /// Its name in paths.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }
}

/// Builds the shell into `dist`. Its addresses are relative: the bundler puts the base path before them. Trunk prints
/// its own progress and errors.
pub(super) fn build(project: &Project, tools: &Tools, profile: Profile, dist: &Path) -> Result<()> {
    if !dist.is_dir() {
        remove(dist).with_context(|| format!("{}: cannot be removed: remove it by hand", dist.display()))?;
    }
    let mut trunk = command("trunk");
    trunk.current_dir(project.root()).env("PATH", &tools.path).env(BUNDLE, "off");
    trunk.args(["build", "--skip-version-check", "--log", "warn", "--public-url", "./", "--dist"]).arg(dist);
    if profile == Profile::Release {
        trunk.arg("--release").env(FLAGS, remap(project));
    }
    // Trunk 0.21 fails at `NO_COLOR=1`: of the values that https://no-color.org allows, it accepts only `true`.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    let status = trunk.status().context("Trunk cannot be run")?;
    ensure!(status.success(), "Trunk could not build the page's program: the reason is above");
    Ok(())
}

/// Compiler flags that remove this machine's paths from panic messages: they are private, take space, and would make
/// the output differ between machines.
pub(super) fn remap(project: &Project) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let registries = home.join("registry/src").read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = registries.chain([project.root().to_owned()]).map(|folder| folder.display().to_string());
    // The variable is split at white space, so folders with white space are left out.
    let flags = folders.filter(|folder| !folder.contains(char::is_whitespace));
    flags.map(|folder| format!("--remap-path-prefix={folder}/= ")).collect()
}
