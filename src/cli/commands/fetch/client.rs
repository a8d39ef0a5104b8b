//! Asks other hosts, which may be slow, broken or hostile: every answer is bounded in time and in bytes.

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use ureq::http::{Method, Request, Response};
use ureq::{Agent, Body, Error};

use crate::bundle::input::conversation::values::WebUrl;

/// The time limit for one request, redirects included.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(20);
/// The time limit for all requests of a run. What is not asked by then stays as it was.
const RUN_TIMEOUT: Duration = Duration::from_secs(180);
const ATTEMPTS: u32 = 3;
/// The longest wait that a host may ask for before another attempt.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// In bytes.
const LONGEST_ANSWER: u64 = 8_000_000;
const LONGEST_PICTURE: u64 = 2_000_000;
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
}

/// What asks. A host that did not answer is not asked again.
pub(super) struct Client {
    agent: Agent,
    /// A mirror that is asked instead of each host, which is a folder there.
    mirror: Option<String>,
    until: Instant,
    silent: BTreeMap<String, String>,
}

impl Client {
    pub(super) fn new(mirror: Option<&str>) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(REQUEST_TIMEOUT))
            .user_agent(NAME)
            .http_status_as_error(false)
            .https_only(mirror.is_none())
            .max_redirects(4);
        Self {
            agent: config.build().into(),
            mirror: mirror.map(|url| url.trim_end_matches('/').to_owned()),
            until: Instant::now() + RUN_TIMEOUT,
            silent: BTreeMap::new(),
        }
    }

    /// The JSON at an address.
    pub(super) fn get(&mut self, url: &str) -> Result<Value, Failure> {
        json(&self.ask(&Question { url, body: None, token: None, most: LONGEST_ANSWER })?)
    }

    /// The JSON that answers a JSON, sent with a token.
    pub(super) fn post(&mut self, url: &str, body: &Value, token: &str) -> Result<Value, Failure> {
        let body = body.to_string();
        json(&self.ask(&Question { url, body: Some(&body), token: Some(token), most: LONGEST_ANSWER })?)
    }

    /// The bytes of a picture on a public host.
    pub(super) fn picture(&mut self, url: &WebUrl) -> Result<Vec<u8>, Failure> {
        let host = url.host();
        // Names only: an address of a network may be one that only this machine can reach.
        let is_public = host.contains('.') && host.ends_with(|c: char| c.is_ascii_alphabetic());
        if !is_public || !url.as_str().starts_with("https://") {
            return Err(Failure::unanswered("is on no public host"));
        }
        self.ask(&Question { url: url.as_str(), body: None, token: None, most: LONGEST_PICTURE })
    }

    /// The body of an answer of success.
    fn ask(&mut self, question: &Question<'_>) -> Result<Vec<u8>, Failure> {
        let host = question.url.split('/').nth(2).unwrap_or_default().to_owned();
        if let Some(why) = self.silent.get(&host) {
            return Err(Failure::Unanswered(why.clone()));
        }
        let mut attempt = 1;
        loop {
            if Instant::now() >= self.until {
                return Err(Failure::unanswered("was not asked: this run takes too long"));
            }
            let (why, wait) = match self.send(question) {
                Ok(answer) => return answer,
                Err(refusal) => refusal,
            };
            let wait = wait.unwrap_or(Duration::from_secs(1) * attempt);
            if attempt == ATTEMPTS || wait > LONGEST_WAIT {
                self.silent.insert(host, why.clone());
                return Err(Failure::Unanswered(why));
            }
            attempt += 1;
            sleep(wait);
        }
    }

    /// Sends a question once. The outer error: the host may answer later; why it does not now, and how long it wants to
    /// be left alone.
    #[expect(clippy::type_complexity, reason = "the error is taken apart by the only caller")]
    fn send(&self, question: &Question<'_>) -> Result<Result<Vec<u8>, Failure>, (String, Option<Duration>)> {
        let mut answer = match self.agent.run(self.request(question)) {
            Ok(answer) => answer,
            Err(error @ (Error::TooManyRedirects | Error::RequireHttpsOnly(_) | Error::BadUri(_) | Error::Http(_))) => {
                return Ok(Err(Failure::unanswered(error.to_string())));
            }
            Err(Error::Timeout(_)) => {
                return Err((format!("no answer in {} seconds", REQUEST_TIMEOUT.as_secs()), None));
            }
            Err(error) => return Err((error.to_string(), None)),
        };
        let status = answer.status().as_u16();
        if status == 429 || status >= 500 {
            return Err((format!("its host answers {status}"), retry_after(&answer)));
        }
        let body = answer.body_mut().with_config().limit(question.most).read_to_vec();
        Ok(match (status, body) {
            (200, Ok(body)) => Ok(body),
            (404 | 410, _) => Err(Failure::Gone),
            (400, Ok(body)) if json(&body).is_ok_and(|body| body["error"] == "NotFound") => Err(Failure::Gone),
            (200, Err(Error::BodyExceedsLimit(_))) => {
                Err(Failure::unanswered(format!("the answer is longer than {} MB", question.most / 1_000_000)))
            }
            (200, Err(error)) => Err(Failure::unanswered(error.to_string())),
            (status, _) => Err(Failure::unanswered(format!("its host answers {status}"))),
        })
    }

    fn request(&self, question: &Question<'_>) -> Request<String> {
        let url = match (&self.mirror, question.url.split_once("://")) {
            (Some(mirror), Some((_, rest))) => format!("{mirror}/{rest}"),
            _ => question.url.to_owned(),
        };
        let method = if question.body.is_some() { Method::POST } else { Method::GET };
        let mut request = Request::new(question.body.unwrap_or_default().to_owned());
        *request.method_mut() = method;
        *request.uri_mut() = url.parse().unwrap_or_default();
        if let Some(token) = question.token.and_then(|token| format!("Bearer {token}").parse().ok()) {
            request.headers_mut().insert("authorization", token);
        }
        request
    }
}

struct Question<'a> {
    url: &'a str,
    body: Option<&'a str>,
    token: Option<&'a str>,
    /// Maximum length of the answer in bytes.
    most: u64,
}

fn json(body: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(body).map_err(|error| Failure::unanswered(format!("the answer is no JSON: {error}")))
}

/// How long the host wants to be left alone (RFC 9110, 10.2.3), in its form of seconds.
fn retry_after(answer: &Response<Body>) -> Option<Duration> {
    let seconds = answer.headers().get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}
