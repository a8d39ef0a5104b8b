//! `cargo site build`: builds the site to publish into `dist/`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::bundle::{Diagnostics, Failure, Options, bundle, read_config};
use crate::cli::args::Build;
use crate::cli::distribution::command_name;
use crate::cli::lock::Lock;
use crate::cli::process::Stop;
use crate::cli::project::Project;
use crate::cli::swap_dirs::{exchange, prepare};
use crate::cli::terminal::diagnostics;
use crate::cli::terminal::exit::MISTAKES;
use crate::cli::today::today;
use crate::cli::toolchain::trunk::Profile;
use crate::cli::toolchain::{editor, shell};

/// Builds into `dist/`. On any failure, `dist/` is left as it was.
pub(crate) fn run(project: &Project, args: Build) -> Result<ExitCode> {
    let _lock = Lock::wait(&project.work("build"), &format!("another `{} build` runs here", command_name()))?;
    let start = Instant::now();
    let mut options = Options {
        out: project.work("build/next"),
        former: Some(project.dist()),
        base: args.base,
        url: args.url,
        search: true,
        lenient: args.lenient,
        previews: true,
        offline: true,
        ..Options::new(project.root().to_owned(), args.today.unwrap_or_else(|| today(project.root())))
    };
    prepare(&options.out, &project.dist())?;
    options.shell = shell::ensure(project, Profile::Release, &|_| ())?;
    if has_editor(project.root()) {
        editor::ensure(project, Profile::Release, &options.shell, &|_| (), &Stop::default())?;
    }
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

/// Whether the published site has the editor. Mistakes in `site.toml` are told by the bundler.
fn has_editor(root: &Path) -> bool {
    read_config(root, &mut Diagnostics::default()).is_some_and(|config| config.write.enabled)
}
