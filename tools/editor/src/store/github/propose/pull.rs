//! The pull request of a proposal.

use serde_json::{Value, json};

use super::super::super::StoreError;
use super::super::address::encoded;
use super::super::fault::CallError;
use super::super::forms::compare;
use super::super::http::{Http, Timer};
use super::{Course, Pull};

const ATTEMPTS: usize = 3;
const WAIT_MS: u32 = 1_500;

impl<H: Http, T: Timer> Course<'_, H, T> {
    /// The pull request of the branch, opened if there is none.
    pub(super) async fn pull(&self, repository: &str, branch: &str) -> Result<Pull, StoreError> {
        let mut sent = false;
        for _ in 0..ATTEMPTS {
            if let Some(link) = self.open_pull(repository, branch).await? {
                return Ok(Pull::Open { link, updated: !sent });
            }
            sent = true;
            match self
                .hub
                .api
                .post(&format!("/repos/{}/pulls", self.target.repository), &self.body(repository, branch))
                .await
            {
                Ok(pull) => return Ok(Pull::Open { link: link(&pull).unwrap_or_default(), updated: false }),
                Err(CallError { error: StoreError::Forbidden(_) | StoreError::NotFound(_), .. }) => {
                    return Ok(Pull::Form { link: self.form(repository, branch) });
                }
                // It was opened meanwhile, or perhaps by this request: the next look tells.
                Err(CallError { refused: false, .. }) => self.hub.api.timer.wait(WAIT_MS).await,
                Err(CallError { error: StoreError::Refused(problem), .. })
                    if problem.message.contains("already exists") => {}
                Err(error) => return Err(error.error),
            }
        }
        // The commit is there, and the form needs no answer of the API.
        Ok(Pull::Form { link: self.form(repository, branch) })
    }

    /// The pull requests of a branch. `state` is `open` or `all`.
    pub(super) async fn pulls(&self, repository: &str, branch: &str, state: &str) -> Result<Vec<Value>, StoreError> {
        let head = encoded(&head(repository, branch));
        let path = format!("/repos/{}/pulls?state={state}&per_page=100&head={head}", self.target.repository);
        let pulls = self.hub.api.get_json(&path).await?;
        Ok(pulls.as_array().cloned().unwrap_or_default())
    }

    async fn open_pull(&self, repository: &str, branch: &str) -> Result<Option<String>, StoreError> {
        let pulls = self.pulls(repository, branch, "open").await?;
        Ok(pulls.iter().find(|pull| pull["base"]["ref"] == self.target.branch.as_str()).and_then(link))
    }

    fn body(&self, repository: &str, branch: &str) -> Value {
        json!({
            "title": self.proposal.title,
            "body": self.proposal.text,
            "head": head(repository, branch),
            "base": self.target.branch,
            "maintainer_can_modify": repository != self.target.repository,
        })
    }

    fn form(&self, repository: &str, branch: &str) -> String {
        let (web, proposal) = (&self.hub.site.web, self.proposal);
        let head = head(repository, branch);
        compare(web, &self.target.repository, &self.target.branch, &head, &proposal.title, &proposal.text)
    }
}

/// `owner:branch`.
fn head(repository: &str, branch: &str) -> String {
    format!("{}:{branch}", repository.split('/').next().unwrap_or_default())
}

fn link(pull: &Value) -> Option<String> {
    pull["html_url"].as_str().map(str::to_owned)
}
