//! A site whose texts are edited, and requests as its editor's page sends them.

use std::fs;
use std::path::PathBuf;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use personal_page::cli::server::write::Editor;
use personal_page::content::Date;
use serde_json::{Value, json};
use sha1::{Digest, Sha1};
use tower::ServiceExt;
use walkdir::WalkDir;

use crate::common::folder::{CONFIG, Folder};

/// The document of the editor, as the bundler makes it.
const DOCUMENT: &str = "<!doctype html><html><head><title>Write</title></head><body>&lt;/head> of a text</body></html>";
pub(crate) const HOST: &str = "localhost:8080";
pub(crate) const ORIGIN: &str = "http://localhost:8080";

pub(crate) struct Desk {
    folder: Folder,
    router: Router,
    pub(crate) secret: String,
}

impl Desk {
    /// A site with a note, a trip with a picture, and an editor for it.
    pub(crate) async fn new() -> Self {
        let folder = Folder::new();
        folder.write("site/site.toml", CONFIG);
        folder.write("site/posts/hello.md", "Hello, world.\n");
        folder.write("site/posts/trip/index.md", "![The lake](lake.jpg)\n");
        folder.write("site/posts/trip/lake.jpg", b"\xff\xd8 a picture");
        folder.write("secret.txt", "not of the site");
        Self::on(folder, "/").await
    }

    /// The editor of the site in a folder, after a start of the server.
    pub(crate) async fn on(folder: Folder, base: &str) -> Self {
        let day = Date::new(2025, 3, 1).expect("a day");
        let editor = Editor::new(&folder.path("site"), &folder.path("work"), move || day).expect("a readable folder");
        let router = editor.routes(base, || Some(DOCUMENT.as_bytes().to_vec()));
        let mut desk = Self { folder, router, secret: String::new() };
        let page = desk.document(base, &[("sec-fetch-site", "none")]).await;
        let (_, secret) = page.split_once("<meta name=\"write-secret\" content=\"").expect("the secret");
        desk.secret = secret.split('"').next().expect("its end").to_owned();
        desk
    }

    /// Starts the server again.
    pub(crate) async fn restarted(self) -> Self {
        Self::on(self.folder, "/").await
    }

    /// The document of the editor, requested with these headers.
    pub(crate) async fn document(&self, base: &str, headers: &[(&str, &str)]) -> String {
        let request = Request::builder().uri(format!("{base}write/"));
        let has_host = headers.iter().any(|(name, _)| *name == "host");
        let request = if has_host { request } else { request.header("host", HOST) };
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        text(self.send(request.body(Body::empty()).expect("a request")).await).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.expect("a response")
    }

    /// Sends a request of the editor's page: status code and JSON.
    pub(crate) async fn ask(&self, method: &str, path: &str, body: impl Into<Body>) -> (StatusCode, Value) {
        let request = Request::builder().method(method).uri(format!("/write/api/{path}")).header("host", HOST);
        let request = request.header("x-write-secret", &self.secret).header("origin", ORIGIN);
        let request = request.header("sec-fetch-site", "same-origin").header("content-type", "application/json");
        let response = self.send(request.body(body.into()).expect("a request")).await;
        let status = response.status();
        let text = text(response).await;
        (status, serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")))
    }

    /// Saves changes.
    pub(crate) async fn save(&self, changes: Value) -> (StatusCode, Value) {
        self.ask("POST", "save", json!({ "changes": changes, "message": "A test" }).to_string()).await
    }

    /// Saves changes that are accepted.
    #[track_caller]
    pub(crate) fn saves(&self, changes: Value) -> impl Future<Output = Value> {
        let asked = changes.to_string();
        async move {
            let (status, answer) = self.save(changes).await;
            assert_eq!(status, StatusCode::OK, "{asked}: {answer}");
            answer["files"].clone()
        }
    }

    /// Saves changes that are refused: status code and message. Nothing on the disk changes, and there is a remedy.
    pub(crate) async fn refuses(&self, changes: Value) -> (StatusCode, String) {
        let before = self.files();
        let asked = changes.to_string();
        let (status, answer) = self.save(changes).await;
        assert!(status.is_client_error() || status.is_server_error(), "{asked}: {answer}");
        assert_eq!(self.files(), before, "{asked}");
        assert!(answer["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()), "{answer}");
        (status, answer["message"].as_str().expect("a message").to_owned())
    }

    /// Saves changes that are in conflict: the files as they are. Nothing on the disk changes.
    pub(crate) async fn conflicts(&self, changes: Value) -> Value {
        let before = self.files();
        let (status, answer) = self.save(changes).await;
        assert_eq!(status, StatusCode::CONFLICT, "{answer}");
        assert_eq!(self.files(), before);
        answer["conflicts"].clone()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path(format!("site/{path}"))
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        self.folder.write(format!("site/{path}"), bytes);
    }

    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The version of a file.
    pub(crate) fn version(&self, path: &str) -> String {
        version(&self.bytes(path))
    }

    /// All files and folders of the test, with the content of each file.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries =
            WalkDir::new(self.folder.root()).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
        let file = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(self.folder.root()).expect("a path in the folder").to_string_lossy();
            (path.into_owned(), fs::read(entry.path()).unwrap_or_default())
        };
        // The folder of the journal stays.
        entries.map(file).filter(|(path, _)| path != "work").collect()
    }

    /// The paths of the files below `posts/`, and of those in the trash.
    pub(crate) fn names(&self) -> Vec<String> {
        let files = WalkDir::new(self.path("")).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
        let files = files.filter(|entry| !entry.file_type().is_dir());
        let path = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(self.path("")).expect("a path in the folder").to_string_lossy();
            path.replace('\\', "/")
        };
        files.map(path).filter(|path| path != "site.toml").collect()
    }
}

/// A file to write.
pub(crate) fn put(path: &str, base: Option<&str>, bytes: impl AsRef<[u8]>) -> Value {
    json!({ "kind": "write", "path": path, "base": base, "base64": STANDARD.encode(bytes) })
}

pub(crate) fn delete(path: &str, base: &str) -> Value {
    json!({ "kind": "delete", "path": path, "base": base })
}

pub(crate) fn rename(path: &str, to: &str, base: &str) -> Value {
    json!({ "kind": "rename", "path": path, "to": to, "base": base })
}

/// The id that git gives a file with these bytes.
pub(crate) fn version(bytes: &[u8]) -> String {
    let blob = [format!("blob {}\0", bytes.len()).as_bytes(), bytes].concat();
    Sha1::digest(blob).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn text(response: Response<Body>) -> String {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}
