//! Asks other hosts, which may be slow, broken or hostile: every answer is bounded in time and in bytes.

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use ureq::Agent;

use super::question::{Failure, Later, Question, agent, json};
use crate::bundle::input::conversation::values::WebUrl;

/// The time limit for all requests of a run. What is not asked by then stays as it was.
const RUN_TIMEOUT: Duration = Duration::from_secs(180);
const ATTEMPTS: u32 = 3;
/// The longest wait that a host may ask for before another attempt.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// In bytes.
const LONGEST_ANSWER: u64 = 8_000_000;
const LONGEST_PICTURE: u64 = 2_000_000;

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
        Self {
            agent: agent(mirror.is_some()),
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
            let Later { why, wait } = match question.send(&self.agent, self.mirror.as_deref()) {
                Ok(answer) => return answer,
                Err(later) => later,
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
}
