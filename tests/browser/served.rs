//! A small site under `cargo site serve`, as a process. A script stands in for Trunk.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::common::folder::{CONFIG, Folder};
use crate::common::tools;
use crate::driver::prepared;
use crate::look::SOON;

/// The file for which the build of the page's program waits.
const WAITS: &str = "trunk-waits";
/// The page that Trunk would build the shell from.
const INDEX: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <link data-trunk rel=\"inline\" type=\"css\" href=\"style/tokens.css\">\n<!-- head -->\n\
    <link data-trunk rel=\"rust\">\n</head>\n<body>\n<!-- page -->\n</body>\n</html>\n";

/// The site and its server. Both are removed on drop.
pub(crate) struct Served {
    folder: Folder,
    server: Child,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Served {
    /// Serves three posts on a free port, with further arguments, and waits until they have the page's program.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut served = Self::begin(arguments);
        // Without the page's program, and with it.
        served.port = served.waits_for_builds(2);
        served
    }

    /// The same, while the page's program is not there: it is being built until [`Self::builds_the_program`].
    pub(crate) fn start_without_program() -> Self {
        let mut served = Self::begin_after(&[], |folder| folder.write(WAITS, ""));
        served.port = served.waits_for_builds(1);
        served
    }

    /// Serves the site in a folder by a command, and waits until it is readable.
    pub(crate) fn run(folder: Folder, command: Command) -> Self {
        let server = spawn(folder.root(), command);
        let mut served = Self { folder, server, port: 0 };
        served.port = served.waits_for_builds(1);
        served
    }

    /// Lets the build of the page's program go on.
    pub(crate) fn builds_the_program(&self) {
        fs::remove_file(self.path(WAITS)).expect("a build that waits");
    }

    fn begin(arguments: &[&str]) -> Self {
        Self::begin_after(arguments, |_| ())
    }

    fn begin_after(arguments: &[&str], change: impl FnOnce(&Folder)) -> Self {
        let folder = Folder::new();
        tools::install(folder.root());
        folder.write("site.toml", CONFIG);
        folder.write("style/tokens.css", fs::read("style/tokens.css").expect("the tokens"));
        folder.write("index.html", INDEX);
        for name in ["hello.md", "lake.md", "trip/index.md"] {
            folder.write(format!("posts/{name}"), post(name, "The first words."));
        }
        change(&folder);
        let server = spawn(folder.root(), serve(folder.root(), 0, arguments));
        Self { folder, server, port: 0 }
    }

    /// Stops the server, runs a function, and starts another server at the same address.
    pub(crate) fn restarts_after(&mut self, change: impl FnOnce(&Self)) {
        self.server.kill().and_then(|()| self.server.wait()).expect("it can be ended");
        change(self);
        self.server = spawn(self.folder.root(), serve(self.folder.root(), self.port, &[]));
        self.waits_for_builds(1);
    }

    /// Waits until the site was built a number of times, and returns its port.
    fn waits_for_builds(&self, count: usize) -> u16 {
        let start = Instant::now();
        loop {
            if let Some(line) = self.builds().get(count - 1) {
                let port = line.trim_end_matches('/').rsplit(':').next();
                return port.and_then(|port| port.parse().ok()).expect("a port");
            }
            assert!(start.elapsed() < SOON, "the site is not there:\n{}", self.said());
            sleep(Duration::from_millis(20));
        }
    }

    /// One line for each build.
    pub(crate) fn builds(&self) -> Vec<String> {
        self.said().lines().filter(|line| line.contains(" · http://localhost:")).map(str::to_owned).collect()
    }

    /// The terminal output of the server.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(self.folder.path("said")).unwrap_or_default()
    }

    /// The URL of a path.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://localhost:{}/{path}", self.port)
    }

    /// The path of a file of the site.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path(path)
    }

    /// Saves a file of the site.
    pub(crate) fn save(&self, path: &str, content: impl AsRef<[u8]>) {
        self.folder.write(path, content);
    }

    /// Saves a post with this text.
    pub(crate) fn save_post(&self, name: &str, text: &str) {
        self.save(&format!("posts/{name}"), post(name, text));
    }

    /// The head of the response to a request for a path with this `Host`.
    pub(crate) fn answer(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("a server");
        write!(stream, "HEAD {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").expect("a connection");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

/// `cargo site serve` in a project.
fn serve(root: &Path, port: u16, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_personal-page"));
    command.args(["serve", "--port", &port.to_string()]).args(arguments);
    tools::prepare(&mut command, root, Path::new(&prepared("SITE_SHELL")));
    command
}

fn spawn(root: &Path, mut command: Command) -> Child {
    let said = File::create(root.join("said")).expect("a file for a test");
    command.stdin(Stdio::null()).stdout(said.try_clone().expect("a file can be shared")).stderr(said);
    command.spawn().expect("it can be run")
}

fn post(name: &str, text: &str) -> String {
    let title = name.split(['/', '.']).next().unwrap_or_default();
    format!("+++\ntitle = \"The {title}\"\ndate = 2025-03-01\ndescription = \"On the {title}.\"\n+++\n{text}\n")
}
