//! The command line. Native only, and the only place that knows today's date.

mod args;
mod browser;
mod build;
mod exchange;
mod hook;
pub mod host;
mod live;
mod lock;
mod npm;
mod project;
mod serve;
mod steps;
mod system;
mod test;
mod today;
mod tools;
mod trunk;
mod watch;
mod workshop;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use project::Project;

/// Runs the command that the arguments name. What went wrong is printed, and the code is then not zero.
#[must_use]
pub fn main() -> ExitCode {
    let Args { command } = Args::parse();
    let result = Project::find().and_then(|project| match command {
        Command::Serve(args) => serve::run(&project, args),
        Command::Build(args) => build::run(&project, args),
        Command::Test(args) => test::run(&project, &args),
        Command::Bundle => hook::run(&project),
    });
    result.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}
