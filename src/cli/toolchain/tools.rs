//! The tools that build the page's program: the wasm32 target, Trunk and wasm-bindgen; and Firefox's driver, for the
//! tests. Installed under `target/`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use super::system::on_path;
use crate::cli::lock::Lock;
use crate::cli::process::command;
use crate::cli::project::Project;

pub(super) const TARGET: &str = "wasm32-unknown-unknown";
/// The newest Trunk that compiles with the Rust of `rust-version`.
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
/// Builds without optimisation: a tool runs for a second or two, which does not repay minutes of compilation.
const QUICK: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];
/// The package to install for wasm-bindgen.
const WASM_BINDGEN: &str = "tools/wasm-bindgen";

/// The installed tools.
#[derive(Clone, Debug)]
pub(crate) struct Tools {
    /// The `PATH` for child processes that use them.
    pub(crate) path: OsString,
}

impl Tools {
    /// Installs missing tools, and prints what and why. Does nothing if all are installed. `begins` is told what begins.
    pub(crate) fn ensure(project: &Project, begins: &dyn Fn(&str)) -> Result<Self> {
        let folder = project.tools();
        let others = env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(folder.join("bin")).chain(env::split_paths(&others));
        let tools = Self { path: env::join_paths(folders).context("target/tools/bin cannot be added to PATH")? };

        let lock = project.root().join("Cargo.lock");
        let lock = fs::read_to_string(&lock).with_context(|| format!("{}: cannot be read", lock.display()))?;
        let bindgen = locked(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen: restore it from git")?;

        // Two commands would remove each other's compiled files.
        let _lock = Lock::wait(&folder, "another command installs the tools")?;
        wasm_target(project, begins)?;
        if !tools.has("trunk", TRUNK) {
            begins("Installing Trunk, which builds the page's program");
            if !fetch(project, &folder, "trunk", TRUNK) || !tools.has("trunk", TRUNK) {
                println!("Trunk {TRUNK} builds the page's program. It is compiled once, about 4 minutes on two cores.");
                // Without its default: TLS, and a client of crates.io that looks for a newer Trunk.
                install(project, &folder, "trunk", TRUNK, &["trunk", "--version", TRUNK, "--no-default-features"])?;
            }
        }
        if !tools.has("wasm-bindgen", bindgen) {
            println!("wasm-bindgen {bindgen} must be exactly the version in Cargo.lock. About 2 minutes, once.");
            begins("Installing wasm-bindgen, which Trunk needs");
            install(project, &folder, "wasm-bindgen", bindgen, &["--path", WASM_BINDGEN])?;
        }
        Ok(tools)
    }

    /// Firefox's driver: from PATH, otherwise installed like the other tools.
    pub(crate) fn geckodriver(&self, project: &Project) -> Result<PathBuf> {
        let folder = project.tools();
        let installed = folder.join("bin/geckodriver");
        if let Some(found) = on_path("geckodriver").or_else(|| installed.is_file().then(|| installed.clone())) {
            return Ok(found);
        }
        println!("geckodriver {GECKODRIVER} drives Firefox in the tests. It is compiled once, about 2 minutes.");
        install(project, &folder, "geckodriver", GECKODRIVER, &["geckodriver", "--version", GECKODRIVER])?;
        Ok(installed)
    }

    /// Whether `program --version` prints `program version`. Trunk, too, accepts only the exact version.
    fn has(&self, program: &str, version: &str) -> bool {
        let said = command(program).arg("--version").env("PATH", &self.path).output();
        said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).split_whitespace().nth(1) == Some(version))
    }
}

/// Adds the compiler's wasm32 target if it is missing.
fn wasm_target(project: &Project, begins: &dyn Fn(&str)) -> Result<()> {
    let mut rustc = command("rustc");
    let said = rustc.current_dir(project.root()).args(["--print", "sysroot"]).output();
    let sysroot = String::from_utf8(said.context("rustc is not on PATH: install Rust from https://rustup.rs")?.stdout)?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("The compiler's {TARGET} target is missing. rustup adds it, once.");
    begins("Installing the compiler's target for browsers");
    let status = command("rustup").current_dir(project.root()).args(["target", "add", TARGET]).status();
    let status = status.with_context(|| {
        format!("this Rust was not installed by rustup: install its {TARGET} target, or Rust from https://rustup.rs")
    })?;
    ensure!(status.success(), "rustup could not add {TARGET}: connect to the internet once and run this again");
    Ok(())
}

/// Fetches a tool ready-made, if the machine has `cargo binstall`. Whether it could be had.
fn fetch(project: &Project, folder: &Path, name: &str, version: &str) -> bool {
    if on_path("cargo-binstall").is_none() {
        return false;
    }
    println!("cargo binstall fetches {name} {version}.");
    let mut cargo = project.cargo();
    cargo.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(folder);
    let status = cargo.arg(format!("{name}@{version}")).stdin(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Installs a tool from `source`, with the dependencies of its lock file, which its authors, or we, have tested.
/// Compiled files are kept until it is installed, so that a retry continues.
fn install(project: &Project, folder: &Path, name: &str, version: &str, source: &[&str]) -> Result<()> {
    let build: PathBuf = folder.join("build");
    let mut cargo = project.cargo();
    // By force, because cargo replaces no program that another package installed, as wasm-bindgen-cli did here.
    cargo.args(["install", "--locked", "--force"]).args(source).arg("--root").arg(folder).envs(QUICK);
    cargo.env("CARGO_TARGET_DIR", &build).stdin(Stdio::null());
    if !cargo.status().context("cargo cannot be run")?.success() {
        bail!(
            "{name} {version} could not be installed (cargo's errors are above). \
             If this machine is offline, connect it once and run this again, or put {name} {version} on PATH."
        );
    }
    // Best effort: a failed cleanup must not fail the installation.
    let _ = fs::remove_dir_all(&build);
    Ok(())
}

/// The version of `package` in a Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{WASM_BINDGEN, locked};

    #[test]
    fn the_locked_version_is_the_one_of_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.99\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm"), None);
    }

    #[test]
    fn wasm_bindgen_is_installed_in_the_version_of_the_program() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let lock = |folder: &str| fs::read_to_string(root.join(folder).join("Cargo.lock")).expect("a lock file");
        let (program, tool) = (lock(""), lock(WASM_BINDGEN));
        assert_eq!(locked(&tool, "wasm-bindgen-cli"), locked(&program, "wasm-bindgen"));
    }
}
