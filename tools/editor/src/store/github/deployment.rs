//! Whether a commit has become the page: the run of the workflow that builds the site.

use serde_json::Value;

use super::super::StoreError;
use super::address::encoded;
use super::head::of_site;
use super::http::{Http, Timer};
use super::store::GitHub;

/// The workflow that builds the site, if others run for the same commit.
const WORKFLOW: &str = "/pages.yml";
/// Waits between looks. A site is built within minutes; the last wait is repeated.
const WAITS_MS: [u32; 6] = [2_000, 3_000, 5_000, 8_000, 12_000, 20_000];
/// Half an hour.
const MAX_LOOKS: usize = 90;

/// How far a commit is on its way to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// What the workflow does.
    pub state: State,
    /// The page of the run on GitHub.
    pub run: Option<String>,
    /// The address of the site, if the token may see it.
    pub site: Option<String>,
}

/// The state of a workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No run has begun.
    Waiting,
    /// The site is being built.
    Building,
    /// The site is built, and the change is on the page.
    Live,
    /// The build has failed: the page is as before.
    Failed,
    /// A newer commit is built instead, or somebody has cancelled the run.
    Cancelled,
}

impl State {
    /// Whether the state will not change any more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Live | Self::Failed | Self::Cancelled)
    }
}

impl<H: Http, T: Timer> GitHub<H, T> {
    /// Looks once how far a commit is.
    ///
    /// # Errors
    /// If GitHub does not answer, or the token may not see runs of workflows (Actions: Read-only).
    pub async fn deployment(&self, commit: &str) -> Result<Deployment, StoreError> {
        let repository = of_site(&self.api, &self.site).await?.repository;
        let path = format!("/repos/{repository}/actions/runs?head_sha={}&per_page=100", encoded(commit));
        let (state, run) = of_runs(&self.api.get_json(&path).await?["workflow_runs"]);
        let site = if state == State::Live { self.address(&repository).await } else { None };
        Ok(Deployment { state, run, site })
    }

    /// Looks until the state is final, with growing waits, and tells of each change. Once it is not wanted any more, as after
    /// the token was forgotten, nothing is sent.
    ///
    /// # Errors
    /// As [`GitHub::deployment`].
    pub async fn until_deployed(
        &self,
        commit: &str,
        is_wanted: impl Fn() -> bool,
        mut tell: impl FnMut(&Deployment),
    ) -> Result<Deployment, StoreError> {
        let mut last: Option<Deployment> = None;
        for look in 0..MAX_LOOKS {
            if !is_wanted() {
                break;
            }
            let now = self.deployment(commit).await?;
            if last.as_ref() != Some(&now) {
                tell(&now);
            }
            if now.state.is_final() {
                return Ok(now);
            }
            last = Some(now);
            self.api.timer.wait(WAITS_MS[look.min(WAITS_MS.len() - 1)]).await;
        }
        Ok(last.unwrap_or(Deployment { state: State::Waiting, run: None, site: None }))
    }

    /// Best effort: a token without Pages: Read-only may not see the address, which `site.toml` has, too.
    async fn address(&self, repository: &str) -> Option<String> {
        let pages = self.api.get_json(&format!("/repos/{repository}/pages")).await.ok()?;
        pages["html_url"].as_str().map(str::to_owned)
    }
}

/// The state of all runs for a commit, and the page of the one that decides.
fn of_runs(runs: &Value) -> (State, Option<String>) {
    let all: Vec<&Value> = runs.as_array().into_iter().flatten().collect();
    let is_site = |run: &&Value| run["path"].as_str().is_some_and(|path| path.ends_with(WORKFLOW));
    let of_site: Vec<&Value> = all.iter().copied().filter(is_site).collect();
    let runs = if of_site.is_empty() { all } else { of_site };
    // The least finished decides; of runs that are done, the worst.
    let decides = runs.into_iter().map(|run| (state(run), run)).min_by_key(|(state, _)| match state {
        State::Waiting => 0,
        State::Building => 1,
        State::Failed => 2,
        State::Cancelled => 3,
        State::Live => 4,
    });
    decides.map_or((State::Waiting, None), |(state, run)| (state, run["html_url"].as_str().map(str::to_owned)))
}

fn state(run: &Value) -> State {
    match (run["status"].as_str(), run["conclusion"].as_str()) {
        (Some("completed"), Some("success" | "neutral" | "skipped")) => State::Live,
        (Some("completed"), Some("cancelled" | "stale")) => State::Cancelled,
        (Some("completed"), _) => State::Failed,
        (Some("in_progress"), _) => State::Building,
        _ => State::Waiting,
    }
}
