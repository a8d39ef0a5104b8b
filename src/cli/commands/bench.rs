//! `cargo site bench`: times the renderer, the bundler and the finished site.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::cli::project::Project;
use crate::cli::terminal::steps::Steps;
use crate::cli::toolchain::browser::Engine;
use crate::cli::toolchain::shell;
use crate::cli::toolchain::tools::Tools;
use crate::cli::toolchain::trunk::Profile;

/// Times native code, then the site on a simulated phone, against the same pages without the program.
pub(crate) fn run(project: &Project) -> Result<ExitCode> {
    let mut steps = Steps::new(5);
    let tools = steps.step("the tools that build the page's program", || Tools::ensure(project, &|_| ()))?;
    let browser = steps.step("a browser and its driver", || {
        Engine::Chromium.ensure(project, &tools)?.context(Engine::Chromium.missing())
    })?;
    let shell = steps.step("the page's program", || shell::ensure(project, Profile::Release, &|_| ()))?;
    let run = |cargo: &mut Command| cargo.status().context("cargo cannot be run");
    let native =
        steps.step("the renderer and the bundler", || run(project.cargo().args(["bench", "--bench", "speed"])))?;
    let felt = steps.step("the site on a phone, with and without its program", || {
        let mut cargo = project.cargo();
        cargo.args(["test", "--release", "--test", "browser", "--", "--ignored", "--nocapture", "once::felt::"]);
        run(cargo.env("SITE_SHELL", &shell).envs(browser))
    })?;
    println!("{steps}");
    Ok(if native.success() && felt.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
