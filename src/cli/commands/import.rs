//! `cargo site import`: brings a blog of another engine into a site, and checks the site.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::bundle::input::config::read_what_is_right;
use crate::bundle::input::config::site_url::origin_and_base;
use crate::bundle::input::conversation::FOLDER;
use crate::bundle::{BLOGROLL, CheckReport, Diagnostics, Options, POSTS, PUBLIC, RESUMES, check};
use crate::cli::args::Import as Args;
use crate::cli::terminal::diagnostics;
use crate::cli::terminal::exit::MISTAKES;
use crate::cli::today::today;
use crate::import::report::Report;
use crate::import::run::{Import, hold_apart, import};

/// Imports, checks, and writes the report. With `--dry-run`, all of this is done to a copy of the site, so that the
/// report is the same.
pub(crate) fn run(into: &Path, args: &Args) -> Result<ExitCode> {
    hold_apart(&args.what, into)?;
    let copy = args.dry_run.then(|| copy_of(into)).transpose()?;
    let root = copy.as_ref().map_or(into, TempDir::path);
    if let Some(url) = args.url.as_deref().filter(|url| origin_and_base(url).is_none()) {
        bail!("--url \"{url}\": it is not a full address: write one such as https://you.example/");
    }
    let order =
        Import { what: args.what.clone(), into: root.to_owned(), url: args.url.clone(), sitemap: args.sitemap.clone() };
    let report = import(&order, &|line| eprintln!("{line}"))?;
    let today = args.today.unwrap_or_else(|| today(root));
    let CheckReport { findings, .. } = check(&Options::new(root.to_owned(), today));
    let file = Report::file(into);
    // Saved before anything is printed: a closed pipe ends the program.
    if copy.is_none() {
        report.save(into, &findings).with_context(|| format!("{}: cannot be written", file.display()))?;
    }
    println!("{}", report.short());
    diagnostics::print(root, &findings, false);
    if copy.is_some() {
        println!("Nothing was written: this was a dry run.");
    } else {
        println!("The whole report is in {}.", file.display());
    }
    Ok(if findings.has_errors() { MISTAKES.into() } else { ExitCode::SUCCESS })
}

/// A copy of what an import and a check read of a site.
fn copy_of(root: &Path) -> Result<TempDir> {
    let copy = tempfile::tempdir().context("a folder for the dry run cannot be made")?;
    let collections = read_what_is_right(root, &mut Diagnostics::default()).collections;
    let parts = [POSTS, PUBLIC, FOLDER, "fonts", "languages", "site.toml", ".import.toml", ".gitignore", BLOGROLL];
    for part in parts.into_iter().chain(RESUMES).chain(collections.keys().map(String::as_str)) {
        for entry in WalkDir::new(root.join(part)).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let to = copy.path().join(entry.path().strip_prefix(root).unwrap_or(entry.path()));
            let copied = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(entry.path(), &to));
            copied.with_context(|| format!("{}: cannot be copied for the dry run", entry.path().display()))?;
        }
    }
    Ok(copy)
}
