//! Merges the sources of a newer engine into a clone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};

use super::git::Git;
use crate::bundle::input::config::collections::folders_in;
use crate::bundle::{BLOGROLL, POSTS, RESUMES};
use crate::cli::project::Project;

/// What is the owner's, besides the folders of collections: the engine never changes it.
const OWNERS: [&str; 8] = [POSTS, "public", "conversation", "fonts", "site.toml", RESUMES[0], RESUMES[1], BLOGROLL];

/// Merges what a branch changed in the engine, and nothing that it changed in the example site.
pub(super) fn run(project: &Project, from: &str) -> Result<ExitCode> {
    let git = Git::of(project.root());
    refuse_unfinished(&git)?;
    ensure!(
        !from.starts_with('-') && git.succeeds(&["rev-parse", "--quiet", "--verify", &format!("{from}^{{commit}}")])?,
        "there is no branch {from} here: run `git remote add engine <address>` and `git fetch engine`, \
         then `cargo site update engine/main`"
    );
    if git.succeeds(&["merge-base", "--is-ancestor", from, "HEAD"])? {
        println!("The engine is as new as {from} already.");
        return Ok(ExitCode::SUCCESS);
    }
    let Ok(base) = git.text(&["merge-base", "HEAD", from]) else {
        bail!(
            "this repository and {from} have no commit in common: if it is a shallow clone, run `git fetch --unshallow`; \
             if it was made from a template, run `git merge --allow-unrelated-histories {from}` once, and resolve its \
             conflicts"
        );
    };
    let commit = without_example_site(&git, from, &base)?;
    let message = format!("Merge {from}, without its example site");
    if let Err(error) = git.text(&["merge", "--no-ff", "-q", "-m", &message, &commit]) {
        return Err(unmerged(&git, from)?.unwrap_or(error));
    }
    let changed = git.text(&["diff", "--shortstat", "HEAD^1", "HEAD"])?;
    let changed = if changed.is_empty() { " no file of the engine differs" } else { &changed };
    println!("{from} is merged:{changed}. CHANGELOG.md lists what is new.");
    Ok(ExitCode::SUCCESS)
}

/// Refuses to begin in the middle of another merge, or with changes that a merge could lose.
fn refuse_unfinished(git: &Git) -> Result<()> {
    let changes = git.text(&["status", "--porcelain", "--untracked-files=no"])?;
    ensure!(
        !git.succeeds(&["rev-parse", "--quiet", "--verify", "MERGE_HEAD"])?,
        "a merge is not finished: finish it by `git commit`, or undo it by `git merge --abort`, and run this again"
    );
    ensure!(changes.is_empty(), "there are changes that are not committed: commit them, and run this again");
    Ok(())
}

/// A commit of the engine in which the owner's paths are as they were when the engine was last merged. So a merge sees no
/// change there: no conflict with what the owner wrote or deleted, no new example post, no post that seems renamed.
fn without_example_site(git: &Git, from: &str, base: &str) -> Result<String> {
    let file = git.text(&["rev-parse", "--absolute-git-dir"])? + "/index-of-update";
    let file = Path::new(&file);
    let git = git.with_index(file.to_owned());
    let commit = commit_without_example_site(&git, from, base);
    match fs::remove_file(file) {
        Err(error) if file.exists() => Err(error).with_context(|| format!("{}: cannot be removed", file.display())),
        _ => commit,
    }
}

fn commit_without_example_site(git: &Git, from: &str, base: &str) -> Result<String> {
    git.text(&["read-tree", from])?;
    let collections: BTreeSet<String> = ["HEAD", from].iter().flat_map(|commit| collections(git, commit)).collect();
    let owners: Vec<&str> = OWNERS.into_iter().chain(collections.iter().map(String::as_str)).collect();
    git.text(&[&["rm", "-r", "-f", "-q", "--cached", "--ignore-unmatch", "--"][..], &owners].concat())?;
    let former = git.text(&[&["ls-tree", "-r", base, "--"][..], &owners].concat())?;
    if !former.is_empty() {
        git.text_from(&["update-index", "--index-info"], &(former + "\n"))?;
    }
    let tree = git.text(&["write-tree"])?;
    git.text(&["commit-tree", "-p", from, "-m", "The engine without its example site", &tree])
}

/// The folders of the collections that `site.toml` of a commit has.
fn collections(git: &Git, commit: &str) -> Vec<String> {
    let text = git.text(&["show", &format!("{commit}:site.toml")]).unwrap_or_default();
    folders_in(&text)
}

/// The error of a merge that stopped in the middle. `None` if it did not begin.
fn unmerged(git: &Git, from: &str) -> Result<Option<anyhow::Error>> {
    if !git.succeeds(&["rev-parse", "--quiet", "--verify", "MERGE_HEAD"])? {
        return Ok(None);
    }
    let conflicts = git.text(&["diff", "--name-only", "--diff-filter=U"])?;
    Ok(Some(anyhow::anyhow!(
        "you and {from} changed the same files of the engine: resolve the conflicts and run `git commit`, \
         or undo the merge by `git merge --abort`\n{conflicts}"
    )))
}
