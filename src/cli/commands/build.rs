//! `cargo site build`: builds the site to publish into `dist/`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::bundle::{Failure, Options, bundle};
use crate::cli::args::Build;
use crate::cli::lock::Lock;
use crate::cli::project::Project;
use crate::cli::swap_dirs::{exchange, prepare};
use crate::cli::terminal::diagnostics;
use crate::cli::terminal::exit::MISTAKES;
use crate::cli::today::today;
use crate::cli::toolchain::tools::Tools;
use crate::cli::toolchain::trunk::{self, Profile};

/// Builds into `dist/`. On any failure, `dist/` is left as it was.
pub(crate) fn run(project: &Project, args: Build) -> Result<ExitCode> {
    let _lock = Lock::wait(&project.work("build"), "another `cargo site build` is at work here")?;
    let start = Instant::now();
    let mut options = Options {
        shell: project.work("build/shell"),
        out: project.work("build/next"),
        url: args.url,
        search: true,
        lenient: args.lenient,
        previews: true,
        offline: true,
        ..Options::new(project.root().to_owned(), args.today.unwrap_or_else(|| today(project.root())))
    };
    // Trunk writes the base into the shell before the bundler reads any address: both must agree.
    options.base = args.base.or_else(|| options.path());
    prepare(&options.out, &project.dist())?;
    let tools = Tools::ensure(project)?;
    trunk::shell(project, &tools, Profile::Release, options.base.as_deref().unwrap_or("/"), &options.shell)?;
    let report = match bundle(&options) {
        Err(Failure::Mistakes(findings)) => {
            diagnostics::print(project.root(), &findings, args.all);
            return Ok(MISTAKES.into());
        }
        done => done?,
    };
    exchange(&options.out, &project.dist())?;
    diagnostics::print(project.root(), &report.findings, args.all);
    println!("{} pages in dist/, {:.1} s", report.pages, start.elapsed().as_secs_f64());
    Ok(ExitCode::SUCCESS)
}
