//! The store on GitHub.

use std::cell::Cell;
use std::future::{Future, pending};

use super::super::{Listed, Problem, Save, Saved, Store, StoreError, StoredFile};
use super::api::Api;
use super::commit::{Committer, uncertain};
use super::fault::no_token;
use super::files::{below, read};
use super::head::of_site;
use super::http::{Http, Timer};
use super::race::first_of;
use super::repository::Repository;
use super::token::Token;

/// The longest that a save lasts, whatever GitHub does: 5 MB over a slow network, and some attempts.
const SAVE_MS: u32 = 300_000;

/// The repository of a site, opened with a token. Without one, a public repository can be read.
pub struct GitHub<H, T> {
    pub(super) api: Api<H, T>,
    pub(super) site: Repository,
}

/// Who saves, and what GitHub says they may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The user's name.
    pub login: String,
    /// Whether the user may push to the repository. Whether the token may is known once it has tried.
    pub may_push: bool,
    /// Nothing can be written to an archived repository.
    pub archived: bool,
    /// The branch that the site is built from.
    pub branch: String,
    /// `owner/name` as it is now: the repository may have been renamed.
    pub repository: String,
}

impl<H: Http, T: Timer> GitHub<H, T> {
    /// Opens a repository. Nothing is sent.
    pub fn new(site: Repository, token: Option<Token>, http: H, timer: T) -> Self {
        let (rest, graphql) = (site.api.clone(), site.graphql());
        Self { api: Api { http, timer, token, rest, graphql }, site }
    }

    /// The repository.
    pub fn site(&self) -> &Repository {
        &self.site
    }

    /// Who the token belongs to, and what they may do.
    ///
    /// # Errors
    /// If the token is not known, or the repository is not there.
    pub async fn access(&self) -> Result<Access, StoreError> {
        let head = of_site(&self.api, &self.site).await?;
        Ok(Access {
            login: head.login,
            may_push: head.may_push,
            archived: head.archived,
            branch: head.branch,
            repository: head.repository,
        })
    }

    /// Saves, unless `cancelled` ends before. A save that is cancelled after its commit was sent is `Uncertain`.
    ///
    /// # Errors
    /// As [`Store::save`].
    pub async fn save_unless(&self, save: &Save, cancelled: impl Future<Output = ()>) -> Result<Saved, StoreError> {
        let in_doubt = Cell::new(false);
        let repository = self.site.full_name();
        let branch = self.site.branch.as_deref();
        let committer =
            Committer { api: &self.api, site: &self.site, repository: &repository, branch, in_doubt: &in_doubt };
        self.bounded(&in_doubt, committer.commit(save), cancelled).await
    }

    /// Does what needs a token, and ends it if it takes too long or is cancelled.
    pub(super) async fn bounded<A>(
        &self,
        in_doubt: &Cell<bool>,
        work: impl Future<Output = Result<A, StoreError>>,
        cancelled: impl Future<Output = ()>,
    ) -> Result<A, StoreError> {
        if self.api.token.is_none() {
            return Err(no_token());
        }
        let in_time = first_of(work, self.api.timer.wait(SAVE_MS));
        let Some(ended) = first_of(in_time, cancelled).await else {
            return Err(if in_doubt.get() { uncertain(&StoreError::Cancelled) } else { StoreError::Cancelled });
        };
        ended.unwrap_or_else(|| {
            let late = StoreError::Unreachable(Problem::new(
                format!("GitHub did not finish within {} minutes", SAVE_MS / 60_000),
                "save again with a better connection; the draft is kept on this device",
            ));
            Err(if in_doubt.get() { uncertain(&late) } else { late })
        })
    }
}

impl<H: Http, T: Timer> Store for GitHub<H, T> {
    async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let head = of_site(&self.api, &self.site).await?;
        let mut files = Vec::new();
        for folder in &self.site.texts {
            files.extend(below(&self.api, &head, &self.site.path(folder)).await?);
        }
        for file in &mut files {
            file.path.drain(..self.site.folder.len());
        }
        Ok(files)
    }

    async fn read(&self, path: &str) -> Result<StoredFile, StoreError> {
        let head = of_site(&self.api, &self.site).await?;
        read(&self.api, &head.repository, &head.oid, &self.site.path(path), path).await
    }

    async fn save(&self, save: &Save) -> Result<Saved, StoreError> {
        self.save_unless(save, pending()).await
    }
}
