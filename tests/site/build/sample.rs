//! A project to build.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use walkdir::WalkDir;

use crate::common::folder::{CONFIG, Folder};
use crate::common::tools;

/// A project in a temporary folder.
pub(crate) struct Sample {
    folder: Folder,
    pub(crate) root: PathBuf,
}

/// All files of a site, by path.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

const SHELL: &str = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\n<!-- head -->\n</head>\n<body>\n<!-- page -->\n</body>\n</html>\n";

impl Sample {
    /// A project in a folder of this name, with forty posts of the first edition.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Folder::new();
        let sample = Self { root: folder.path(name), folder };
        sample.write("site.toml", CONFIG);
        sample.write("shell/index.html", SHELL);
        sample.write("public/notes.txt", &"A line to copy.\n".repeat(20_000));
        tools::install(&sample.root);
        sample.edition("first");
        sample
    }

    /// Rewrites all posts.
    pub(crate) fn edition(&self, name: &str) {
        for n in 0..40 {
            let words =
                format!("The {name} edition of note {n}, with `code`, a [link](/archive/) and more.\n\n").repeat(30);
            let text = format!(
                "+++\ntitle = \"Note {n}, {name} edition\"\ndescription = \"What I saw.\"\n\
                 date = 2025-03-{:02}\ntags = [\"{name}\"]\n+++\n{words}",
                1 + n % 28
            );
            self.write(&format!("posts/note-{n}.md"), &text);
        }
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.folder.write(self.root.join(path), text);
    }

    /// `cargo site` with these arguments, after the shell commands in `before`.
    pub(crate) fn command(&self, before: &str, words: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("{before} exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_personal-page")]).args(words);
        tools::prepare(&mut command, &self.root, &self.root.join("shell"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn build(&self) -> Command {
        self.command("", &["build", "--today", "2025-12-31"])
    }

    /// Builds the site, and returns its files.
    #[track_caller]
    pub(crate) fn built(&self) -> Files {
        said(&mut self.build(), true);
        self.site()
    }

    /// The files of the current site.
    pub(crate) fn site(&self) -> Files {
        files(&self.root.join("dist"))
    }
}

/// Runs a command to its end, asserts its exit code, and returns its output.
#[track_caller]
pub(crate) fn said(command: &mut Command, success: bool) -> String {
    let output = command.output().expect("it can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.success(), success, "{}: {said}", output.status);
    said
}

fn files(folder: &Path) -> Files {
    let files = WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("a path in the folder").to_owned();
        (path, fs::read(entry.path()).expect("a file"))
    };
    files.filter(|entry| entry.file_type().is_file()).map(read).collect()
}
