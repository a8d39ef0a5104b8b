//! `cargo site test`: all that the tests need, and then the tests.

use std::process::ExitCode;

use anyhow::{Context, Result};

use super::args::Test;
use super::browser::Browser;
use super::npm;
use super::project::Project;
use super::steps::Steps;
use super::tools::Tools;
use super::trunk::{Profile, shell};

/// Runs every test. The tests find what was prepared for them in `SITE_SHELL_ROOT`, `SITE_SHELL_REPO`
/// (the shells for `/` and `/repo/`), `CHROMIUM`, `CHROMEDRIVER` and `SITE_NPM` (a folder with `node_modules`).
pub(super) fn run(project: &Project, args: &Test) -> Result<ExitCode> {
    let mut steps = Steps::new(6);
    let tools = steps.step("the tools that build the page's program", || Tools::ensure(project))?;
    let browser = steps.step("a browser and its driver", Browser::ensure)?;
    let packages = steps.step("the packages that check pages", || npm::ensure(project))?;
    let (root, repo) = (project.work("test/root"), project.work("test/repo"));
    steps.step("the page's program for /", || shell(project, &tools, Profile::Release, "/", &root))?;
    steps.step("the page's program for /repo/", || shell(project, &tools, Profile::Release, "/repo/", &repo))?;
    let status = steps.step("the tests", || {
        let mut cargo = project.cargo();
        cargo.args(["test", "--release"]).args(&args.rest);
        cargo.env("SITE_SHELL_ROOT", &root).env("SITE_SHELL_REPO", &repo);
        cargo.env("CHROMIUM", &browser.chromium).env("CHROMEDRIVER", &browser.chromedriver);
        cargo.env("SITE_NPM", &packages);
        cargo.status().context("cargo cannot be run")
    })?;
    println!("{steps}");
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
