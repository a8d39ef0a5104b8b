//! Compiles this program anew and replaces it, after its own code has changed.

use std::env;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use crate::cli::project::Project;

/// Compiles this program.
pub(super) fn compile(project: &Project) -> Result<()> {
    println!("The source changed: compiling the program again.");
    let status = project.cargo().args(["build", "--quiet", "--release"]).status().context("cargo cannot be run")?;
    ensure!(status.success(), "the program does not compile: cargo's errors are in the terminal");
    Ok(())
}

/// Replaces this process by the newly compiled program, with the same arguments. Open pages reconnect and reload.
pub(super) fn restart(project: &Project) -> Result<ExitCode> {
    let mut cargo: Command = project.cargo();
    cargo.args(["run", "--quiet", "--release", "--"]).args(env::args_os().skip(1));
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut cargo).into());
    #[cfg(not(unix))]
    return Ok(if cargo.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
}
