//! Saving under `cargo site serve`: the editor's page reads and writes the files of the site. Native only.

mod body;
mod document;
mod file_path;
mod folder;
mod guard;
mod journal;
mod plan;
mod refused;
mod request;
mod save;
mod secret;
pub(crate) mod text_folders;
mod transaction;
mod trash;
mod version;

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::extract::{RawQuery, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio::task::spawn_blocking;

use crate::content::Date;
use crate::content::write::{FILE, LIST, SAVE, WRITE};
use file_path::FilePath;
use refused::{Refused, json};
use save::Saves;
use secret::Secret;
use text_folders::TextFolders;

/// Reads and writes the files of a site for its editor.
#[derive(Debug)]
pub struct Editor {
    secret: Secret,
    saves: Arc<Saves>,
}

impl Editor {
    /// The editor of the site in `root`, with a new secret. A save that an earlier run did not end is undone. Deleted
    /// files are moved to the trash of the day that `today` returns; `work` is a folder for what a save has to remember.
    ///
    /// # Errors
    /// The folder cannot be read, or the earlier save cannot be undone.
    pub fn new(root: &Path, work: &Path, today: impl Fn() -> Date + Send + Sync + 'static) -> Result<Self> {
        let secret = Secret::random().map_err(|error| anyhow!("this system has no random numbers: {error}"))?;
        let saves = Saves::of(root, work, today).with_context(|| format!("{}: cannot be read", root.display()))?;
        if saves.recover()? {
            println!("A save did not end when the server was stopped last time. Its files are as they were before it.");
        }
        Ok(Self { secret, saves: Arc::new(saves) })
    }

    /// The routes of the editor below `base`. `page` returns its document as the bundler makes it, which knows no secret.
    pub fn routes(self, base: &str, page: impl Fn() -> Option<Vec<u8>> + Clone + Send + Sync + 'static) -> Router {
        let Self { secret, saves } = self;
        let [list, file, save] = [(); 3].map(|()| Arc::clone(&saves));
        let list = get(async move || answer(move || list.folder().list()).await);
        let file = get(async move |RawQuery(query)| {
            answer(move || file.folder().read(&named(query, &file.folder().text_folders())?)).await
        });
        let save = post(async move |request: Request| match body::read(request.into_body()).await {
            Ok(body) => answer(move || save.save(&body)).await,
            Err(refused) => refused.into_response(),
        });
        let requests = Router::new().route(&format!("{base}{LIST}"), list).route(&format!("{base}{FILE}"), file);
        let requests = requests.route(&format!("{base}{SAVE}"), save);
        let document = get(async move |headers: HeaderMap, secret: axum::Extension<Secret>| {
            let page = spawn_blocking(page).await.ok().flatten();
            document::send(page, &secret, &headers)
        });
        let document = document.layer(axum::Extension(secret.clone()));
        requests.layer(from_fn_with_state(secret, guard::check)).route(&format!("{base}{WRITE}"), document)
    }
}

/// Whether the editor reads and saves a file, by its path below the site's folder.
pub(super) fn is_editable(path: &str, folders: &TextFolders) -> bool {
    FilePath::parse(path, folders).is_ok()
}

/// The file that a query names.
fn named(query: Option<String>, folders: &TextFolders) -> Result<FilePath, Refused> {
    let query = query.unwrap_or_default();
    let path = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "path");
    let (_, path) = path.ok_or_else(|| Refused::bad("the request names no file", "add ?path=posts/hello.md"))?;
    FilePath::parse(&path, folders)
}

/// Runs work that blocks, and sends what it returns.
async fn answer<T: serde::Serialize + Send + 'static>(
    work: impl FnOnce() -> Result<T, Refused> + Send + 'static,
) -> Response {
    match spawn_blocking(work).await {
        Ok(Ok(value)) => json(StatusCode::OK, &value),
        Ok(Err(refused)) => refused.into_response(),
        Err(_) => {
            let message = "the server stopped unexpectedly in this request";
            Refused::new(StatusCode::INTERNAL_SERVER_ERROR, message, "see its terminal, and try again").into_response()
        }
    }
}
