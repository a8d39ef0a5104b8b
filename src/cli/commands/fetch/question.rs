//! One question to a host, and its answer: bounded in time and in bytes.

use std::time::Duration;

use serde_json::Value;
use ureq::http::{Method, Request, Response};
use ureq::{Agent, Body, Error};

/// The time limit for one request, redirects included.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(20);
const NAME: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (collects replies)");

/// Why there is no answer.
#[derive(Clone, Debug)]
pub(super) enum Failure {
    /// What was asked for does not exist.
    Gone,
    /// Nobody knows: the host did not answer, or not as its documentation says.
    Unanswered(String),
}

impl Failure {
    pub(super) fn unanswered(why: impl Into<String>) -> Self {
        Self::Unanswered(why.into())
    }

    /// The failure of an API that has one address for all threads: it is gone, but no thread is.
    pub(super) fn of_api(self) -> Self {
        match self {
            Self::Gone => Self::unanswered("its host answers that there is no such address"),
            unanswered => unanswered,
        }
    }
}

/// Why a host does not answer now, when it may do so later.
pub(super) struct Later {
    pub(super) why: String,
    /// How long it wants to be left alone.
    pub(super) wait: Option<Duration>,
}

/// What a host is asked.
pub(super) struct Question<'a> {
    pub(super) url: &'a str,
    pub(super) body: Option<&'a str>,
    pub(super) token: Option<&'a str>,
    /// Maximum length of the answer in bytes.
    pub(super) most: u64,
}

/// What sends questions. Only a mirror may be asked without encryption.
pub(super) fn agent(is_mirror: bool) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(REQUEST_TIMEOUT))
        .user_agent(NAME)
        .http_status_as_error(false)
        .https_only(!is_mirror)
        .max_redirects(4);
    config.build().into()
}

impl Question<'_> {
    /// Sends a question once.
    pub(super) fn send(&self, agent: &Agent, mirror: Option<&str>) -> Result<Result<Vec<u8>, Failure>, Later> {
        let mut answer = match agent.run(self.request(mirror)) {
            Ok(answer) => answer,
            Err(error @ (Error::TooManyRedirects | Error::RequireHttpsOnly(_) | Error::BadUri(_) | Error::Http(_))) => {
                return Ok(Err(Failure::unanswered(error.to_string())));
            }
            Err(Error::Timeout(_)) => {
                return Err(Later { why: format!("no answer in {} seconds", REQUEST_TIMEOUT.as_secs()), wait: None });
            }
            Err(error) => return Err(Later { why: error.to_string(), wait: None }),
        };
        let status = answer.status().as_u16();
        if status == 429 || status >= 500 {
            return Err(Later { why: format!("its host answers {status}"), wait: retry_after(&answer) });
        }
        let body = answer.body_mut().with_config().limit(self.most).read_to_vec();
        Ok(match (status, body) {
            (200, Ok(body)) => Ok(body),
            (404 | 410, _) => Err(Failure::Gone),
            (400, Ok(body)) if json(&body).is_ok_and(|body| body["error"] == "NotFound") => Err(Failure::Gone),
            (200, Err(Error::BodyExceedsLimit(_))) => {
                Err(Failure::unanswered(format!("the answer is longer than {} MB", self.most / 1_000_000)))
            }
            (200, Err(error)) => Err(Failure::unanswered(error.to_string())),
            (status, _) => Err(Failure::unanswered(format!("its host answers {status}"))),
        })
    }

    fn request(&self, mirror: Option<&str>) -> Request<String> {
        let url = match (mirror, self.url.split_once("://")) {
            (Some(mirror), Some((_, rest))) => format!("{mirror}/{rest}"),
            _ => self.url.to_owned(),
        };
        let method = if self.body.is_some() { Method::POST } else { Method::GET };
        let mut request = Request::new(self.body.unwrap_or_default().to_owned());
        *request.method_mut() = method;
        *request.uri_mut() = url.parse().unwrap_or_default();
        if let Some(token) = self.token.and_then(|token| format!("Bearer {token}").parse().ok()) {
            request.headers_mut().insert("authorization", token);
        }
        request
    }
}

/// The JSON that a body is.
pub(super) fn json(body: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(body).map_err(|error| Failure::unanswered(format!("the answer is no JSON: {error}")))
}

/// How long the host wants to be left alone (RFC 9110, 10.2.3), in its form of seconds.
fn retry_after(answer: &Response<Body>) -> Option<Duration> {
    let seconds = answer.headers().get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}
