//! `cargo site test`: sets up what the tests need, and runs them once for each engine.

use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use crate::cli::args::Test;
use crate::cli::commands::package;
use crate::cli::process::Stop;
use crate::cli::project::Project;
use crate::cli::terminal::steps::Steps;
use crate::cli::toolchain::browser::{Engine, Programs};
use crate::cli::toolchain::npm;
use crate::cli::toolchain::tools::Tools;
use crate::cli::toolchain::trunk::Profile;
use crate::cli::toolchain::{editor, shell};

/// Runs all tests in Chromium and those of what a reader sees in the other engines, or the selected ones in one. A
/// failure stops neither later tests nor other engines, so that one run reports all failures. The tests read
/// `SITE_SHELL` (the folder of the built shell), `SITE_PACKAGED` (the packaged engine), `SITE_NPM` (a folder with `node_modules`), `SITE_ENGINE` and the variables that name the engine's programs.
pub(crate) fn run(project: &Project, args: &Test) -> Result<ExitCode> {
    let engines = match (&args.engine, args.rest.is_empty()) {
        (Some(engine), _) => std::slice::from_ref(engine),
        (None, true) => &Engine::ALL[..],
        (None, false) => &[Engine::Chromium],
    };
    let mut steps = Steps::new(6 + engines.len());
    let tools = steps.step("the tools that build the page's program", || Tools::ensure(project, &|_| ()))?;
    let browsers = steps.step("the browsers and their drivers", || browsers(project, &tools, engines))?;
    let packages = steps.step("the packages that check pages", || npm::ensure(project))?;
    let shell = steps.step("the page's program", || shell::ensure(project, Profile::Release, &|_| ()))?;
    steps.step("the editor", || editor::ensure(project, Profile::Release, &shell, &|_| (), &Stop::default()))?;
    let (packaged, _) = steps.step("the packaged engine", || package::compile(project, None, &shell))?;
    let mut failed = None;
    for (engine, programs) in browsers {
        let Some(programs) = programs else {
            steps.step(format!("no tests in {}: {}", engine.name(), engine.missing()), || Ok(()))?;
            continue;
        };
        let status = steps.step(format!("the tests in {}", engine.name()), || {
            let mut cargo = project.cargo();
            cargo.args(["test", "--release"]).args(words(engine, &args.rest));
            cargo.env("SITE_SHELL", &shell).env("SITE_PACKAGED", &packaged).env("SITE_NPM", &packages);
            cargo.env("SITE_ENGINE", engine.name()).envs(programs);
            cargo.status().context("cargo cannot be run")
        })?;
        if !status.success() {
            failed.get_or_insert((engine, status));
        }
    }
    println!("{steps}");
    let Some((engine, status)) = failed else { return Ok(ExitCode::SUCCESS) };
    println!("tests failed, first in {}: the names are above", engine.name());
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Arguments for cargo test: the author's, or everything in Chromium, and in other engines all but the tests that one
/// engine suffices for. Those of the editor end the driver of WebKitGTK when a picture is drawn.
fn words(engine: Engine, rest: &[String]) -> Vec<&str> {
    match (rest, engine) {
        ([], Engine::Chromium) => {
            vec!["--package", "personal-page", "--package", "personal-page-editor", "--no-fail-fast"]
        }
        ([], Engine::Firefox) => vec!["--test", "browser", "--", "--skip", "once::"],
        ([], Engine::WebKit) => vec!["--test", "browser", "--", "--skip", "once::", "--skip", "write::"],
        (rest, _) => rest.iter().map(String::as_str).collect(),
    }
}

/// The programs of each engine, if available.
///
/// # Errors
/// Chromium, or the only engine asked for, is not available.
fn browsers(project: &Project, tools: &Tools, engines: &[Engine]) -> Result<Vec<(Engine, Option<Programs>)>> {
    let programs = |&engine: &Engine| {
        let needed = engine == Engine::Chromium || engines.len() == 1;
        let programs = match engine.ensure(project, tools) {
            Err(error) if !needed => {
                eprintln!("{}: {error:#}", engine.name());
                None
            }
            programs => programs?,
        };
        ensure!(programs.is_some() || !needed, engine.missing());
        Ok((engine, programs))
    };
    engines.iter().map(programs).collect()
}
