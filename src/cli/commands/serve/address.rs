//! The address of the server that runs for this site, for other commands. It is beside the lock, which says whether the
//! server still runs.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::cli::project::Project;

fn file(project: &Project) -> PathBuf {
    project.work("serve").join("address")
}

/// Notes the address of the homepage.
pub(super) fn note(project: &Project, url: &str) -> io::Result<()> {
    fs::write(file(project), url)
}

/// Forgets the address of a former server.
pub(super) fn forget(project: &Project) -> io::Result<()> {
    match fs::remove_file(file(project)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The address that was noted. `None` while the server starts.
pub(crate) fn noted(project: &Project) -> Option<String> {
    fs::read_to_string(file(project)).ok()
}
