//! The fixture's site on its own host, which a test can publish again, or take offline.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::Html;
use axum::routing::get;
use personal_page::bundle::{Options, bundle};
use personal_page::cli::server::host::host;
use personal_page::cli::server::listen::listen;
use personal_page::content::{Date, Route};
use tokio::runtime::{Builder, Runtime};
use walkdir::WalkDir;

use crate::alter::Changes;
use crate::caches;
use crate::common::folder::Folder;
use crate::driver::prepared;
use crate::manner::{Desk, answer, lock};
pub(crate) use crate::manner::{LATE, Manner};

/// The address of the site in the fixture.
const WRITTEN: &str = "https://crumb.example";

/// A site in its own folder, and its server. Both are removed on drop.
pub(crate) struct Host {
    pub(crate) base: &'static str,
    /// Scheme, host and port.
    pub(crate) origin: String,
    folder: Folder,
    desk: Arc<Desk>,
    router: Router,
    /// The runtime of the server: dropping it closes every connection. `None` while the host is offline.
    line: Mutex<Option<Runtime>>,
    /// The folder with the program.
    shell: Mutex<PathBuf>,
}

impl Drop for Host {
    fn drop(&mut self) {
        self.leaves();
    }
}

impl Host {
    /// Bundles the fixture for `base` and serves it on a free port.
    pub(crate) async fn start(base: &'static str) -> Self {
        Self::start_with("site", base).await
    }

    /// Like [`Self::start`], with another fixture.
    pub(crate) async fn start_with(fixture: &str, base: &'static str) -> Self {
        let folder = Folder::new();
        let desk =
            Arc::new(Desk { manner: Mutex::new(Manner::Well), changes: Mutex::default(), answers: Mutex::default() });
        let calculator = get(async || Html("<!doctype html><title>Calculator</title><h1>Calculator</h1>"));
        let router = host(folder.path("out"), base)
            .route("/calculator/", calculator)
            .layer(from_fn_with_state(Arc::clone(&desk), answer));
        let shell = prepared("SITE_SHELL").into();
        let (line, shell) = (Mutex::new(None), Mutex::new(shell));
        let mut host = Self { base, origin: String::new(), folder, desk, router, line, shell };
        host.origin = format!("http://{}", host.answers_at(0).await);
        host.copy(fixture);
        caches::fill(fixture, &host.folder);
        host.bundle();
        caches::keep(fixture, &host.folder);
        host
    }

    /// Goes offline, as without a network.
    pub(crate) fn leaves(&self) {
        if let Some(line) = lock(&self.line).take() {
            line.shutdown_background();
        }
    }

    /// Goes online again.
    pub(crate) async fn comes_back(&self) {
        let port = self.origin.rsplit(':').next().and_then(|port| port.parse().ok());
        self.answers_at(port.expect("a port")).await;
    }

    async fn answers_at(&self, port: u16) -> SocketAddr {
        let line = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a thread for the host");
        let router = self.router.clone();
        let listening = line.spawn(async move { listen(router, port).await.map(|(address, _)| address) });
        *lock(&self.line) = Some(line);
        listening.await.expect("the line holds").expect("the port is free")
    }

    /// Answers in this manner from now on.
    pub(crate) fn answers(&self, manner: Manner) {
        *lock(&self.desk.manner) = manner;
    }

    /// Changes pages on their way from now on.
    pub(crate) fn changes(&self, change: impl FnOnce(&mut Changes)) {
        change(&mut lock(&self.desk.changes));
    }

    /// How often a path below the host was requested, and the last status.
    pub(crate) fn asked(&self, path: &str) -> (usize, Option<StatusCode>) {
        let answers = lock(&self.desk.answers);
        let of_path: Vec<_> = answers.iter().filter(|(asked, _)| asked == path).collect();
        (of_path.len(), of_path.last().map(|(_, status)| *status))
    }

    /// The paths of all pages for readers below the base, sorted. The editor has a document of another kind.
    pub(crate) fn pages(&self) -> Vec<String> {
        let out = self.out();
        let files = WalkDir::new(&out).sort_by_file_name().into_iter().map(|entry| entry.expect("a readable folder"));
        let folders = files.filter(|entry| entry.file_name() == "index.html").map(|entry| {
            let folder = entry.path().parent().and_then(|folder| folder.strip_prefix(&out).ok());
            folder.expect("every page is in a folder of the site").to_string_lossy().into_owned()
        });
        let paths = folders.map(|path| if path.is_empty() { path } else { path + "/" });
        paths.filter(|path| *path != Route::Write.path()).collect()
    }

    /// Replaces text in a source file, and publishes the site again.
    pub(crate) fn edit(&self, source: &str, from: &str, to: &str) {
        let path = self.folder.path("site").join(source);
        let text = fs::read_to_string(&path).expect("a source");
        assert!(text.contains(from), "{source} has {from:?}");
        fs::write(&path, text.replace(from, to)).expect("a source that can be written");
        self.bundle();
    }

    /// The text of a source file.
    pub(crate) fn source(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path("site").join(path)).expect("a source")
    }

    /// Publishes the site with another program, without any file of the one before.
    pub(crate) fn deploys_another_program(&self) {
        let (from, to) = (lock(&self.shell).clone(), self.folder.path("shell"));
        fs::create_dir(&to).expect("a folder for a test");
        let name = |name: &str| name.replace("personal-page-", "personal-page-0");
        let entries = fs::read_dir(from).expect("a shell").map(|entry| entry.expect("a file of the shell"));
        // The editor is no part of what readers load.
        for entry in entries.filter(|entry| entry.path().is_file()) {
            let file = entry.file_name().into_string().expect("a name");
            let bytes = fs::read(entry.path()).expect("a file of the shell");
            let bytes = if file == "index.html" { name(&String::from_utf8_lossy(&bytes)).into_bytes() } else { bytes };
            // The script names the second file of the program, and the page knows the hash of the script.
            let is_second = file.ends_with(".wasm") && !file.ends_with("_bg.wasm");
            fs::write(to.join(if is_second { file } else { name(&file) }), bytes).expect("a file for a test");
        }
        *lock(&self.shell) = to;
        fs::remove_dir_all(self.out()).expect("the site of before");
        self.bundle();
    }

    /// Publishes the same site a second time, as another project on the same host.
    pub(crate) fn has_another_site_at(&self, base: &'static str) {
        self.bundle_at(base, prepared("SITE_SHELL").into(), self.out().join(base.trim_matches('/')));
    }

    /// Publishes the site with a service worker, or without.
    pub(crate) fn is_readable_offline(&self, offline: bool) {
        let (off, on) = ("per_page = 4\n", "offline = true\nper_page = 4\n");
        let (from, to) = if offline { (off, on) } else { (on, off) };
        self.edit("site.toml", from, to);
    }

    /// Adds posts, each by its name and text, and publishes the site again.
    pub(crate) fn adds(&self, posts: impl IntoIterator<Item = (String, String)>) {
        for (name, text) in posts {
            self.folder.write(format!("site/posts/{name}"), text);
        }
        self.bundle();
    }

    /// Removes a page from the host, as a later publication without it does.
    pub(crate) fn withdraw(&self, page: &str) {
        fs::remove_dir_all(self.out().join(page)).expect("a page to withdraw");
    }

    /// The folder of the finished site.
    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path("out")
    }

    fn copy(&self, fixture: &str) {
        self.folder.copy(fixture, "site", |bytes| match String::from_utf8(bytes) {
            Ok(text) => text.replace(WRITTEN, &self.origin).into_bytes(),
            Err(picture) => picture.into_bytes(),
        });
    }

    fn bundle(&self) {
        self.bundle_at(self.base, lock(&self.shell).clone(), self.out());
    }

    fn bundle_at(&self, base: &str, shell: PathBuf, out: PathBuf) {
        let options = Options {
            shell,
            out,
            base: Some(base.to_owned()),
            search: true,
            offline: true,
            // One of the fixture's links is a disguised script, which is not written as a link.
            lenient: true,
            ..Options::new(self.folder.path("site"), Date::new(2026, 5, 1).expect("a day of the calendar"))
        };
        bundle(&options).unwrap_or_else(|failure| panic!("the fixture cannot be bundled:\n{failure}"));
    }
}
