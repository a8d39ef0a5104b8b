//! GitHub's API on the loopback (`tests/github/`): real repositories of git, requests held to GitHub's descriptions.
//!
//! All tests of a program share one, as reading the descriptions takes 2 seconds. So each test has a user of its own,
//! with a token and a repository, and asks for failures of that token's requests only.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use serde_json::{Value, json};

static SHARED: OnceLock<Mutex<Line>> = OnceLock::new();
static USERS: AtomicUsize = AtomicUsize::new(1);

/// The connection to the program.
struct Line {
    base: String,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// It ends with its input, and so with the tests.
    _node: Child,
}

/// A user of GitHub, with a token and the repository of a site.
pub(crate) struct GitHub {
    /// The name of the user.
    pub(crate) login: String,
    /// A token that may do what the user may.
    pub(crate) token: String,
    /// `owner/name`.
    pub(crate) repository: String,
}

impl GitHub {
    /// A repository of the user's own, with these texts.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let github = Self::alone();
        github.repository(&github.repository, files, &json!({}));
        github
    }

    /// A user whose repository is not made yet.
    pub(crate) fn alone() -> Self {
        let number = USERS.fetch_add(1, Ordering::Relaxed);
        let login = format!("ada{number}");
        // As long as a real one, and found wherever it is.
        let token = format!("github_pat_{number:022}_5ecretOfTheTestsThatMustNeverBeSeenAnywhere");
        say(&json!({ "do": "token", "token": token, "login": login }));
        Self { repository: format!("{login}/site"), login, token }
    }

    /// Makes a repository. The settings are those of `World.add` in `tests/github/world.cjs`.
    pub(crate) fn repository(&self, name: &str, files: &[(&str, &str)], settings: &Value) {
        let mut command = json!({ "do": "repository", "name": name, "files": listed(files) });
        extend(&mut command, settings);
        say(&command);
    }

    /// The address of the API.
    pub(crate) fn base() -> String {
        line().lock().unwrap_or_else(PoisonError::into_inner).base.clone()
    }

    /// Changes the settings of the repository.
    pub(crate) fn change(&self, settings: &Value) {
        let mut command = json!({ "do": "change", "name": self.repository });
        extend(&mut command, settings);
        say(&command);
    }

    /// Changes what the token may do.
    pub(crate) fn token(&self, settings: &Value) {
        let mut command = json!({ "do": "token", "token": self.token, "login": self.login });
        extend(&mut command, settings);
        say(&command);
    }

    /// Lets requests of the token fail: see `tests/github/faults.cjs`.
    pub(crate) fn fail(&self, fault: &Value) {
        let mut command = json!({ "do": "fail", "token": self.token });
        extend(&mut command, fault);
        say(&command);
    }

    /// Ends all failures.
    pub(crate) fn heal(&self) {
        say(&json!({ "do": "heal", "token": self.token }));
    }

    /// Somebody else pushes.
    pub(crate) fn push(&self, files: &[(&str, &str)]) {
        say(&json!({ "do": "push", "name": self.repository, "files": listed(files) }));
    }

    /// A command of `tests/github/commands.cjs` about the repository.
    pub(crate) fn ask(&self, command: &str, more: &Value) -> Value {
        let mut command = json!({ "do": command, "name": self.repository, "token": self.token });
        extend(&mut command, more);
        say(&command)
    }

    /// The messages of the commits, the newest first.
    pub(crate) fn log(&self) -> Vec<String> {
        let log = self.ask("log", &json!({}));
        let message = |commit: &Value| commit["message"].as_str().unwrap_or_default().to_owned();
        log.as_array().expect("a list of commits").iter().map(message).collect()
    }

    /// The files of the branch, each as `path id`.
    pub(crate) fn files(&self) -> Vec<String> {
        let files = self.ask("files", &json!({}));
        let files = files.as_object().expect("an object of files").iter();
        files.map(|(path, id)| format!("{path} {}", id.as_str().unwrap_or_default())).collect()
    }
}

/// What was asked by any test that GitHub's descriptions do not allow.
pub(crate) fn complaints() -> Vec<String> {
    let complaints = say(&json!({ "do": "complaints" }));
    let complaints = complaints.as_array().expect("a list of complaints").iter();
    complaints.map(|complaint| complaint.as_str().unwrap_or_default().to_owned()).collect()
}

fn listed(files: &[(&str, &str)]) -> Vec<Value> {
    files.iter().map(|(path, text)| json!({ "path": path, "text": text })).collect()
}

fn extend(command: &mut Value, more: &Value) {
    let more = more.as_object().expect("an object").clone();
    command.as_object_mut().expect("an object").extend(more);
}

fn say(command: &Value) -> Value {
    let mut line = line().lock().unwrap_or_else(PoisonError::into_inner);
    writeln!(line.commands, "{command}").expect("the stand-in of GitHub takes commands");
    let answer = line.next();
    assert!(answer.get("failed").is_none(), "{command}: {answer}");
    answer
}

impl Line {
    fn next(&mut self) -> Value {
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("the stand-in of GitHub answers");
        serde_json::from_str(&answer).expect("the stand-in of GitHub answers in JSON: its errors are above")
    }
}

fn line() -> &'static Mutex<Line> {
    SHARED.get_or_init(|| {
        let mut node = Command::new("node");
        node.arg(tests().join("github/server.cjs")).env("NODE_PATH", modules());
        let mut node = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node runs");
        let (commands, answers) = (node.stdin.take().expect("an input"), node.stdout.take().expect("an output"));
        let mut line = Line { base: String::new(), commands, answers: BufReader::new(answers), _node: node };
        let first = line.next();
        line.base = first["base"].as_str().expect("an address").to_owned();
        Mutex::new(line)
    })
}

/// The folder `tests`, from the root package or a member of the workspace.
fn tests() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = package.ancestors().map(|folder| folder.join("tests")).find(|tests| tests.join("github").is_dir());
    found.expect("tests/github is in the repository")
}

/// The npm packages, as `cargo site test` installs them.
fn modules() -> PathBuf {
    let installed = std::env::var_os("SITE_NPM").map(PathBuf::from);
    let folder = installed.unwrap_or_else(|| tests().join("../target/site/test/npm")).join("node_modules");
    assert!(folder.join("@octokit/openapi").is_dir(), "{} lacks packages: run cargo site test", folder.display());
    folder
}
