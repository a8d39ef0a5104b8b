//! The system that the tests run on: finds and installs programs.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::cli::process::command;

/// The path of a program on PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

/// Whether this is Ubuntu, where some of Debian's packages have other names.
pub(crate) fn is_ubuntu() -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    system.lines().any(|line| line == "ID=ubuntu")
}

/// Whether packages can be installed: with apt-get, as root or through sudo.
pub(crate) fn can_install() -> bool {
    on_path("apt-get").is_some() && sudo().is_some()
}

/// Installs packages with apt-get, as root or through sudo, and prints the commands: nothing else that a command does
/// is outside the project.
///
/// # Errors
/// Neither root nor sudo is available, or apt-get fails.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let sudo = sudo().context("this needs root, or sudo")?;
    for words in [&["update"][..], &[&["install", "-y", "--no-install-recommends"], packages].concat()] {
        // sudo drops the environment, so the variable is one of its arguments.
        let line: Vec<_> = sudo.iter().map(String::as_str).chain(["apt-get"]).chain(words.iter().copied()).collect();
        println!("$ {}", line.join(" "));
        let mut apt_get = command(line[0]);
        apt_get.args(&line[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::inherit());
        let status = apt_get.status().with_context(|| format!("{} cannot be run", line[0]))?;
        ensure!(status.success(), "{} could not be installed: apt-get's errors are above", packages.join(" and "));
    }
    Ok(())
}

/// The arguments that run a command as root: none if already root. `None` if there is no sudo.
fn sudo() -> Option<Vec<String>> {
    let root = command("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    if root {
        return Some(Vec::new());
    }
    Some(vec![on_path("sudo")?.display().to_string(), "DEBIAN_FRONTEND=noninteractive".to_owned()])
}
