//! The workflow of a new site: it fetches one version of the packaged engine, by the SHA-256 of its program.

use std::env;
use std::fs;

use sha2::{Digest, Sha256};

use super::template::fill;
use crate::cli::distribution::{PUBLISHER, Package};

/// The path of the workflow in a site.
pub(crate) const WORKFLOW: &str = ".github/workflows/pages.yml";
/// The beginning of the line that names the engine.
pub(crate) const ENGINE: &str = "  ENGINE: ";
const TEXT: &str = include_str!("files/pages.yml");

/// A version of the engine, and where it is.
pub(crate) struct Pin {
    pub(crate) sha256: String,
    /// The system it was compiled for.
    pub(crate) target: &'static str,
    releases: String,
}

impl Pin {
    /// The version of this program, for the machines that publish.
    ///
    /// # Errors
    /// The reason why its SHA-256 there is not known.
    pub(crate) fn of(package: Package, releases: &str) -> Result<Self, &'static str> {
        let runs_there = package.target.starts_with("x86_64-") && package.target.contains("-linux-");
        let releases = releases.trim_end_matches('/').to_owned();
        if runs_there {
            let program = env::current_exe().and_then(fs::read).map_err(|_| "this program cannot be read")?;
            return Ok(Self { sha256: format!("{:x}", Sha256::digest(program)), target: package.target, releases });
        }
        let sha256 = package
            .publisher_sha256
            .ok_or("only the program of a release knows the SHA-256 of the one that runs on the machines of GitHub")?;
        Ok(Self { sha256: sha256.to_owned(), target: PUBLISHER, releases })
    }

    /// The whole workflow.
    pub(crate) fn workflow(&self) -> String {
        let engine = format!("{} {}", env!("CARGO_PKG_VERSION"), self.sha256);
        fill(TEXT, &[("engine", &engine), ("releases", &self.releases), ("target", self.target)])
    }
}
