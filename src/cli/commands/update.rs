//! `update`: brings a newer engine to a site, and keeps what is the owner's. A clone merges the engine's sources; a site
//! without them lets its workflow publish with the version of this program.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};

use super::init::workflow::{ENGINE, Pin, WORKFLOW};
use crate::cli::args::Update;
use crate::cli::engine::{Engine, Package};
use crate::cli::process::command;
use crate::cli::project::Project;

const CHANGES: &str = include_str!("../../../CHANGELOG.md");
/// What is the owner's: the engine never changes it.
const OWNERS: [&str; 4] = ["posts", "public", "fonts", "site.toml"];

/// Updates as the engine is there: in source, or packaged.
pub(crate) fn run(project: &Project, args: &Update) -> Result<ExitCode> {
    match (project.engine(), &args.from) {
        (Engine::Source, Some(from)) => merge(project, from),
        (Engine::Source, None) => bail!(
            "name what to merge: after `git remote add engine <address>` and `git fetch engine`, say `cargo site update engine/main`"
        ),
        (Engine::Packaged(_), Some(_)) => bail!("a packaged program merges nothing: say `personal-page update`"),
        (Engine::Packaged(package), None) => pin(project, package),
    }
}

/// Writes one line of the workflow, and prints what has changed since the version that was there.
fn pin(project: &Project, package: Package) -> Result<ExitCode> {
    let path = project.root().join(WORKFLOW);
    let text = fs::read_to_string(&path).with_context(|| format!("{WORKFLOW}: cannot be read"))?;
    let Some(line) = text.lines().find(|line| line.starts_with(ENGINE)) else {
        bail!("{WORKFLOW}: no line begins with \"{ENGINE}\", which names the version and the SHA-256 of the engine");
    };
    let pin = Pin::of(package, "").map_err(anyhow::Error::msg)?;
    let (before, now) = (line[ENGINE.len()..].trim(), pin.line());
    if before == now {
        println!("The site is published with this version already: {}", env!("CARGO_PKG_VERSION"));
        return Ok(ExitCode::SUCCESS);
    }
    let version = before.split_whitespace().next().unwrap_or_default();
    println!("{}\n", changes_since(CHANGES, version));
    // One line changes, and nothing else of what the owner may have written.
    let updated = text.replacen(line, &format!("{ENGINE}{now}"), 1);
    fs::write(&path, updated).with_context(|| format!("{WORKFLOW}: cannot be written"))?;
    println!("{WORKFLOW}: {version} is now {}. Commit it and push.", env!("CARGO_PKG_VERSION"));
    Ok(ExitCode::SUCCESS)
}

/// Merges a newer engine, and takes back what the merge did to the owner's files: the engine's own posts and settings
/// change as well, and would be in conflict with what the owner wrote in their place.
fn merge(project: &Project, from: &str) -> Result<ExitCode> {
    let git = |words: &[&str]| {
        let mut git = command("git");
        git.current_dir(project.root()).args(words);
        git.output().context("git cannot be run")
    };
    let clean = git(&["status", "--porcelain", "--untracked-files=no"])?;
    ensure!(clean.status.success(), "{}", String::from_utf8_lossy(&clean.stderr).trim());
    ensure!(clean.stdout.is_empty(), "there are changes that are not committed: commit them, and run this again");
    let merged = git(&["merge", "--no-commit", "--no-ff", from])?;
    let in_merge = git(&["rev-parse", "--quiet", "--verify", "MERGE_HEAD"])?.status.success();
    if !in_merge {
        ensure!(merged.status.success(), "{}", String::from_utf8_lossy(&merged.stderr).trim());
        println!("The engine is as new as {from} already.");
        return Ok(ExitCode::SUCCESS);
    }
    for path in OWNERS {
        // The path may be on one side only, and then there is nothing to remove or to restore.
        git(&["rm", "-r", "-f", "-q", "--ignore-unmatch", "--", path])?;
        git(&["checkout", "HEAD", "--", path])?;
    }
    let conflicts = git(&["diff", "--name-only", "--diff-filter=U"])?.stdout;
    let conflicts = String::from_utf8_lossy(&conflicts).into_owned();
    if !conflicts.is_empty() {
        bail!(
            "you changed these files of the engine, and so did {from}: mend them and say `git commit`, or `git merge --abort`\n{}",
            conflicts.trim()
        );
    }
    let committed = git(&["commit", "--no-edit", "-q"])?;
    ensure!(committed.status.success(), "{}", String::from_utf8_lossy(&committed.stderr).trim());
    let changed = git(&["diff", "--shortstat", "HEAD^1", "HEAD"])?.stdout;
    println!("{from} is merged:{}. CHANGELOG.md says what is new.", String::from_utf8_lossy(&changed).trim_end());
    Ok(ExitCode::SUCCESS)
}

/// The sections of a changelog above that of a version; all of them if it has none for the version.
fn changes_since<'a>(changelog: &'a str, version: &str) -> &'a str {
    let first = changelog.find("\n## ").unwrap_or(0);
    let sections = &changelog[first..];
    let end = sections.find(&format!("\n## [{version}]")).or_else(|| sections.find(&format!("\n## {version}")));
    sections[..end.unwrap_or(sections.len())].trim()
}

#[cfg(test)]
mod tests {
    use super::changes_since;

    #[test]
    fn changes_are_those_above_the_version_that_is_used() {
        let changelog =
            "# Changelog\n\nThe form.\n\n## 0.3.0\n\n- C\n\n## [0.2.0] - 2026-01-01\n\n- B\n\n## 0.1.0\n\n- A\n";
        assert_eq!(changes_since(changelog, "0.2.0"), "## 0.3.0\n\n- C");
        assert_eq!(changes_since(changelog, "0.1.0"), "## 0.3.0\n\n- C\n\n## [0.2.0] - 2026-01-01\n\n- B");
        assert!(changes_since(changelog, "0.0.9").ends_with("- A"));
    }
}
