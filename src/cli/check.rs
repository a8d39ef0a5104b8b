//! `cargo site check`: everything that can be told of a site without building it.

use std::process::ExitCode;

use anyhow::Result;

use super::args::Check;
use super::project::Project;
use super::today::today;
use super::{MISTAKES, draw, external};
use crate::bundle::{Checked, Options, check};

/// Checks what would be published. Fails where there are errors, or warnings that are denied.
pub(super) fn run(project: &Project, args: &Check) -> Result<ExitCode> {
    let today = args.today.unwrap_or_else(|| today(project.root()));
    let options = Options { previews: true, ..Options::new(project.root().to_owned(), today) };
    let Checked { mut findings, external: links } = check(&options);
    if args.external {
        findings.extend(external::ask(links));
    }
    draw::print(project.root(), &findings);
    Ok(match findings.counts() {
        (0, 0) => {
            println!("No mistakes.");
            ExitCode::SUCCESS
        }
        (0, _) if !args.deny_warnings => ExitCode::SUCCESS,
        _ => MISTAKES.into(),
    })
}
