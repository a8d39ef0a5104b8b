//! A clone with the owner's own posts, settings, style, fonts and languages takes up a newer engine.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// What an engine's repository has: its sources, and a site to begin with.
const ENGINE: [(&str, &str); 6] = [
    ("src/main.rs", "fn main() {}\n"),
    ("style/tokens.css", ":root { --paper: #fff; }\n"),
    ("languages/en.toml", "archive = \"Archive\"\n"),
    ("posts/welcome.md", "+++\ntitle = \"Welcome\"\ndate = 2025-03-01\n+++\nWelcome.\n"),
    ("public/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ("site.toml", "title = \"My Personal Page\"\nurl = \"https://example.github.io/\"\n"),
];

struct Clone {
    folder: TempDir,
}

impl Clone {
    /// An owner's clone of an engine that has changed since: its sources, and its own posts and settings too.
    fn with_newer_engine() -> Self {
        let clone = Self { folder: tempfile::tempdir().expect("a folder for a test") };
        clone.git("", &["init", "-q", "-b", "main", "engine"]);
        for (path, text) in ENGINE {
            clone.write("engine", path, text);
        }
        clone.commit("engine");
        clone.git("", &["clone", "-q", "-o", "engine", "engine", "mine"]);
        for (path, text) in [
            ("src/main.rs", "fn main() { newer(); }\n"),
            ("src/newer.rs", "fn newer() {}\n"),
            ("style/tokens.css", ":root { --paper: #fefefe; }\n"),
            ("languages/en.toml", "archive = \"Archive\"\nnewer = \"Newer\"\n"),
            ("posts/welcome.md", "+++\ntitle = \"Welcome back\"\ndate = 2025-03-01\n+++\nWelcome.\n"),
            ("posts/newer.md", "+++\ntitle = \"Newer\"\ndate = 2025-03-02\n+++\nNewer.\n"),
            ("site.toml", "title = \"My Personal Page\"\nurl = \"https://example.github.io/\"\noffline = true\n"),
        ] {
            clone.write("engine", path, text);
        }
        clone.commit("engine");
        clone.git("mine", &["fetch", "-q", "engine"]);
        clone
    }

    fn write(&self, repository: &str, path: &str, text: &str) {
        let path = self.folder.path().join(repository).join(path);
        fs::create_dir_all(path.parent().expect("files are in folders")).expect("a folder for a test");
        fs::write(path, text).expect("a file for a test");
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.folder.path().join("mine").join(path)).ok()
    }

    fn run(&self, repository: &str, program: impl AsRef<std::ffi::OsStr>, words: &[&str]) -> Output {
        let mut command = Command::new(program);
        command.args(words).current_dir(self.folder.path().join(repository)).env_remove("CARGO_MANIFEST_DIR");
        for (name, value) in [("NAME", "Ada"), ("EMAIL", "ada@example.org")] {
            command.env(format!("GIT_AUTHOR_{name}"), value).env(format!("GIT_COMMITTER_{name}"), value);
        }
        command.env("GIT_CONFIG_GLOBAL", Path::new("/dev/null")).output().expect("it can be run")
    }

    #[track_caller]
    fn git(&self, repository: &str, words: &[&str]) -> String {
        let output = self.run(repository, "git", words);
        assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn commit(&self, repository: &str) {
        self.git(repository, &["add", "-A"]);
        self.git(repository, &["commit", "-q", "-m", "A change"]);
    }

    /// What the command prints, and whether it succeeds.
    fn update(&self, words: &[&str]) -> (String, bool) {
        let output = self.run("mine", env!("CARGO_BIN_EXE_personal-page"), &[&["update"], words].concat());
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8_lossy(&said).into_owned(), output.status.success())
    }
}

const MINE: [(&str, &str); 5] = [
    ("site.toml", "title = \"Ada\"\nurl = \"https://ada.page/\"\n"),
    ("posts/mine.md", "+++\ntitle = \"Mine\"\ndate = 2025-03-01\n+++\nMine.\n"),
    ("public/owner.css", ":root { --paper: #fffef0; }\n"),
    ("fonts/mine.ttf", "a font\n"),
    ("languages/pt.toml", "archive = \"Arquivo\"\n"),
];

#[test]
fn a_newer_engine_comes_and_everything_of_the_owners_stays() {
    let clone = Clone::with_newer_engine();
    for (path, text) in MINE {
        clone.write("mine", path, text);
    }
    fs::remove_file(clone.folder.path().join("mine/posts/welcome.md")).expect("a post that came with the engine");
    clone.commit("mine");
    let (said, done) = clone.update(&["engine/main"]);
    assert!(done && said.contains("engine/main is merged: 4 files changed"), "{said}");
    for (path, text) in MINE {
        assert_eq!(clone.read(path).as_deref(), Some(text), "{path}");
    }
    assert_eq!([clone.read("posts/welcome.md"), clone.read("posts/newer.md")], [None, None]);
    assert_eq!(clone.read("src/newer.rs").as_deref(), Some("fn newer() {}\n"));
    assert!(clone.read("languages/en.toml").is_some_and(|text| text.contains("newer")));
    assert_eq!(clone.git("mine", &["status", "--porcelain"]), "");
    // The next update knows what was merged.
    let (said, done) = clone.update(&["engine/main"]);
    assert!(done && said.contains("as new as engine/main already"), "{said}");
}

#[test]
fn posts_that_git_does_not_know_stay() {
    let clone = Clone::with_newer_engine();
    clone.write("mine", ".git/info/exclude", "posts/newer.md\n");
    clone.write("mine", "posts/newer.md", "My words.\n");
    let (said, done) = clone.update(&["engine/main"]);
    assert!(done, "{said}");
    assert_eq!(clone.read("posts/newer.md").as_deref(), Some("My words.\n"));
}

#[test]
fn the_example_posts_may_move_to_another_folder() {
    let clone = Clone::with_newer_engine();
    clone.git("engine", &["mv", "posts", "examples"]);
    clone.commit("engine");
    clone.git("mine", &["fetch", "-q", "engine"]);
    clone.write("mine", "posts/mine.md", "+++\ntitle = \"Mine\"\ndate = 2025-03-01\n+++\nMine.\n");
    clone.write("mine", "posts/welcome.md", "+++\ntitle = \"My welcome\"\ndate = 2025-03-01\n+++\nMine.\n");
    clone.commit("mine");
    let (said, done) = clone.update(&["engine/main"]);
    assert!(done, "{said}");
    assert!(clone.read("posts/mine.md").is_some() && clone.read("examples/mine.md").is_none());
    assert!(clone.read("posts/welcome.md").is_some_and(|text| text.contains("My welcome")));
}

#[test]
fn a_merge_that_is_not_finished_is_not_taken_for_an_update() {
    let clone = Clone::with_newer_engine();
    clone.git("mine", &["checkout", "-q", "-b", "other"]);
    clone.write("mine", "posts/other.md", "Other.\n");
    clone.commit("mine");
    clone.git("mine", &["checkout", "-q", "main"]);
    clone.git("mine", &["merge", "-q", "--no-ff", "--no-commit", "other"]);
    let (said, done) = clone.update(&["engine/main"]);
    assert!(!done && said.contains("git merge --abort"), "{said}");
    assert_eq!(clone.read("src/newer.rs"), None);
}

#[test]
fn a_repository_without_the_engines_history_is_told_how_to_join_it() {
    let clone = Clone::with_newer_engine();
    clone.git("", &["init", "-q", "-b", "main", "apart"]);
    clone.write("apart", "src/main.rs", "fn main() {}\n");
    clone.commit("apart");
    clone.git("mine", &["remote", "add", "apart", "../apart"]);
    clone.git("mine", &["fetch", "-q", "apart"]);
    let (said, done) = clone.update(&["apart/main"]);
    assert!(!done && said.contains("--allow-unrelated-histories"), "{said}");
}

#[test]
fn a_file_of_the_engine_that_the_owner_changed_is_named() {
    let clone = Clone::with_newer_engine();
    clone.write("mine", "src/main.rs", "fn main() { mine(); }\n");
    clone.commit("mine");
    let (said, done) = clone.update(&["engine/main"]);
    assert!(!done && said.contains("src/main.rs") && !said.contains("posts/"), "{said}");
}

#[test]
fn nothing_is_merged_into_changes_that_are_not_committed() {
    let clone = Clone::with_newer_engine();
    clone.write("mine", "site.toml", "title = \"Ada\"\n");
    let (said, done) = clone.update(&["engine/main"]);
    assert!(!done && said.contains("not committed"), "{said}");
    assert_eq!(clone.read("site.toml").as_deref(), Some("title = \"Ada\"\n"));
}

#[test]
fn what_to_merge_has_to_be_named_and_to_be_there() {
    let clone = Clone::with_newer_engine();
    let (said, done) = clone.update(&[]);
    assert!(!done && said.contains("cargo site update engine/main"), "{said}");
    let (said, done) = clone.update(&["engine/gone"]);
    assert!(!done && said.contains("engine/gone"), "{said}");
}
