//! The packaged engine on a machine that has nothing else: no cargo, no compiler, no node and no git on its PATH.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use personal_page::bundle::{Options, bundle};
use personal_page::content::Date;
use walkdir::WalkDir;

use crate::common::folder::Folder;
use crate::driver::{Scripts, prepared, with_browser};
use crate::look::becomes;
use crate::served::Served;

const RELEASES: &str = "https://example.org/personal-page/releases/download";

/// The packaged engine in a folder, with an empty environment.
fn engine(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(prepared("SITE_PACKAGED"));
    command.args(words).current_dir(folder).env_clear().env("PATH", "");
    command
}

/// What a command prints. It has to end with this code.
#[track_caller]
fn said(folder: &Path, words: &[&str], code: i32) -> String {
    let output = engine(folder, words).output().expect("it can be run");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
    said
}

/// A new site in a folder of its own.
fn site() -> Folder {
    let folder = Folder::new();
    let words =
        ["init", ".", "--name", "Ada \"Lace\" L.", "--title", "Notes & More", "--url", "https://ada.page/notes/"];
    said(folder.root(), &[&words[..], &["--releases", RELEASES]].concat(), 0);
    folder
}

/// All files below a folder that are not a command's own, by path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().filter_entry(|entry| entry.file_name() != "target");
    let files = entries.map(|entry| entry.expect("a readable folder")).filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("a path in the folder").to_owned();
        (path, fs::read(entry.path()).expect("a file"))
    };
    files.map(read).collect()
}

#[test]
fn a_site_is_begun_written_checked_and_built_with_one_file() {
    let site = site();
    assert_eq!(said(site.root(), &["check", "--deny-warnings"], 0), "No mistakes.\n");
    assert_eq!(said(site.root(), &["new", "On Lakes"], 0), "posts/on-lakes.md\n");
    said(site.root(), &["build", "--base", "/repo/"], 0);
    let home = fs::read_to_string(site.path("dist/index.html")).expect("a page");
    for text in [
        "Notes &amp; More",
        "Ada &quot;Lace&quot; L.",
        "href=\"/repo/posts/hello/\"",
        "src=\"/repo/personal-page-start-",
    ] {
        assert!(home.contains(text) || home.contains(&text.replace("&quot;", "\"")), "{text}");
    }
    assert!(!site.path("dist/posts/on-lakes").exists(), "a draft is not published");
}

#[test]
fn a_site_that_is_there_is_not_begun_again() {
    let site = site();
    let before = files(site.root());
    let error = said(site.root(), &["init", ".", "--name", "Bob"], 2);
    assert!(error.contains("site.toml exists already"), "{error}");
    assert_eq!(files(site.root()), before);
}

#[test]
fn a_new_repository_keeps_what_it_has() {
    let folder = Folder::new();
    folder.write("README.md", "# Mine\n");
    folder.write(".gitignore", "*.log\n");
    let told = said(folder.root(), &["init", "."], 0);
    assert!(told.contains("README.md exists already, and is kept"), "{told}");
    assert_eq!(fs::read_to_string(folder.path("README.md")).expect("a file"), "# Mine\n");
    assert_eq!(said(folder.root(), &["check", "--deny-warnings"], 0), "No mistakes.\n");
}

#[test]
fn a_folder_with_a_file_in_the_place_of_a_folder_is_left_as_it_is() {
    let folder = Folder::new();
    folder.write("posts", "a file");
    assert!(said(folder.root(), &["init", "."], 2).contains("posts exists already"));
    assert_eq!(files(folder.root()).len(), 1);
}

#[test]
fn names_in_braces_are_names() {
    let folder = Folder::new();
    said(folder.root(), &["init", ".", "--name", "{date}", "--title", "{url}"], 0);
    assert_eq!(said(folder.root(), &["check", "--deny-warnings"], 0), "No mistakes.\n");
    said(folder.root(), &["init", "other", "--name", " "], 2);
}

#[test]
fn the_first_post_is_published_on_its_day_in_every_time_zone() {
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"] {
        let folder = Folder::new();
        for words in [&["init", "."][..], &["build"]] {
            let status = engine(folder.root(), words).env("TZ", zone).output().expect("it can be run").status;
            assert!(status.success(), "{words:?} in {zone}");
        }
        assert!(folder.path("dist/posts/hello/index.html").is_file(), "{zone}");
    }
}

#[test]
fn a_program_that_was_deleted_from_the_work_folder_is_unpacked_again() {
    let site = site();
    said(site.root(), &["build"], 0);
    for entry in WalkDir::new(site.path("target/site/shell")).into_iter().map(|entry| entry.expect("an entry")) {
        if entry.file_name() == "index.html" {
            fs::remove_file(entry.path()).expect("a file");
        }
    }
    said(site.root(), &["build"], 0);
}

#[test]
fn a_wrong_address_writes_nothing() {
    let folder = Folder::new();
    let error = said(folder.root(), &["init", "page", "--url", "ada.page"], 2);
    assert!(error.contains("--url \"ada.page\": it is not a full address"), "{error}");
    assert!(!folder.path("page").exists());
}

#[test]
fn the_workflow_fetches_the_engine_by_its_sum_and_an_update_changes_that_line() {
    let site = site();
    let path = site.path(".github/workflows/pages.yml");
    let workflow = fs::read_to_string(&path).expect("a workflow");
    let engine_line = |text: &str| text.lines().find(|line| line.starts_with("  ENGINE: ")).map(str::to_owned);
    let line = engine_line(&workflow).expect("the engine");
    assert!(workflow.contains(RELEASES) && line.len() > 64, "{workflow}");
    assert!(said(site.root(), &["update"], 0).contains("already"));
    let old = "  ENGINE: 0.0.1 0000000000000000000000000000000000000000000000000000000000000000";
    let mine = workflow.replace(&line, old) + "# A line of the owner's.\n";
    fs::write(&path, &mine).expect("a workflow");
    fs::write(&path, workflow.replace(&line, &old.replace("0.0.1", "99.0.0"))).expect("a workflow");
    assert!(said(site.root(), &["update"], 2).contains("newer than this program"));
    fs::write(&path, workflow.replace("-linux-", "-other-")).expect("a workflow");
    assert!(said(site.root(), &["update"], 2).contains("for another system"));
    fs::write(&path, &mine).expect("a workflow");
    let told = said(site.root(), &["update"], 0);
    assert!(told.contains("### Added") && told.contains("0.0.1 is now "), "{told}");
    assert_eq!(fs::read_to_string(&path).expect("a workflow"), mine.replace(old, &line));
}

#[test]
fn a_site_is_the_same_to_the_byte_as_one_built_from_source() {
    let folder = Folder::new();
    folder.copy("site", "site", |bytes| bytes);
    let root = folder.path("site");
    said(&root, &["build", "--base", "/repo/", "--lenient", "--today", "2026-05-01"], 0);
    let out = folder.path("out");
    let options = Options {
        shell: prepared("SITE_SHELL").into(),
        out: out.clone(),
        base: Some("/repo/".to_owned()),
        search: true,
        lenient: true,
        previews: true,
        offline: true,
        ..Options::new(root.clone(), Date::new(2026, 5, 1).expect("a day of the calendar"))
    };
    bundle(&options).unwrap_or_else(|failure| panic!("the fixture cannot be bundled:\n{failure}"));
    let (packaged, from_source) = (files(&root.join("dist")), files(&out));
    assert_eq!(packaged.keys().collect::<Vec<_>>(), from_source.keys().collect::<Vec<_>>());
    for (path, bytes) in packaged {
        assert!(from_source[&path] == bytes, "{} differs", path.display());
    }
}

#[test]
fn commands_of_the_source_are_not_offered() {
    let site = site();
    let help = said(site.root(), &["--help"], 0);
    assert!(help.contains("personal-page") && !help.contains("cargo site") && !help.contains("bench"), "{help}");
    assert!(said(site.root(), &["test"], 2).contains("cargo site test"));
}

#[tokio::test]
async fn what_is_saved_is_shown_and_the_program_takes_over() {
    with_browser(Scripts::On, |client| async move {
        let folder = site();
        let command = engine(folder.root(), &["serve", "--port", "0"]);
        let served = Served::run(folder, command);
        client.goto(&served.address("posts/hello/")).await.expect("the server answers");
        becomes(&client, "document.documentElement.hasAttribute('data-ready')", true).await;
        // A site may have a folder of this name: there is nothing to compile in it.
        served.save("src/main.rs", "fn main() {}");
        served.save_post("hello.md", "The second words.");
        becomes(&client, "document.querySelector('main').textContent.includes('The second words.')", true).await;
    })
    .await;
}
