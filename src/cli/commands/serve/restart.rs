//! Compiles this program anew and replaces it, after its own code has changed.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use crate::cli::args::Serve;
use crate::cli::project::Project;

/// Compiles this program.
pub(super) fn compile(project: &Project) -> Result<()> {
    println!("The source changed: compiling the program again.");
    let status = project.cargo().args(["build", "--quiet", "--release"]).status().context("cargo cannot be run")?;
    ensure!(status.success(), "the program does not compile: cargo's errors are in the terminal");
    Ok(())
}

/// Replaces this process by the newly compiled program, which serves in the same way. Open pages reconnect and reload.
pub(super) fn restart(project: &Project, serve: &Serve) -> Result<ExitCode> {
    let mut cargo: Command = project.cargo();
    cargo.args(["run", "--quiet", "--release", "--", "serve", "--base", &serve.base]);
    cargo.args(["--port", &serve.port.to_string()]).args(serve.hosts.iter().flat_map(|host| ["--host", host]));
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut cargo).into());
    #[cfg(not(unix))]
    return Ok(if cargo.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
}
