//! The store in use. Browser only.

use std::rc::Rc;

use crate::browser::{js, request};
use crate::store::folder::Folder;
use crate::store::github::http::{Http, HttpError, Request, Response, Timer};
use crate::store::github::store::GitHub;
use crate::store::local::Local;
use crate::store::{Listed, Problem, Save, Saved, Store, StoreError, StoredFile};

/// GitHub, by the browser's requests.
pub(crate) type OnGitHub = GitHub<Fetch, Wait>;

/// The store in use. A handle: copies share it.
#[derive(Clone, Default)]
pub(crate) enum Stores {
    /// None: files are downloaded, or saved with GitHub's own form.
    #[default]
    None,
    /// The local server.
    Local(Local),
    /// GitHub, with a token. Without one, files of a public repository can be read.
    GitHub(Rc<OnGitHub>),
    /// A folder on disk.
    Folder(Folder),
}

impl Stores {
    /// Whether there is one.
    pub(crate) fn is_some(&self) -> bool {
        !matches!(self, Self::None)
    }
}

impl Store for Stores {
    async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::Local(store) => store.list().await,
            Self::GitHub(store) => store.list().await,
            Self::Folder(store) => store.list().await,
        }
    }

    async fn read(&self, path: &str) -> Result<StoredFile, StoreError> {
        match self {
            Self::None => Err(nowhere()),
            Self::Local(store) => store.read(path).await,
            Self::GitHub(store) => store.read(path).await,
            Self::Folder(store) => store.read(path).await,
        }
    }

    async fn save(&self, save: &Save) -> Result<Saved, StoreError> {
        match self {
            Self::None => Err(nowhere()),
            Self::Local(store) => store.save(save).await,
            Self::GitHub(store) => store.save(save).await,
            Self::Folder(store) => store.save(save).await,
        }
    }
}

fn nowhere() -> StoreError {
    StoreError::Refused(Problem::new(
        "the files of this site cannot be read from here",
        "give a token for its repository, or open its folder on this computer",
    ))
}

/// Requests by `fetch`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fetch;

impl Http for Fetch {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let headers = request.headers();
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let body = request.body.as_deref().map(str::as_bytes);
        let answer = request::send(request.method.as_str(), &request.url, &headers, body).await.map_err(HttpError)?;
        Ok(Response { status: answer.status, headers: answer.headers, body: answer.body })
    }
}

/// Waits by `setTimeout`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wait;

impl Timer for Wait {
    async fn wait(&self, milliseconds: u32) {
        js::sleep(i32::try_from(milliseconds).unwrap_or(i32::MAX)).await;
    }

    fn now_s(&self) -> u64 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time since 1970 in seconds")]
        let seconds = (js_sys::Date::now() / 1000.0) as u64;
        seconds
    }
}
