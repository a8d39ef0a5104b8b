//! One commit for all changes of a save, whatever becomes of single requests.

use std::cell::Cell;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::{Conflict, Problem, Save, Saved, StoreError};
use super::api::{Api, PATIENCE_S};
use super::fault::{CallError, archived, busy, too_large};
use super::files::{Found, read, versions};
use super::head::{Head, branch};
use super::http::{Http, Timer};
use super::plan::{Comparison, Content, Plan};
use super::repository::Repository;

/// Waits before each attempt after the first.
const WAITS_MS: [u32; 6] = [300, 800, 2_000, 4_000, 8_000, 12_000];
/// GitHub's limit for a request.
const MAX_REQUEST_BYTES: usize = 40_000_000;
const COMMIT: &str = "mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}";
const HISTORY: &str = "query History($owner: String!, $name: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $name) {
    object(oid: $oid) { ... on Commit { history(first: 100) { nodes { oid url parents(first: 1) { nodes { oid } } } } } }
  }
}";

/// Commits the changes of a save to one branch.
pub(super) struct Committer<'a, H, T> {
    pub(super) api: &'a Api<H, T>,
    pub(super) site: &'a Repository,
    /// `owner/name` of the repository with the branch: the site's, or a fork of it.
    pub(super) repository: &'a str,
    /// The branch; none for the default branch.
    pub(super) branch: Option<&'a str>,
    /// Set while a commit has been sent, and nothing tells whether it was made.
    pub(super) in_doubt: &'a Cell<bool>,
}

/// What one attempt came to.
enum Attempt {
    Saved(Saved),
    /// GitHub has refused it for now: the branch has moved, or a limit ends soon.
    Again(StoreError),
    /// The commit may have been made.
    Unanswered(StoreError),
}

impl<H: Http, T: Timer> Committer<'_, H, T> {
    /// Makes the commit. After an error other than `Uncertain`, there is none.
    pub(super) async fn commit(&self, save: &Save) -> Result<Saved, StoreError> {
        let plan = Plan::of(save)?;
        let saved = self.attempts(save, &plan).await;
        if !self.in_doubt.get() {
            return saved;
        }
        saved.map_err(|error| uncertain(&error))
    }

    async fn attempts(&self, save: &Save, plan: &Plan<'_>) -> Result<Saved, StoreError> {
        let mut last = busy();
        // The head that an unanswered commit was to be put on.
        let mut unanswered: Option<String> = None;
        for wait in [None].into_iter().chain(WAITS_MS.map(Some)) {
            if let Some(wait) = wait {
                self.api.timer.wait(wait).await;
            }
            let head = self.head().await?;
            if let Some(before) = unanswered.take_if(|before| *before != head.oid) {
                // GitHub puts the unanswered commit on this head only: it is there now, or never will be.
                if let Some(saved) = self.made_on(&before, &head, plan).await? {
                    return Ok(saved);
                }
                self.in_doubt.set(false);
            }
            match self.attempt(save, plan, &head).await? {
                Attempt::Saved(saved) => return Ok(saved),
                Attempt::Again(error) => last = error,
                Attempt::Unanswered(error) => (last, unanswered) = (error, Some(head.oid)),
            }
        }
        Err(last)
    }

    async fn head(&self) -> Result<Head, StoreError> {
        let head = branch(self.api, self.repository, self.branch).await?;
        let head = head.ok_or_else(|| {
            StoreError::NotFound(Problem::new(
                format!("{} has no branch {}", self.repository, self.branch.unwrap_or("by default")),
                "correct the branch in site.toml, or make it on GitHub",
            ))
        })?;
        if head.archived { Err(archived()) } else { Ok(head) }
    }

    async fn attempt(&self, save: &Save, plan: &Plan<'_>, head: &Head) -> Result<Attempt, StoreError> {
        if self.ready(plan, head).await? == Comparison::Done {
            self.in_doubt.set(false);
            return Ok(Attempt::Saved(Saved { files: plan.outcome(), commit: None, link: None }));
        }
        let input = self.input(save, plan, head).await?;
        let doubted = self.in_doubt.replace(true);
        match self.api.mutate("createCommitOnBranch", COMMIT, &json!({ "input": input })).await {
            Ok(data) => match saved(&data["commit"], plan) {
                Some(saved) => {
                    self.in_doubt.set(false);
                    Ok(Attempt::Saved(saved))
                }
                None => Ok(Attempt::Unanswered(CallError::no_answer("the answer names no commit").error)),
            },
            Err(CallError { refused: false, error, .. }) => Ok(Attempt::Unanswered(error)),
            Err(refused) => {
                // That this one was refused does not tell what became of an earlier one.
                self.in_doubt.set(doubted);
                self.after_refusal(refused).await
            }
        }
    }

    /// A head that has moved is tried again, as is a limit that ends soon.
    async fn after_refusal(&self, refused: CallError) -> Result<Attempt, StoreError> {
        match refused {
            CallError { stale: true, error, .. } => Ok(Attempt::Again(error)),
            CallError { error: StoreError::Limited { retry_after_s }, .. } if retry_after_s <= PATIENCE_S => {
                self.api.timer.wait(retry_after_s.saturating_mul(1_000)).await;
                Ok(Attempt::Again(StoreError::Limited { retry_after_s }))
            }
            CallError { error, .. } => Err(error),
        }
    }

    /// Compares a commit with the save, which may be done on it already.
    ///
    /// # Errors
    /// If files are in conflict.
    pub(super) async fn ready(&self, plan: &Plan<'_>, head: &Head) -> Result<Comparison, StoreError> {
        let found = self.found(plan, &head.repository, &head.oid).await?;
        match plan.compare(&found) {
            Comparison::Conflict(paths) => Err(self.conflict(head, &found, paths).await?),
            comparison => Ok(comparison),
        }
    }

    /// What a commit has at the paths of a save.
    pub(super) async fn found(
        &self,
        plan: &Plan<'_>,
        repository: &str,
        commit: &str,
    ) -> Result<BTreeMap<String, Found>, StoreError> {
        let paths: Vec<String> = plan.paths().map(|path| self.site.path(path)).collect();
        let asked: Vec<&str> = paths.iter().map(String::as_str).collect();
        let mut found = versions(self.api, repository, commit, &asked).await?;
        Ok(plan.paths().filter_map(|path| Some((path.to_owned(), found.remove(&self.site.path(path))?))).collect())
    }

    /// The commit that was made on `before`, if it has the changes of the save.
    async fn made_on(&self, before: &str, head: &Head, plan: &Plan<'_>) -> Result<Option<Saved>, StoreError> {
        let (owner, name) = head.repository.split_once('/').unwrap_or((&head.repository, ""));
        let data = self.api.query(HISTORY, &json!({ "owner": owner, "name": name, "oid": head.oid })).await?;
        let commits = data["repository"]["object"]["history"]["nodes"].as_array();
        let next = commits.into_iter().flatten().filter(|commit| commit["parents"]["nodes"][0]["oid"] == before);
        for saved in next.filter_map(|commit| saved(commit, plan)) {
            let made = saved.commit.as_deref().unwrap_or_default();
            if plan.compare(&self.found(plan, &head.repository, made).await?) == Comparison::Done {
                self.in_doubt.set(false);
                return Ok(Some(saved));
            }
        }
        Ok(None)
    }

    async fn conflict(
        &self,
        head: &Head,
        found: &BTreeMap<String, Found>,
        paths: Vec<String>,
    ) -> Result<StoreError, StoreError> {
        let mut conflicts = Vec::new();
        for path in paths {
            let theirs = match found.get(&path) {
                Some(Found::File(_)) => {
                    Some(read(self.api, &head.repository, &head.oid, &self.site.path(&path), &path).await?)
                }
                Some(Found::Other) => return Ok(folder(&path)),
                _ => None,
            };
            conflicts.push(Conflict { path, theirs });
        }
        Ok(StoreError::Conflict(conflicts))
    }

    async fn input(&self, save: &Save, plan: &Plan<'_>, head: &Head) -> Result<Value, StoreError> {
        let (mut additions, mut deletions, mut bytes) = (Vec::new(), Vec::new(), 0);
        for step in &plan.steps {
            let path = self.site.path(step.expected.path);
            let contents = match step.content {
                Content::None => {
                    deletions.push(json!({ "path": path }));
                    continue;
                }
                Content::Bytes(bytes) => STANDARD.encode(bytes),
                Content::Of(from) => {
                    let file = read(self.api, &head.repository, &head.oid, &self.site.path(from), from).await?;
                    STANDARD.encode(file.bytes)
                }
            };
            bytes += contents.len();
            additions.push(json!({ "path": path, "contents": contents }));
        }
        if bytes > MAX_REQUEST_BYTES {
            return Err(too_large());
        }
        let (headline, body) = save.message.split_once('\n').unwrap_or((&save.message, ""));
        Ok(json!({
            "branch": { "repositoryNameWithOwner": head.repository, "branchName": head.branch },
            "expectedHeadOid": head.oid,
            "message": { "headline": headline.trim(), "body": body.trim() },
            "fileChanges": { "additions": additions, "deletions": deletions },
        }))
    }
}

fn saved(commit: &Value, plan: &Plan<'_>) -> Option<Saved> {
    let id = commit["oid"].as_str()?.to_owned();
    let link = commit["url"].as_str().map(str::to_owned);
    Some(Saved { files: plan.outcome(), commit: Some(id), link })
}

fn folder(path: &str) -> StoreError {
    StoreError::Refused(Problem::new(
        format!("{path} is a folder in the repository"),
        "save the text under another name",
    ))
}

pub(super) fn uncertain(error: &StoreError) -> StoreError {
    StoreError::Uncertain(Problem::new(
        format!("it is not known whether this was saved: {}", error.problem().message),
        "save again once GitHub answers: if it was saved, it is recognised and nothing is saved twice",
    ))
}
