//! The fixture's site on a host of its own, which answers as GitHub Pages does, or as badly as a test needs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use personal_page::bundle::{Options, bundle};
use personal_page::cli::host::{host, listen};
use personal_page::content::Date;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::alter::Changes;
use crate::driver::prepared;

/// The address of the site in the fixture's files.
const WRITTEN: &str = "https://crumb.example";
/// How long a slow host keeps the program back.
pub(crate) const LATE: Duration = Duration::from_secs(1);

/// How the host behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Manner {
    /// As GitHub Pages does.
    Well,
    /// The program comes late, by [`LATE`].
    ProgramLate,
    /// The program is not there.
    ProgramMissing,
    /// Data is answered with 500.
    DataFails,
    /// Data ends in the middle.
    DataCut,
    /// Data is answered with HTML and 200, as hosts with a fallback do.
    DataIsHtml,
    /// Data is of a version that the program does not know.
    DataOfAnotherSchema,
    /// The line breaks while data comes.
    DataBreaksOff,
    /// Data never comes.
    DataNever,
    /// A page is of a version that its program does not know.
    PageOfAnotherSchema,
    /// Data of a post comes late, by [`LATE`].
    PostsLate,
    /// The browser may keep nothing, as under `cargo site serve`.
    NothingKept,
}

/// A site in a folder of its own, and the server that shows it. Both end with it.
pub(crate) struct Host {
    pub(crate) base: &'static str,
    /// Scheme, host and port.
    pub(crate) origin: String,
    folder: TempDir,
    desk: Arc<Desk>,
}

/// What the server and the test share.
struct Desk {
    manner: Mutex<Manner>,
    changes: Mutex<Changes>,
    answers: Mutex<Vec<(String, StatusCode)>>,
}

impl Host {
    /// Bundles the fixture for `base` and serves it on a free port.
    pub(crate) async fn start(base: &'static str) -> Self {
        Self::start_with("site", base).await
    }

    /// The same with another fixture.
    pub(crate) async fn start_with(fixture: &str, base: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for a test");
        let desk =
            Arc::new(Desk { manner: Mutex::new(Manner::Well), changes: Mutex::default(), answers: Mutex::default() });
        let calculator = get(async || Html("<!doctype html><title>Calculator</title><h1>Calculator</h1>"));
        let router = host(folder.path().join("out"), base)
            .route("/calculator/", calculator)
            .layer(from_fn_with_state(Arc::clone(&desk), answer));
        let (address, _server) = listen(router, 0).await.expect("a free port");
        let host = Self { base, origin: format!("http://{address}"), folder, desk };
        host.copy(fixture);
        host.bundle();
        host
    }

    /// From now on, answers in this manner.
    pub(crate) fn answers(&self, manner: Manner) {
        *lock(&self.desk.manner) = manner;
    }

    /// From now on, changes pages on their way.
    pub(crate) fn changes(&self, change: impl FnOnce(&mut Changes)) {
        change(&mut lock(&self.desk.changes));
    }

    /// How often a path below the host was asked for, and the last answer.
    pub(crate) fn asked(&self, path: &str) -> (usize, Option<StatusCode>) {
        let answers = lock(&self.desk.answers);
        let of_path: Vec<_> = answers.iter().filter(|(asked, _)| asked == path).collect();
        (of_path.len(), of_path.last().map(|(_, status)| *status))
    }

    /// The paths of all pages below the base, in order.
    pub(crate) fn pages(&self) -> Vec<String> {
        let out = self.out();
        let files = WalkDir::new(&out).sort_by_file_name().into_iter().map(|entry| entry.expect("a readable folder"));
        let folders = files.filter(|entry| entry.file_name() == "index.html").map(|entry| {
            let folder = entry.path().parent().and_then(|folder| folder.strip_prefix(&out).ok());
            folder.expect("every page is in a folder of the site").to_string_lossy().into_owned()
        });
        folders.map(|path| if path.is_empty() { path } else { path + "/" }).collect()
    }

    /// Changes words in a source, and makes the site anew.
    pub(crate) fn edit(&self, source: &str, from: &str, to: &str) {
        let path = self.folder.path().join("site").join(source);
        let text = fs::read_to_string(&path).expect("a source");
        assert!(text.contains(from), "{source} has {from:?}");
        fs::write(&path, text.replace(from, to)).expect("a source that can be written");
        self.bundle();
    }

    /// Puts further posts into the site, each by its name and text, and makes it anew.
    pub(crate) fn adds(&self, posts: impl IntoIterator<Item = (String, String)>) {
        for (name, text) in posts {
            fs::write(self.folder.path().join("site/posts").join(name), text).expect("a post that can be written");
        }
        self.bundle();
    }

    /// Takes a page off the host, as a later publication without it does.
    pub(crate) fn withdraw(&self, page: &str) {
        fs::remove_dir_all(self.out().join(page)).expect("a page to withdraw");
    }

    /// The folder with the finished site.
    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn copy(&self, fixture: &str) {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
        for entry in WalkDir::new(&fixture) {
            let entry = entry.expect("a readable fixture");
            let path = entry.path().strip_prefix(&fixture).expect("it is below the fixture");
            let to = self.folder.path().join("site").join(path);
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).expect("a folder for a test");
                continue;
            }
            let bytes = fs::read(entry.path()).expect("a readable fixture");
            let bytes = match String::from_utf8(bytes) {
                Ok(text) => text.replace(WRITTEN, &self.origin).into_bytes(),
                Err(picture) => picture.into_bytes(),
            };
            fs::write(to, bytes).expect("a file for a test");
        }
    }

    fn bundle(&self) {
        let shell = prepared(if self.base == "/" { "SITE_SHELL_ROOT" } else { "SITE_SHELL_REPO" });
        let options = Options {
            shell: shell.into(),
            out: self.out(),
            base: Some(self.base.to_owned()),
            search: true,
            // One of the fixture's links is a disguised script, and leads nowhere as it should.
            lenient: true,
            ..Options::new(self.folder.path().join("site"), Date::new(2026, 5, 1).expect("a day of the calendar"))
        };
        bundle(&options).unwrap_or_else(|failure| panic!("the fixture cannot be bundled:\n{failure}"));
    }
}

async fn answer(State(desk): State<Arc<Desk>>, mut request: Request, next: Next) -> Response {
    let manner = *lock(&desk.manner);
    let path = request.uri().path().to_owned();
    let (data, program) = (path.ends_with("index.json"), path.ends_with(".wasm"));
    let page = path.ends_with('/');
    if data || page {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    let late =
        manner == Manner::ProgramLate && program || manner == Manner::PostsLate && data && path.contains("/posts/");
    if late {
        tokio::time::sleep(LATE).await;
    }
    let mut response = match manner {
        Manner::ProgramMissing if program => StatusCode::NOT_FOUND.into_response(),
        Manner::DataFails if data => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Manner::DataBreaksOff if data => {
            let parts = [Ok("{\"schema\":1,"), Err(io::Error::from(io::ErrorKind::ConnectionReset))];
            ([(CONTENT_TYPE, "application/json")], Body::from_stream(tokio_stream::iter(parts))).into_response()
        }
        Manner::DataNever if data => std::future::pending().await,
        Manner::PageOfAnotherSchema if page => {
            rewrite(next.run(request).await, |text| text.replace("{\"schema\":", "{\"schema\":9")).await
        }
        Manner::DataIsHtml if data => Html("<!doctype html><title>Crumb</title>").into_response(),
        Manner::DataCut if data => rewrite(next.run(request).await, |text| text[..text.len() / 2].to_owned()).await,
        Manner::DataOfAnotherSchema if data => {
            rewrite(next.run(request).await, |text| text.replace("\"schema\":", "\"schema\":9")).await
        }
        _ => next.run(request).await,
    };
    if page {
        let changes = lock(&desk.changes).clone();
        response = changes.make(response).await;
    }
    if manner == Manner::NothingKept {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    lock(&desk.answers).push((path, response.status()));
    response
}

/// The answer with another text.
async fn rewrite(response: Response, change: impl FnOnce(String) -> String) -> Response {
    let kind = response.headers().get(CONTENT_TYPE).cloned();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    let text = change(String::from_utf8(bytes.into()).expect("data is text"));
    ([(CONTENT_TYPE, kind.expect("data has a type"))], Body::from(text)).into_response()
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
