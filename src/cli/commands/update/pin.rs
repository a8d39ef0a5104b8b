//! Lets the workflow of a site publish with the version of this program.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};

use crate::cli::commands::init::workflow::{ENGINE, Pin, WORKFLOW};
use crate::cli::distribution::Package;
use crate::cli::project::Project;

const CHANGES: &str = include_str!("../../../../CHANGELOG.md");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Replaces version and SHA-256 in one line of the workflow, and prints what has changed since the version that was
/// there.
pub(super) fn run(project: &Project, package: Package) -> Result<ExitCode> {
    let path = project.root().join(WORKFLOW);
    let text = fs::read_to_string(&path).with_context(|| format!("{WORKFLOW}: cannot be read"))?;
    let Some((version, sha256)) = pinned(&text) else {
        bail!("{WORKFLOW}: no line has the form \"{ENGINE}1.0.0 <SHA-256>\", which names the version of the engine");
    };
    let pin = Pin::of(package, "").map_err(anyhow::Error::msg)?;
    ensure!(
        text.contains(&format!("-{}", pin.target)),
        "{WORKFLOW} fetches the engine for another system than {}, which this program knows the SHA-256 of: \
         run this with the program of a release",
        pin.target
    );
    if sha256 == pin.sha256 {
        println!("The site is published with this version already: {VERSION}");
        return Ok(ExitCode::SUCCESS);
    }
    ensure!(
        !is_newer(version, VERSION),
        "the site is published with {version}, which is newer than this program ({VERSION}): fetch a newer program, and \
         run its `update`"
    );
    println!("{}\n", changes_since(CHANGES, version));
    // Only version and sum change, and nothing else of what the owner may have written.
    let updated = text.replacen(&format!("{version} {sha256}"), &format!("{VERSION} {}", pin.sha256), 1);
    fs::write(&path, updated).with_context(|| format!("{WORKFLOW}: cannot be written"))?;
    println!("{WORKFLOW}: {version} is now {VERSION}. Commit it and push.");
    Ok(ExitCode::SUCCESS)
}

/// Version and SHA-256 in the workflow.
fn pinned(workflow: &str) -> Option<(&str, &str)> {
    let line = workflow.lines().find_map(|line| line.strip_prefix(ENGINE))?;
    let (version, rest) = line.trim_start_matches(['"', '\'']).split_once(' ')?;
    let sum = rest.get(..64)?;
    sum.chars().all(|c| c.is_ascii_hexdigit()).then_some((version, sum))
}

/// Whether a version is newer than another, by its numbers.
fn is_newer(version: &str, other: &str) -> bool {
    let numbers = |version: &str| version.split(['.', '-']).map(|part| part.parse::<u64>().ok()).collect::<Vec<_>>();
    numbers(version) > numbers(other)
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
    use super::{changes_since, is_newer, pinned};

    #[test]
    fn changes_are_those_above_the_version_that_is_used() {
        let changelog =
            "# Changelog\n\nThe form.\n\n## 0.3.0\n\n- C\n\n## [0.2.0] - 2026-01-01\n\n- B\n\n## 0.1.0\n\n- A\n";
        assert_eq!(changes_since(changelog, "0.2.0"), "## 0.3.0\n\n- C");
        assert_eq!(changes_since(changelog, "0.1.0"), "## 0.3.0\n\n- C\n\n## [0.2.0] - 2026-01-01\n\n- B");
        assert!(changes_since(changelog, "0.0.9").ends_with("- A"));
    }

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(is_newer("0.10.0", "0.9.1") && is_newer("1.0.0", "0.9.1"));
        assert!(!is_newer("0.9.1", "0.9.1") && !is_newer("0.9.1", "0.10.0"));
    }

    #[test]
    fn version_and_sum_are_read_in_quotes_and_before_a_comment_too() {
        let sum = "0".repeat(64);
        for line in [format!("  ENGINE: 1.2.3 {sum}"), format!("  ENGINE: \"1.2.3 {sum}\" # mine")] {
            assert_eq!(pinned(&format!("env:\n{line}\n")), Some(("1.2.3", sum.as_str())), "{line}");
        }
        assert_eq!(pinned("  ENGINE: latest\n"), None);
    }
}
