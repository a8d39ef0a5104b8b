//! `cargo site check`: checks a site without building it.

use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::{CheckReport, Options, check};
use crate::cli::args::Check;
use crate::cli::link_check;
use crate::cli::project::Project;
use crate::cli::terminal::diagnostics;
use crate::cli::terminal::exit::MISTAKES;
use crate::cli::today::today;

/// Checks what is published, and what is not yet. Fails on errors, and on warnings if they are denied.
pub(crate) fn run(project: &Project, args: &Check) -> Result<ExitCode> {
    let today = args.today.unwrap_or_else(|| today(project.root()));
    let options = Options { previews: true, ..Options::new(project.root().to_owned(), today) };
    let CheckReport { mut findings, external: links } = check(&options);
    if args.external {
        findings.extend(link_check::ask(links));
    }
    diagnostics::print(project.root(), &findings, args.all);
    let (errors, warnings) = findings.counts();
    // Warnings in drafts are never denied: a draft may be unfinished, and no reader sees it.
    let (_, in_drafts) = findings.counts_in_drafts();
    let denied = args.deny_warnings && warnings > in_drafts;
    if errors + warnings == 0 {
        println!("No mistakes.");
    }
    Ok(if errors > 0 || denied { MISTAKES.into() } else { ExitCode::SUCCESS })
}
