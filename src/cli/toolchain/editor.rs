//! The editor: the programs of the page `/write/`. They are built after the readers' program, and kept until one of their
//! inputs changes. A shell has it in its folder `write/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::editor_files::{self, BINARIES};
use super::inputs::hash;
use super::tools::{TARGET, Tools};
use super::trunk::{FLAGS, Profile, remap};
use crate::cli::lock::Lock;
use crate::cli::process::{Stop, run};
use crate::cli::project::Project;
use crate::cli::remove::remove;

const PACKAGE: &str = "personal-page-editor";
/// The folder of its sources.
const SOURCES: &str = "tools/editor";
/// What it is made of: files and folders of the project.
const INPUTS: [&str; 7] = ["Cargo.toml", "Cargo.lock", ".cargo", "languages", "src", SOURCES, "rust-toolchain.toml"];
/// Its folder in a shell.
const FOLDER: &str = "write";

/// Puts the editor into a shell, if one is built and none of its inputs has changed since. `false` if it has to be built.
pub(crate) fn add_current(project: &Project, profile: Profile, shell: &Path) -> Result<bool> {
    // A packaged engine has it in its shell.
    if !project.distribution().is_source() || !project.root().join(SOURCES).is_dir() {
        return Ok(true);
    }
    let folder = folder(project, profile);
    let is_current =
        fs::read_to_string(stamp(&folder)).is_ok_and(|stamp| inputs(project, profile).is_ok_and(|now| now == stamp));
    if is_current {
        add(&folder, shell)?;
    }
    Ok(is_current)
}

/// Puts the editor into a shell: builds it now, if it has to be, and unless it is asked to stop. `begins` is told what
/// begins.
pub(crate) fn ensure(
    project: &Project,
    profile: Profile,
    shell: &Path,
    begins: &dyn Fn(&str),
    stop: &Stop,
) -> Result<()> {
    if add_current(project, profile, shell)? {
        return Ok(());
    }
    let folder = folder(project, profile);
    let _lock = Lock::wait(&folder.with_extension("lock"), "another command builds the editor")?;
    // The other command may have built it.
    if add_current(project, profile, shell)? {
        return Ok(());
    }
    let tools = Tools::ensure(project, begins)?;
    begins("Building the editor of /write/");
    // Read before, so that a file that changes meanwhile makes the editor out of date.
    let inputs = inputs(project, profile)?;
    let stamp = stamp(&folder);
    remove(&stamp).with_context(|| format!("{}: cannot be removed", stamp.display()))?;
    let Some(compiled) = compile(project, profile, stop)? else { return Ok(()) };
    editor_files::write(project, &tools, profile, &compiled, &folder)?;
    fs::write(&stamp, inputs).with_context(|| format!("{}: cannot be written", stamp.display()))?;
    add(&folder, shell)
}

/// Compiles the programs for the browser. Returns their folder; `None` if it was asked to stop.
fn compile(project: &Project, profile: Profile, stop: &Stop) -> Result<Option<PathBuf>> {
    let profile_name = match profile {
        Profile::Dev => "wasm-dev",
        Profile::Release => "wasm",
    };
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", PACKAGE, "--target", TARGET, "--profile", profile_name]);
    cargo.args(BINARIES.iter().flat_map(|binary| ["--bin", binary]));
    if profile == Profile::Release {
        cargo.env(FLAGS, remap(project));
    }
    let Some(status) = run(&mut cargo, stop).context("cargo cannot be run")? else { return Ok(None) };
    ensure!(status.success(), "the editor does not compile: cargo's errors are above");
    Ok(Some(project.target().join(TARGET).join(profile_name)))
}

/// Copies the files of the editor into a shell, in place of former ones.
fn add(folder: &Path, shell: &Path) -> Result<()> {
    let (to, part) = (shell.join(FOLDER), shell.with_extension("editor"));
    let names = |folder: &Path| -> BTreeSet<_> {
        folder.read_dir().into_iter().flatten().flatten().map(|file| file.file_name()).collect()
    };
    // Their names have the hash of their content.
    if names(folder) == names(&to) {
        return Ok(());
    }
    let copy = || {
        remove(&part)?;
        fs::create_dir_all(&part)?;
        for file in fs::read_dir(folder)? {
            let file = file?;
            fs::copy(file.path(), part.join(file.file_name()))?;
        }
        remove(&to)?;
        fs::rename(&part, &to)
    };
    copy().with_context(|| format!("{}: cannot be written", to.display()))
}

fn folder(project: &Project, profile: Profile) -> PathBuf {
    project.work("editor").join(profile.name())
}

/// The file that says what the editor was built from.
fn stamp(folder: &Path) -> PathBuf {
    folder.with_extension("inputs")
}

fn inputs(project: &Project, profile: Profile) -> Result<String> {
    hash(project, profile, INPUTS)
}
