//! What an answer of GitHub that is no success means for an author.

use serde_json::Value;

use super::super::{Problem, StoreError};
use super::http::Response;

const TOKENS: &str = "https://github.com/settings/personal-access-tokens";
/// GitHub asks for a minute's wait if it names no other.
const SECONDARY_LIMIT_S: u32 = 60;
const TRY_LATER: &str = "try again when you are connected; the draft is kept on this device";

/// A call that did not succeed.
#[derive(Debug)]
pub(super) struct CallError {
    /// GitHub has answered that it did not do it. Otherwise it may have been done.
    pub(super) refused: bool,
    /// The branch has another head than the commit expected.
    pub(super) stale: bool,
    /// In words for an author.
    pub(super) error: StoreError,
}

impl CallError {
    fn refused(error: StoreError) -> Self {
        Self { refused: true, stale: false, error }
    }

    fn unknown(error: StoreError) -> Self {
        Self { refused: false, stale: false, error }
    }

    /// No answer, or a part of one.
    pub(super) fn no_answer(reason: &str) -> Self {
        Self::unknown(StoreError::Unreachable(Problem::new(format!("GitHub does not answer: {reason}"), TRY_LATER)))
    }

    /// The repository has moved to where no request may go.
    pub(super) fn lost() -> Self {
        Self::refused(StoreError::NotFound(Problem::new(
            "the repository has moved, and GitHub does not say where to",
            "write its new name in site.toml",
        )))
    }

    /// Changes all texts.
    pub(super) fn map_texts(mut self, change: impl Fn(&str) -> String) -> Self {
        match &mut self.error {
            StoreError::Unauthorised(problem)
            | StoreError::Forbidden(problem)
            | StoreError::Protected(problem)
            | StoreError::NotFound(problem)
            | StoreError::Refused(problem)
            | StoreError::Unreachable(problem)
            | StoreError::Uncertain(problem) => {
                *problem = Problem::new(change(&problem.message), change(&problem.remedy));
            }
            StoreError::Server { message, .. } => *message = change(message),
            StoreError::Conflict(_) | StoreError::Limited { .. } | StoreError::Cancelled => {}
        }
        self
    }
}

/// The error of an answer whose status is no success. `now` is in seconds since 1970.
pub(super) fn fault(answer: &Response, now: u64) -> CallError {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let message = messages(&body);
    if let Some(retry_after_s) = limit(answer, &message, now) {
        return CallError::refused(StoreError::Limited { retry_after_s });
    }
    CallError::refused(match answer.status {
        401 => unauthorised(),
        403 => forbidden(&message, answer.header("x-github-sso")),
        404 => StoreError::NotFound(Problem::new(
            "GitHub shows this token no such repository, branch or file",
            format!("open {TOKENS} and give the token access to this repository, or correct its name in site.toml"),
        )),
        409 if message.contains("is empty") => empty(),
        413 => too_large(),
        status @ 500.. => {
            return CallError::unknown(StoreError::Server { status, message });
        }
        _ if is_protected("", &message) => protected(&message),
        status => StoreError::Refused(Problem::new(
            format!("GitHub refuses this (status {status}): {message}"),
            "the draft is kept on this device; correct what GitHub names, or save it by git",
        )),
    })
}

/// The first error of an answer of GraphQL, whose status is 200.
pub(super) fn graphql(error: &Value) -> CallError {
    let message = error["message"].as_str().unwrap_or_default();
    let kind = error["type"].as_str().unwrap_or_default();
    if is_protected(kind, message) {
        return CallError::refused(protected(message));
    }
    CallError::refused(match kind {
        // Its cause is a head that has moved: the commit is made anew on the new head.
        "STALE_DATA" => return CallError { stale: true, ..CallError::refused(busy()) },
        "RATE_LIMITED" => StoreError::Limited { retry_after_s: SECONDARY_LIMIT_S },
        "NOT_FOUND" => StoreError::NotFound(Problem::new(
            format!("GitHub finds nothing: {message}"),
            format!("open {TOKENS} and give the token access to this repository, or correct its name in site.toml"),
        )),
        "FORBIDDEN" | "INSUFFICIENT_SCOPES" => forbidden(message, None),
        // A timeout of GitHub's has no type.
        "SERVICE_UNAVAILABLE" | "INTERNAL" | "" if !kind.is_empty() || message.starts_with("Something went wrong") => {
            return CallError::unknown(StoreError::Server { status: 200, message: message.to_owned() });
        }
        _ => StoreError::Refused(Problem::new(
            format!("GitHub refuses this: {message}"),
            "the draft is kept on this device; correct what GitHub names, or save it by git",
        )),
    })
}

/// After how many seconds GitHub answers again, if it does not now because of too many requests.
fn limit(answer: &Response, message: &str, now: u64) -> Option<u32> {
    if !matches!(answer.status, 403 | 429) {
        return None;
    }
    if let Some(seconds) = answer.header("retry-after").and_then(|value| value.trim().parse().ok()) {
        return Some(seconds);
    }
    if answer.header("x-ratelimit-remaining") == Some("0") {
        let reset: u64 = answer.header("x-ratelimit-reset").and_then(|value| value.trim().parse().ok())?;
        // The clock of the device may be wrong: a limit lasts an hour at most.
        return Some(u32::try_from(reset.saturating_sub(now).clamp(1, 3_600)).unwrap_or(3_600));
    }
    (answer.status == 429 || message.contains("secondary rate limit")).then_some(SECONDARY_LIMIT_S)
}

/// Classic protection has a type of its own; rules of a repository are told by words.
fn is_protected(kind: &str, message: &str) -> bool {
    let words = message.to_ascii_lowercase();
    kind == "BRANCH_PROTECTION_RULE_VIOLATION"
        || words.contains("rule violations found")
        || words.contains("protected branch")
        || words.contains("must be made through a pull request")
}

fn protected(message: &str) -> StoreError {
    StoreError::Protected(Problem::new(
        format!("the branch is protected: {message}"),
        "propose the change: it becomes a pull request, which is merged once its checks have passed",
    ))
}

fn forbidden(message: &str, sso: Option<&str>) -> StoreError {
    if let Some(address) = sso.and_then(|header| header.split_once("url=")).map(|(_, address)| address) {
        return StoreError::Forbidden(Problem::new(
            "the organisation wants a single sign-on before this token may be used",
            format!("open {address}, sign on, and save again"),
        ));
    }
    let words = message.to_ascii_lowercase();
    if words.contains("saml") {
        return StoreError::Forbidden(Problem::new(
            "the organisation wants a single sign-on before this token may be used",
            "open the organisation's page on GitHub, sign on, and save again",
        ));
    }
    if words.contains("archived") {
        return archived();
    }
    StoreError::Forbidden(Problem::new(
        format!("the token may not do this: {message}"),
        format!(
            "open {TOKENS}, edit the token, choose this repository, tick Contents: Read and write (to propose a change \
             also Pull requests: Read and write), and save again; without the right to write, propose the change"
        ),
    ))
}

fn unauthorised() -> StoreError {
    StoreError::Unauthorised(Problem::new(
        "GitHub does not know the token: it is wrong, has expired, or was revoked",
        format!("open {TOKENS}, generate the token again, and enter it here"),
    ))
}

/// Everybody may read a public repository; GitHub wants to know who writes.
pub(super) fn no_token() -> StoreError {
    StoreError::Unauthorised(Problem::new(
        "saving on GitHub needs a token",
        format!("open {TOKENS}, generate a token for this repository, and enter it here"),
    ))
}

/// Nothing can be written to an archived repository.
pub(super) fn archived() -> StoreError {
    StoreError::Refused(Problem::new(
        "the repository is archived: nothing can be written to it",
        "open its settings on GitHub, and choose Unarchive this repository",
    ))
}

/// A commit needs a branch to be on.
pub(super) fn empty() -> StoreError {
    StoreError::Refused(Problem::new(
        "the repository is empty: it has no branch to save on",
        "push the site's folder to it first, with git push",
    ))
}

/// More than GitHub takes in one commit.
pub(super) fn too_large() -> StoreError {
    StoreError::Refused(Problem::new(
        "the texts and pictures of this save are more than GitHub takes at once",
        "save fewer or smaller pictures at a time, or save with git",
    ))
}

/// Others push faster than this can save.
pub(super) fn busy() -> StoreError {
    StoreError::Refused(Problem::new(
        "others save to the same branch all the time, and nothing was saved",
        "wait a minute, and save again",
    ))
}

/// GitHub's sentence, and what it says about single fields.
fn messages(body: &Value) -> String {
    let mut texts: Vec<&str> = body["message"].as_str().into_iter().collect();
    for error in body["errors"].as_array().into_iter().flatten() {
        texts.extend(error.as_str().or_else(|| error["message"].as_str()));
    }
    if texts.is_empty() { "GitHub gives no reason".to_owned() } else { texts.join("; ") }
}
