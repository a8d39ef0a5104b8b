//! The command line. Native only, and the only part that reads the clock for today's date.

pub(crate) mod args;
pub(crate) mod commands;
pub(crate) mod link_check;
pub(crate) mod lock;
pub(crate) mod process;
pub(crate) mod project;
pub(crate) mod remove;
pub mod server;
pub(crate) mod swap_dirs;
pub(crate) mod terminal;
pub(crate) mod today;
pub(crate) mod toolchain;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use commands::{bench, build, check, new, serve, test, trunk_hook};
use project::Project;
use terminal::exit::failed;

/// Runs the command named by the arguments. Prints errors, and returns a non-zero exit code for them.
#[must_use]
pub fn main() -> ExitCode {
    let Args { command } = Args::parse();
    let run = |project: &Project| match command {
        Command::Serve(args) => serve::run(project, args),
        Command::Build(args) => build::run(project, args),
        Command::Check(args) => check::run(project, &args),
        Command::New(args) => new::run(project, &args),
        Command::Test(args) => test::run(project, &args),
        Command::Bench => bench::run(project),
        Command::Bundle => trunk_hook::run(project),
    };
    match Project::find() {
        Ok(project) => run(&project).unwrap_or_else(|error| failed(project.root(), &error)),
        Err(error) => failed(Path::new(""), &error),
    }
}
