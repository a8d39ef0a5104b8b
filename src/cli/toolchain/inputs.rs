//! A hash of all that a program is built from, to build it again only if something has changed.

use std::io;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::trunk::Profile;
use crate::cli::process::command;
use crate::cli::project::Project;

/// The hash of files and folders of the project with their paths, of the compiler and its flags. A path without a file
/// has no part in it.
pub(super) fn hash<'p>(
    project: &Project,
    profile: Profile,
    paths: impl IntoIterator<Item = &'p str>,
) -> Result<String> {
    let mut hash = Sha256::new();
    let mut add = |input: &[u8]| {
        // With its length, so that no two lists of inputs hash the same bytes.
        hash.update((input.len() as u64).to_le_bytes());
        hash.update(input);
    };
    add(profile.name().as_bytes());
    let compiler = command("rustc").current_dir(project.root()).arg("--version").output();
    add(&compiler.map(|said| said.stdout).unwrap_or_default());
    add(std::env::var_os("RUSTFLAGS").unwrap_or_default().as_encoded_bytes());
    for path in paths {
        for entry in WalkDir::new(project.root().join(path)).follow_links(true).sort_by_file_name() {
            let path = match entry {
                Ok(entry) if entry.file_type().is_file() => entry.into_path(),
                Err(error) if !is_missing(&error) => return Err(error).context("a source cannot be read"),
                _ => continue,
            };
            let bytes = std::fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
            add(path.strip_prefix(project.root()).unwrap_or(&path).as_os_str().as_encoded_bytes());
            add(&bytes);
        }
    }
    Ok(format!("{:x}", hash.finalize()))
}

fn is_missing(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
}
