//! The command line. Native only, and the only part that reads the clock for today's date.

pub(crate) mod args;
pub(crate) mod commands;
pub mod distribution;
pub(crate) mod link_check;
pub(crate) mod lock;
pub(crate) mod new_file;
pub(crate) mod open;
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

use anyhow::anyhow;
use args::{Command, parse};
use commands::{bench, build, check, fetch, import, init, new, package, serve, test, trunk_hook, update, write};
use distribution::Distribution;
use process::with_settings_of_cargo;
use project::Project;
use terminal::exit::failed;

/// Runs the command named by the arguments. Prints errors, and returns a non-zero exit code for them.
#[must_use]
pub fn main(distribution: Distribution) -> ExitCode {
    match with_settings_of_cargo() {
        Ok(None) => {}
        Ok(Some(code)) => return code,
        Err(error) => return failed(Path::new(""), &anyhow!("this program cannot start itself again: {error}")),
    }
    distribution.announce();
    let command = parse(distribution);
    if let Command::Init(args) = &command {
        return init::run(distribution, args).unwrap_or_else(|error| failed(Path::new(""), &error));
    }
    if let Command::Import(args) = &command
        && let Some(into) = &args.into
    {
        return import::run(into, args).unwrap_or_else(|error| failed(into, &error));
    }
    let run = |project: &Project| match command {
        Command::Serve(args) => serve::run(project, args),
        Command::Build(args) => build::run(project, args),
        Command::Check(args) => check::run(project, &args),
        Command::Fetch(args) => fetch::run(project, &args),
        Command::New(args) => new::run(project, &args),
        Command::Write(args) => write::run(project, &args),
        Command::Import(args) => import::run(project.root(), &args),
        Command::Test(args) => test::run(project, &args),
        Command::Bench => bench::run(project),
        Command::Package(args) => package::run(project, &args),
        Command::Bundle => trunk_hook::run(project),
        Command::Update(args) => update::run(project, &args),
        Command::Init(args) => init::run(distribution, &args),
    };
    match Project::find(distribution) {
        Ok(project) => run(&project).unwrap_or_else(|error| failed(project.root(), &error)),
        Err(error) => failed(Path::new(""), &error),
    }
}
