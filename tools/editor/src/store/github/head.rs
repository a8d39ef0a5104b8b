//! The branch as it is now, and what GitHub says about the repository and the user.

use serde_json::{Value, json};

use super::super::{Problem, StoreError};
use super::address::encoded;
use super::api::Api;
use super::fault::empty;
use super::http::{Http, Timer};
use super::repository::Repository;

const DOCUMENT: &str = "query Head($owner: String!, $name: String!, $branch: String!, $named: Boolean!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    nameWithOwner url isArchived isEmpty viewerPermission
    defaultBranchRef { ...place }
    ref(qualifiedName: $branch) @include(if: $named) { ...place }
  }
}
fragment place on Ref { name target { oid } }";

/// A branch, at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The name of the repository now: it may have been renamed.
    pub(super) repository: String,
    /// Its page.
    pub(super) url: String,
    pub(super) branch: String,
    pub(super) oid: String,
    pub(super) archived: bool,
    /// The name of the user.
    pub(super) login: String,
    /// Whether the user, not necessarily the token, may push.
    pub(super) may_push: bool,
}

/// Reads a branch of `owner/name`; without a name, the default branch. None if the repository has no such branch.
pub(super) async fn branch<H: Http, T: Timer>(
    api: &Api<H, T>,
    full_name: &str,
    name: Option<&str>,
) -> Result<Option<Head>, StoreError> {
    if api.token.is_none() {
        return anonymous(api, full_name, name).await;
    }
    let (owner, repository) = full_name.split_once('/').unwrap_or((full_name, ""));
    let qualified = format!("refs/heads/{}", name.unwrap_or_default());
    let variables = json!({ "owner": owner, "name": repository, "branch": qualified, "named": name.is_some() });
    let data = api.query(DOCUMENT, &variables).await?;
    let found = &data["repository"];
    if found["isEmpty"] == true {
        return Err(empty());
    }
    let place = if name.is_some() { &found["ref"] } else { &found["defaultBranchRef"] };
    let Some(oid) = place["target"]["oid"].as_str() else { return Ok(None) };
    Ok(Some(Head {
        repository: text(&found["nameWithOwner"]),
        url: text(&found["url"]),
        branch: text(&place["name"]),
        oid: oid.to_owned(),
        archived: found["isArchived"] == true,
        login: text(&data["viewer"]["login"]),
        may_push: matches!(found["viewerPermission"].as_str(), Some("ADMIN" | "MAINTAIN" | "WRITE")),
    }))
}

/// As [`branch`], without a token: GraphQL answers nobody who is not known.
async fn anonymous<H: Http, T: Timer>(
    api: &Api<H, T>,
    full_name: &str,
    name: Option<&str>,
) -> Result<Option<Head>, StoreError> {
    let found = api.get_json(&format!("/repos/{full_name}")).await?;
    let (repository, branch) =
        (text(&found["full_name"]), name.map_or_else(|| text(&found["default_branch"]), str::to_owned));
    let place = match api.get_json(&format!("/repos/{repository}/git/ref/heads/{}", encoded(&branch))).await {
        Err(StoreError::NotFound(_)) => return Ok(None),
        place => place?,
    };
    let (url, oid, archived) = (text(&found["html_url"]), text(&place["object"]["sha"]), found["archived"] == true);
    Ok(Some(Head { repository, url, branch, oid, archived, login: String::new(), may_push: false }))
}

/// The branch that the site is built from.
pub(super) async fn of_site<H: Http, T: Timer>(api: &Api<H, T>, at: &Repository) -> Result<Head, StoreError> {
    let head = branch(api, &at.full_name(), at.branch.as_deref()).await?;
    head.ok_or_else(|| {
        StoreError::NotFound(Problem::new(
            format!("{} has no branch {}", at.full_name(), at.branch.as_deref().unwrap_or("by default")),
            "correct the branch in site.toml, or make it on GitHub",
        ))
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
