//! The npm packages that check the site against standards. Installed under `target/`, from `tests/npm`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use super::system::{can_install, install, on_path};
use crate::cli::process::command;
use crate::cli::project::{Project, clear};

const LOCK: &str = "package-lock.json";
/// A copy of the lock file of the installed packages: written last, so that an incomplete installation is not used.
const INSTALLED: &str = "installed.json";

/// Installs the packages of `tests/npm`, and returns the folder of their `node_modules`. Does nothing if they are
/// installed. Missing node and npm are installed with apt-get.
pub(crate) fn ensure(project: &Project) -> Result<PathBuf> {
    programs()?;
    let (source, folder) = (project.root().join("tests/npm"), project.work("test/npm"));
    let lock =
        fs::read(source.join(LOCK)).with_context(|| format!("{}: cannot be read", source.join(LOCK).display()))?;
    if fs::read(folder.join(INSTALLED)).is_ok_and(|installed| installed == lock) {
        return Ok(folder);
    }
    clear(&folder)?;
    for name in ["package.json", LOCK] {
        copy(&source.join(name), &folder.join(name))?;
    }
    println!("Installing the packages of tests/npm/{LOCK}, once.");
    let mut npm = command("npm");
    npm.args(["ci", "--ignore-scripts", "--engine-strict", "--no-audit", "--no-fund"]);
    let status = npm.current_dir(&folder).stdin(Stdio::null()).status().context("npm cannot be run")?;
    ensure!(
        status.success(),
        "npm could not install the packages of tests/npm (its errors are above). If this machine is offline, connect it \
         once and run this again; if node is too old, install 18.19 or newer"
    );
    prune(&folder)?;
    copy(&folder.join(LOCK), &folder.join(INSTALLED))?;
    Ok(folder)
}

/// Removes what no test reads: of GitHub's descriptions, 380 MB are of its other products.
fn prune(folder: &Path) -> Result<()> {
    let descriptions = folder.join("node_modules/@octokit/openapi/generated");
    let unreadable = || format!("{}: cannot be read", descriptions.display());
    for entry in fs::read_dir(&descriptions).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if !path.ends_with("api.github.com.json") {
            fs::remove_file(&path).with_context(|| format!("{}: cannot be removed", path.display()))?;
        }
    }
    Ok(())
}

/// Makes sure that node and npm are on PATH.
fn programs() -> Result<()> {
    let there = || ["node", "npm"].into_iter().all(|program| on_path(program).is_some());
    if !there() {
        ensure!(
            can_install(),
            "the tests need node and npm: install Node.js 18.19 or newer (https://nodejs.org), so that `node` and \
             `npm` are on PATH"
        );
        install(&["nodejs", "npm"])?;
        ensure!(there(), "apt-get installed its packages, but `node` and `npm` are still not on PATH");
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| format!("{}: cannot be copied to {}", from.display(), to.display()))
}
