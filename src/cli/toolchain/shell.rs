//! The shell: `index.html` with the style and the page's program. Built once for all base paths, and kept until one of
//! its inputs changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::inputs::hash;
use super::plain_shell::{self, asset};
use super::shrink::shrink;
use super::tools::Tools;
use super::trunk::{self, Profile};
use crate::cli::distribution::{Distribution, ShellFiles};
use crate::cli::lock::Lock;
use crate::cli::project::{Project, clear};
use crate::cli::remove::remove;

/// What the shell is made of, besides what `index.html` names: files and folders of the project.
const INPUTS: [&str; 8] =
    ["index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", ".cargo", "src", "style", "rust-toolchain.toml"];
/// Printed once of an engine that `cargo install` compiled.
const WITHOUT_PROGRAM: &str =
    "This engine has no program for pages: they are complete, and the browser loads each of them anew.";
static NO_PROGRAM: Once = Once::new();

/// The folder of the current shell of a project with sources, if none of its inputs has changed since it was built.
pub(crate) fn current(project: &Project, profile: Profile) -> Option<PathBuf> {
    let folder = folder(project, profile);
    let built_from = fs::read_to_string(stamp(&folder)).ok()?;
    let is_current = folder.join("index.html").is_file() && built_from == inputs(project, profile).ok()?;
    is_current.then_some(folder)
}

/// The folder of the current shell: built now, and the tools installed before, if it has to be. `begins` is told what
/// begins.
pub(crate) fn ensure(project: &Project, profile: Profile, begins: &dyn Fn(&str)) -> Result<PathBuf> {
    if let Distribution::Packaged(package) = project.distribution() {
        return unpack(project, package.shell);
    }
    let folder = folder(project, profile);
    let _lock = Lock::wait(&folder.with_extension("lock"), "another command builds the page's program")?;
    if let Some(folder) = current(project, profile) {
        return Ok(folder);
    }
    let tools = Tools::ensure(project, begins)?;
    begins("Building the page's program");
    // Read before, so that a file that changes meanwhile makes the shell out of date.
    let inputs = inputs(project, profile)?;
    let stamp = stamp(&folder);
    // A build that is killed leaves no shell that could be taken for another one.
    remove(&stamp).with_context(|| format!("{}: cannot be removed", stamp.display()))?;
    trunk::build(project, &tools, profile, &folder)?;
    if profile == Profile::Release {
        shrink(&folder)?;
    }
    fs::write(&stamp, inputs).with_context(|| format!("{}: cannot be written", stamp.display()))?;
    Ok(folder)
}

/// Writes the shell of a packaged engine to a folder of its own content, so that other versions do no harm.
fn unpack(project: &Project, files: ShellFiles) -> Result<PathBuf> {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name);
        hash.update(bytes);
    }
    let folder = project.work("shell").join(&format!("{:x}", hash.finalize())[..16]);
    let _lock = Lock::wait(&folder.with_extension("lock"), "another command unpacks the page's program")?;
    let is_whole = |(name, bytes): &(&str, &[u8])| {
        folder.join(name).metadata().is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
    };
    if !files.iter().any(|(name, _)| name.ends_with(".wasm")) {
        NO_PROGRAM.call_once(|| eprintln!("{WITHOUT_PROGRAM}"));
    }
    if files.iter().all(is_whole) {
        return Ok(folder);
    }
    let unpacked = folder.with_extension("part");
    clear(&unpacked)?;
    for (name, bytes) in files {
        let path = unpacked.join(name);
        let folders = path.parent().map_or(Ok(()), fs::create_dir_all);
        folders
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("{}: cannot be written", path.display()))?;
    }
    remove(&folder).with_context(|| format!("{}: cannot be replaced", folder.display()))?;
    fs::rename(&unpacked, &folder).with_context(|| format!("{}: cannot be written", folder.display()))?;
    Ok(folder)
}

/// A shell of the style alone, for the time in which there is no program: its pages are complete and readable.
pub(crate) fn without_program(project: &Project) -> Result<PathBuf> {
    let folder = project.work("shell/without-program");
    let read = |path: &str| {
        let path = project.root().join(path);
        fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))
    };
    let html = plain_shell::of(&read("index.html")?, read)?;
    clear(&folder)?;
    let index = folder.join("index.html");
    fs::write(&index, html).with_context(|| format!("{}: cannot be written", index.display()))?;
    Ok(folder)
}

fn folder(project: &Project, profile: Profile) -> PathBuf {
    project.work("shell").join(profile.name())
}

/// The file that says what a shell was built from. It is beside the folder, whose files are published.
fn stamp(folder: &Path) -> PathBuf {
    folder.with_extension("inputs")
}

/// A hash of all that the shell is made of.
fn inputs(project: &Project, profile: Profile) -> Result<String> {
    let index = fs::read_to_string(project.root().join("index.html")).unwrap_or_default();
    hash(project, profile, INPUTS.into_iter().chain(index.lines().filter_map(asset)))
}
