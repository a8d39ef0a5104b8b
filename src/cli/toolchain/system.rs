//! The system that the tests run on: which programs it has, and how it installs more.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::cli::process::command;

/// Where a program is on PATH, if it is.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

/// Whether this is Ubuntu, which has other names for some of Debian's packages.
pub(crate) fn is_ubuntu() -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    system.lines().any(|line| line == "ID=ubuntu")
}

/// Whether packages can be installed: with apt-get, as root or through sudo.
pub(crate) fn can_install() -> bool {
    on_path("apt-get").is_some() && sudo().is_some()
}

/// Installs packages with apt-get, as root or through sudo, and says so: the only thing that any command does outside
/// the project.
///
/// # Errors
/// If nobody may, or apt-get fails.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let sudo = sudo().context("neither root nor sudo is here")?;
    for words in [&["update"][..], &[&["install", "-y", "--no-install-recommends"], packages].concat()] {
        // sudo forgets the environment, so the setting is one of its own words.
        let line: Vec<_> = sudo.iter().map(String::as_str).chain(["apt-get"]).chain(words.iter().copied()).collect();
        println!("$ {}", line.join(" "));
        let mut apt_get = command(line[0]);
        apt_get.args(&line[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::inherit());
        let status = apt_get.status().with_context(|| format!("{} cannot be run", line[0]))?;
        ensure!(status.success(), "{} could not be installed: apt-get says why above", packages.join(" and "));
    }
    Ok(())
}

/// The words before a command that make it root's: none for root. `None` where there is no such way.
fn sudo() -> Option<Vec<String>> {
    let root = command("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    match root {
        true => Some(Vec::new()),
        false => Some(vec![on_path("sudo")?.display().to_string(), "DEBIAN_FRONTEND=noninteractive".to_owned()]),
    }
}
