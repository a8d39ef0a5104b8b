//! `cargo site package`: makes one file of the whole engine, for machines without its source and without a compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::cli::args::Package;
use crate::cli::process::{Stop, command};
use crate::cli::project::{Project, clear};
use crate::cli::terminal::steps::Steps;
use crate::cli::toolchain::trunk::Profile;
use crate::cli::toolchain::{editor, shell};

const NAME: &str = "personal-page";
/// What is in the archive besides the program: its own licences, and that of the fonts in it.
const LICENCES: [(&str, &str); 3] = [
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("src/bundle/article/previews/fonts/OFL.txt", "LICENSE-FONTS"),
];

/// Writes the program, an archive with it, and the SHA-256 of both into `target/package/`.
pub(crate) fn run(project: &Project, args: &Package) -> Result<ExitCode> {
    let mut steps = Steps::new(4);
    let shell = steps.step("the page's program", || shell::ensure(project, Profile::Release, &|_| ()))?;
    steps.step("the editor", || editor::ensure(project, Profile::Release, &shell, &|_| (), &Stop::default()))?;
    let (program, target) = steps.step("the program with it", || compile(project, args.target.as_deref(), &shell))?;
    let folder = project.root().join("target/package");
    let archive = format!("{NAME}-{}-{target}", env!("CARGO_PKG_VERSION"));
    steps.step("the archive", || {
        clear(&folder)?;
        let bytes = fs::read(&program).with_context(|| format!("{}: cannot be read", program.display()))?;
        let name = program.file_name().unwrap_or_default().to_string_lossy().replace("-engine", "");
        let path = folder.join(&name);
        fs::copy(&program, &path).with_context(|| format!("{}: cannot be written", path.display()))?;
        let packed = pack(project, &archive, &name, &bytes).context("the archive cannot be made")?;
        write(&folder, &format!("{archive}.tar.gz"), &packed)?;
        write(&folder, &format!("{archive}.tar.gz.sha256"), sum(&packed, &format!("{archive}.tar.gz")).as_bytes())?;
        write(&folder, &format!("{archive}.sha256"), sum(&bytes, &name).as_bytes())
    })?;
    println!("{steps}");
    println!("target/package/{archive}.tar.gz");
    Ok(ExitCode::SUCCESS)
}

/// Compiles the program with the shell in it, for a system other than this one if one is named. Returns its path, and
/// the system it is for.
pub(crate) fn compile(project: &Project, target: Option<&str>, shell: &Path) -> Result<(PathBuf, String)> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--release", "--package", "personal-page-engine"]).env("SITE_SHELL", shell);
    // Otherwise it would be in a folder of that target.
    cargo.env_remove("CARGO_BUILD_TARGET");
    cargo.args(target.iter().flat_map(|target| ["--target", target]));
    ensure!(
        cargo.status().context("cargo cannot be run")?.success(),
        "the program does not compile: cargo's errors are above"
    );
    let (folder, target) = match target {
        Some(target) => (project.target().join(target), target.to_owned()),
        None => (project.target(), host(project)?),
    };
    let suffix = if target.contains("-windows-") { ".exe" } else { "" };
    Ok((folder.join("release").join(format!("personal-page-engine{suffix}")), target))
}

/// The system that the compiler runs on, as it names it.
fn host(project: &Project) -> Result<String> {
    let said = command("rustc").current_dir(project.root()).arg("-vV").output().context("rustc is not on PATH")?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).context("rustc does not name its host")
}

/// The archive: the same bytes for the same files, without times and owners.
fn pack(project: &Project, folder: &str, name: &str, program: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    let mut add = |name: &str, mode: u32, bytes: &[u8]| {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(mode);
        header.set_mtime(0);
        archive.append_data(&mut header, format!("{folder}/{name}"), bytes)
    };
    add(name, 0o755, program)?;
    for (path, name) in LICENCES {
        add(name, 0o644, &fs::read(project.root().join(path))?)?;
    }
    archive.into_inner()?.finish()
}

/// A line as `sha256sum` writes and checks it.
fn sum(bytes: &[u8], name: &str) -> String {
    format!("{:x}  {name}\n", Sha256::digest(bytes))
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, bytes).with_context(|| format!("{}: cannot be written", path.display()))
}
