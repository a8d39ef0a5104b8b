//! A site in a temporary folder, and `cargo site` run on it.

use std::convert::identity;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;

use crate::common::folder::{CONFIG, Folder};

/// The files of a site.
pub(crate) struct Project(Folder);

/// The output of a command, and its exit code.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Project {
    /// A site without posts.
    pub(crate) fn new() -> Self {
        Self(Folder::new()).file("site.toml", CONFIG)
    }

    /// A copy of a fixture.
    pub(crate) fn fixture(name: &str) -> Self {
        let folder = Folder::new();
        folder.copy(name, "", identity);
        Self(folder)
    }

    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.0.write(path, content);
        self
    }

    /// A post whose text begins on line 6.
    pub(crate) fn post(self, name: &str, text: &str) -> Self {
        let front = format!("+++\ntitle = \"{name}\"\ndate = 2025-03-01\ndescription = \"On {name}.\"\n+++\n");
        self.file(&format!("posts/{name}.md"), front + text + "\n")
    }

    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.0.path(path)
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs `cargo site` with these arguments, without a terminal.
    pub(crate) fn site(&self, arguments: &[&str]) -> Said {
        self.run(arguments, |command| command)
    }

    /// Runs `cargo site` on a machine with a time zone.
    pub(crate) fn site_in(&self, zone: &str, arguments: &[&str]) -> Said {
        self.run(arguments, |command| command.env("TZ", zone))
    }

    /// Runs `cargo site` with a token of GitHub.
    pub(crate) fn site_with_token(&self, token: &str, arguments: &[&str]) -> Said {
        self.run(arguments, |command| command.env("GITHUB_TOKEN", token))
    }

    fn run(&self, arguments: &[&str], machine: impl FnOnce(&mut Command) -> &mut Command) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_personal-page"));
        command.args(arguments).env("CARGO_MANIFEST_DIR", self.0.root()).current_dir(self.0.root());
        command.env("EDITOR", "touch edited-").env_remove("VISUAL").env_remove("GITHUB_TOKEN");
        for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            command.env_remove(name);
        }
        let output = machine(&mut command).output().expect("the program runs");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
        let code = output.status.code().expect("an exit code");
        // Progress is printed on slow machines only.
        let works = ["pictures made: ", "external links checked: "];
        let progress = |line: &&str| works.iter().any(|work| line.starts_with(work));
        let err = text(&output.stderr);
        let err = err.split_inclusive('\n').filter(|line| !progress(line)).collect();
        Said { code, out: text(&output.stdout), err }
    }

    /// Runs `cargo site check` with a date.
    pub(crate) fn check(&self, more: &[&str]) -> Said {
        self.site(&[&["check", "--today", "2026-03-20"], more].concat())
    }

    /// All files except those below `target`.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = WalkDir::new(self.0.root()).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
        let path = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(self.0.root()).expect("a path in the folder");
            path.to_string_lossy().into_owned()
        };
        let files = entries.filter(|entry| entry.file_type().is_file()).map(path);
        files.filter(|path| !path.starts_with("target")).collect()
    }
}
