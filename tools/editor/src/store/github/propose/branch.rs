//! The branch of a proposal: that of the same proposal made before, or a new one with a free name.

use serde_json::json;

use super::super::super::{Problem, StoreError};
use super::super::fault::CallError;
use super::super::head::branch;
use super::super::http::{Http, Timer};
use super::super::plan::{Comparison, Plan};
use super::Course;

const MAX_NAMES: usize = 30;
/// Attempts to make one branch, if GitHub does not answer.
const ATTEMPTS: usize = 3;
const WAIT_MS: u32 = 1_000;

impl<H: Http, T: Timer> Course<'_, H, T> {
    /// The branch to commit on.
    pub(super) async fn branch_in(&self, repository: &str, plan: &Plan<'_>) -> Result<String, StoreError> {
        let wish = allowed(&self.proposal.branch);
        for number in 1..=MAX_NAMES {
            let name = if number == 1 { wish.clone() } else { format!("{wish}-{number}") };
            let usable = match branch(&self.hub.api, repository, Some(&name)).await? {
                None => self.create(repository, &name, plan).await?,
                Some(head) => self.is_ours(repository, &name, &head.oid, plan).await?,
            };
            if usable {
                return Ok(name);
            }
        }
        Err(StoreError::Refused(Problem::new(
            format!("{repository} has {MAX_NAMES} branches with names like {wish}"),
            "delete those that are not needed, on the page Branches of the repository",
        )))
    }

    /// Whether a branch is that of this proposal: its pull request is open, or it was made and cut off before.
    async fn is_ours(&self, repository: &str, name: &str, oid: &str, plan: &Plan<'_>) -> Result<bool, StoreError> {
        if name == self.target.branch {
            return Ok(false);
        }
        let pulls = self.pulls(repository, name, "all").await?;
        if let Some(open) = pulls.iter().find(|pull| pull["state"] == "open") {
            return Ok(open["user"]["login"] == self.target.login);
        }
        if !pulls.is_empty() {
            return Ok(false);
        }
        let found = self.committer(repository, name).found(plan, repository, oid).await?;
        Ok(oid == self.target.oid || plan.compare(&found) == Comparison::Done)
    }

    /// Makes a branch at the site's commit. False if somebody else has made one with this name meanwhile.
    async fn create(&self, repository: &str, name: &str, plan: &Plan<'_>) -> Result<bool, StoreError> {
        // No branch is left behind for a change that is in conflict.
        self.committer(repository, name).ready(plan, &self.target).await?;
        let body = json!({ "ref": format!("refs/heads/{name}"), "sha": self.target.oid });
        for _ in 0..ATTEMPTS {
            match self.hub.api.post(&format!("/repos/{repository}/git/refs"), &body).await {
                Ok(_) => return Ok(true),
                Err(CallError { refused: false, .. }) => {
                    self.hub.api.timer.wait(WAIT_MS).await;
                    if let Some(head) = branch(&self.hub.api, repository, Some(name)).await? {
                        return Ok(head.oid == self.target.oid);
                    }
                }
                Err(CallError { error: StoreError::Refused(problem), .. })
                    if problem.message.contains("already exists") =>
                {
                    return Ok(false);
                }
                Err(CallError { error: StoreError::Refused(problem), .. }) => {
                    return Err(outdated(repository, &problem.message));
                }
                Err(error) => return Err(error.error),
            }
        }
        Err(CallError::no_answer("the branch of the proposal was not made").error)
    }
}

fn outdated(repository: &str, message: &str) -> StoreError {
    StoreError::Refused(Problem::new(
        format!("{repository} takes no branch at the newest commit of the site: {message}"),
        format!("open https://github.com/{repository}, choose Sync fork, and propose again"),
    ))
}

/// The name with what git does not take in a branch left out.
fn allowed(wish: &str) -> String {
    let plain =
        |character: char| if character.is_alphanumeric() || "-_/".contains(character) { character } else { '-' };
    let name: String = wish.chars().map(plain).collect();
    let parts: Vec<&str> = name.split('/').map(|part| part.trim_matches('-')).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "edit/text".to_owned() } else { parts.join("/") }
}
