//! The editor: the program of the page `/write/`. It is built after the readers' program, and kept until one of its
//! inputs changes. A shell has it in its folder `write/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::glue;
use super::inputs::hash;
use super::tools::{TARGET, Tools};
use super::trunk::{FLAGS, Profile, remap};
use crate::cli::lock::Lock;
use crate::cli::process::{Stop, command, run};
use crate::cli::project::{Project, clear};
use crate::cli::remove::remove;

const PACKAGE: &str = "personal-page-editor";
const BINARY: &str = "write";
/// The folder of its sources.
const SOURCES: &str = "tools/editor";
/// What it is made of: files and folders of the project.
const INPUTS: [&str; 7] = ["Cargo.toml", "Cargo.lock", ".cargo", "languages", "src", SOURCES, "rust-toolchain.toml"];
/// The script that starts it, and the place of the name of its program there.
const START: (&str, &str) = ("tools/editor/start.js", "/* program */");
/// Its folder in a shell.
const FOLDER: &str = "write";
const NAME: &str = "editor";

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
    let Some(program) = compile(project, profile, stop)? else { return Ok(()) };
    bind(project, &tools, &program, &folder)?;
    fs::write(&stamp, inputs).with_context(|| format!("{}: cannot be written", stamp.display()))?;
    add(&folder, shell)
}

/// Compiles the program for the browser. Returns its path; `None` if it was asked to stop.
fn compile(project: &Project, profile: Profile, stop: &Stop) -> Result<Option<PathBuf>> {
    let profile_name = match profile {
        Profile::Dev => "wasm-dev",
        Profile::Release => "wasm",
    };
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", PACKAGE, "--bin", BINARY, "--target", TARGET, "--profile", profile_name]);
    if profile == Profile::Release {
        cargo.env(FLAGS, remap(project));
    }
    let Some(status) = run(&mut cargo, stop).context("cargo cannot be run")? else { return Ok(None) };
    ensure!(status.success(), "the editor does not compile: cargo's errors are above");
    Ok(Some(project.target().join(TARGET).join(profile_name).join(format!("{BINARY}.wasm"))))
}

/// Writes the program and its script into a folder, each named by its content.
fn bind(project: &Project, tools: &Tools, program: &Path, folder: &Path) -> Result<()> {
    let bound = folder.with_extension("part");
    clear(&bound)?;
    let mut bindgen = command("wasm-bindgen");
    bindgen.env("PATH", &tools.path).args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    let status = bindgen.arg(&bound).arg(program).status().context("wasm-bindgen cannot be run")?;
    ensure!(status.success(), "wasm-bindgen could not prepare the editor: the reason is above");
    let text = |path: &Path| fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()));
    let wasm = bound.join(format!("{NAME}_bg.wasm"));
    let wasm = fs::read(&wasm).with_context(|| format!("{}: cannot be read", wasm.display()))?;
    let name = format!("{NAME}-{}_bg.wasm", short_hash(&wasm));
    let start = text(&project.root().join(START.0))?.replacen(START.1, &name, 1);
    let script = glue::lean(&[text(&bound.join(format!("{NAME}.js")))?, start].concat());
    clear(folder)?;
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("{}: cannot be written", path.display()))
    };
    write(&name, &wasm)?;
    write(&format!("{NAME}-{}.js", short_hash(script.as_bytes())), script.as_bytes())?;
    remove(&bound).with_context(|| format!("{}: cannot be removed", bound.display()))
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

fn short_hash(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content))[..16].to_owned()
}
