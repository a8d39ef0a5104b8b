//! The fork of those who may not push.

use serde_json::{Value, json};

use super::super::super::{Problem, StoreError};
use super::super::fault::CallError;
use super::super::forms;
use super::super::head::branch;
use super::super::http::{Http, Timer};
use super::Course;

/// Waits until a new fork has its branch: GitHub answers before it does.
const WAITS_MS: [u32; 7] = [500, 1_000, 2_000, 3_000, 5_000, 8_000, 13_000];

impl<H: Http, T: Timer> Course<'_, H, T> {
    /// The user's fork, made if there is none, with the site's branch as it is now. Returns `owner/name`.
    pub(super) async fn fork(&self) -> Result<String, StoreError> {
        let fork = self.make_fork().await?;
        for wait in WAITS_MS {
            match branch(&self.hub.api, &fork, Some(&self.target.branch)).await {
                Ok(Some(head)) if head.oid == self.target.oid => return Ok(fork),
                Ok(Some(_)) => {
                    self.sync(&fork).await;
                    return Ok(fork);
                }
                // A fork that is not ready is empty, or not there.
                Ok(None) | Err(StoreError::Refused(_) | StoreError::NotFound(_)) => {
                    self.hub.api.timer.wait(wait).await;
                }
                Err(error) => return Err(error),
            }
        }
        Err(StoreError::Unreachable(Problem::new(
            format!("GitHub has not made the fork {fork} yet"),
            "propose again in a few minutes; the draft is kept on this device",
        )))
    }

    /// GitHub answers with the fork that is there, so that asking again is safe.
    async fn make_fork(&self) -> Result<String, StoreError> {
        let path = format!("/repos/{}/forks", self.target.repository);
        let body = json!({ "default_branch_only": self.hub.site.branch.is_none() });
        let mut waits = WAITS_MS.into_iter().take(3);
        loop {
            match self.hub.api.post(&path, &body).await {
                Ok(fork) => return self.name_of(&fork),
                Err(CallError { refused: false, error, .. }) => match waits.next() {
                    Some(wait) => self.hub.api.timer.wait(wait).await,
                    None => return Err(error),
                },
                Err(CallError { error: StoreError::Forbidden(problem) | StoreError::NotFound(problem), .. }) => {
                    return Err(self.not_allowed(&problem));
                }
                Err(error) => return Err(error.error),
            }
        }
    }

    fn name_of(&self, fork: &Value) -> Result<String, StoreError> {
        let name = fork["full_name"].as_str().map(str::to_owned);
        name.ok_or_else(|| StoreError::Server { status: 202, message: "the answer does not name the fork".to_owned() })
    }

    fn not_allowed(&self, problem: &Problem) -> StoreError {
        let site = &self.hub.site;
        let path = self.save.changes.first().map_or("posts", |change| change.path());
        StoreError::Forbidden(Problem::new(
            format!("the token may not make a fork of {}: {}", self.target.repository, problem.message),
            format!(
                "a fine-grained token is for repositories of your own: make a classic one at {}, or change the text in \
                 GitHub's own form, which needs no token: {}",
                forms::classic_token(site),
                forms::edit(site, &self.target.branch, path)
            ),
        ))
    }

    /// Brings the fork's branch to where the site's is. Best effort: a fork with commits of its own may refuse, and the
    /// proposal's branch begins at the site's commit all the same.
    async fn sync(&self, fork: &str) {
        let body = json!({ "branch": self.target.branch });
        let _ = self.hub.api.post(&format!("/repos/{fork}/merge-upstream"), &body).await;
    }
}
