//! The day of the last change, by the history of a git repository.

use std::path::Path;
use std::process::Command;

use crate::bundle::site::Site;

/// Runs git at a day, as somebody without settings.
fn git(folder: &Path, day: &str, arguments: &[&str]) {
    let time = format!("{day}T12:00:00+00:00");
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["-c", "user.name=Ada", "-c", "user.email=ada@a.example"]).args(arguments);
    let done = git.env("GIT_AUTHOR_DATE", &time).env("GIT_COMMITTER_DATE", time).output().expect("git runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn commit(site: &Site, day: &str) {
    git(site.root(), day, &["add", "-A"]);
    git(site.root(), day, &["commit", "-q", "-m", "Write"]);
}

/// A repository with a text of March 1, added that day and changed on March 5, and one that was only added.
fn repository() -> Site {
    let site = Site::new()
        .config("git_dates = true")
        .post("2025-03-01-größe.md", "First.")
        .post("2025-03-02-once.md", "Once.");
    git(site.root(), "2025-03-01", &["init", "-q"]);
    commit(&site, "2025-03-03");
    let site = site.file("posts/2025-03-01-größe.md", "# Größe\n\nChanged.");
    commit(&site, "2025-03-05");
    site
}

#[test]
fn a_text_that_was_changed_says_when() {
    let built = repository().bundle();
    let html = built.text("posts/größe/index.html");
    assert!(html.contains("datetime=\"2025-03-05\""), "{html}");
    assert!(!built.text("posts/once/index.html").contains("dt-updated"), "adding it was no change");
}

#[test]
fn a_date_that_the_author_wrote_stays() {
    let site = repository().file("posts/2025-03-01-größe.md", "+++\ntitle = \"A\"\nupdated = 2025-03-04\n+++\nNew.");
    commit(&site, "2025-03-09");
    let html = site.bundle().text("posts/größe/index.html");
    assert!(html.contains("datetime=\"2025-03-04\"") && !html.contains("2025-03-09"), "{html}");
}

#[test]
fn a_clone_without_the_whole_history_is_told_how_to_fetch_it() {
    let site = repository();
    let copy = tempfile::tempdir().expect("a folder");
    let from = format!("file://{}", site.root().display());
    git(copy.path(), "2025-03-06", &["clone", "-q", "--depth", "1", &from, "clone"]);
    let mut shallow = Site::new();
    shallow.options.root = copy.path().join("clone");
    let warnings = shallow.bundle().warnings();
    assert!(warnings.iter().any(|warning| warning.contains("git fetch --unshallow")), "{warnings:?}");
}

#[test]
fn a_folder_that_is_no_repository_is_told_so() {
    let warnings = Site::new().config("git_dates = true").post("2025-03-01-a.md", "A.").bundle().warnings();
    assert!(warnings.iter().any(|warning| warning.contains("\"git_dates\" cannot read the history")), "{warnings:?}");
}
