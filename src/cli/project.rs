//! The project: its root, and the folders that commands use.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::distribution::Distribution;
use super::process::command;
use super::remove::remove;

/// The folder that holds `Cargo.toml`, `site.toml` and the posts.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
    distribution: Distribution,
}

impl Project {
    /// The project that cargo runs this program for, otherwise the one that contains the current folder.
    pub(crate) fn find(distribution: Distribution) -> Result<Self> {
        if let Some(root) = env::var_os("CARGO_MANIFEST_DIR").filter(|_| distribution.is_source()) {
            return Ok(Self { root: root.into(), distribution });
        }
        let here = env::current_dir().context("the current folder cannot be read")?;
        let is_project = |dir: &&Path| {
            dir.join("site.toml").is_file() || distribution.is_source() && dir.join("Cargo.toml").is_file()
        };
        let root = here.ancestors().find(is_project);
        let root = root.with_context(|| {
            format!("{}: no site.toml in this folder or above: run this in the folder of the site", here.display())
        })?;
        Ok(Self { root: root.to_owned(), distribution })
    }

    /// How the engine was distributed.
    pub(crate) fn distribution(&self) -> Distribution {
        self.distribution
    }

    /// The root folder of the project.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder in which a command builds. It is beside `dist`, not in a target folder that `CARGO_TARGET_DIR` may
    /// have put on another disk, because finished folders are moved and not copied.
    pub(crate) fn work(&self, name: &str) -> PathBuf {
        self.root.join("target/site").join(name)
    }

    /// The folder that cargo compiles into.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
    }

    /// The folder in which tools are installed.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// The cargo that runs this program, to be started in the project's folder.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }
}

/// Makes `dir` an empty folder, whatever an earlier command left at that path.
pub(crate) fn clear(dir: &Path) -> Result<()> {
    let cleared = remove(dir).and_then(|()| fs::create_dir_all(dir));
    cleared.with_context(|| {
        format!("{}: cannot be emptied: make its folder writable, and remove it by hand", dir.display())
    })
}
