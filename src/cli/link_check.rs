//! Checks whether the targets of external links still exist.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use ureq::{Agent, Error};

use crate::bundle::{Diagnostics, External, Kind, Progress, Severity};

/// The maximum number of concurrent requests, in total and to one host.
const AT_ONCE: usize = 16;
const OF_ONE_HOST: usize = 2;
/// The time limit for one request, redirects included.
const PATIENCE: Duration = Duration::from_secs(15);
/// The user agent. Some sites refuse requests without one.
const NAME: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (link check)");

/// A problem with a link.
#[derive(Clone)]
struct Trouble {
    /// An error if the target certainly does not exist, otherwise a warning.
    severity: Severity,
    kind: Kind,
    why: String,
}

impl Trouble {
    #[track_caller]
    fn gone(why: String) -> Self {
        Self { severity: Severity::Error, kind: Kind::here(), why }
    }

    #[track_caller]
    fn unseen(why: &str) -> Self {
        Self { severity: Severity::Warning, kind: Kind::here(), why: format!("could not be checked: {why}") }
    }
}

/// Requests each address once, and reports problems at every place that links to it.
pub(crate) fn ask(links: Vec<External>) -> Diagnostics {
    let lanes = lanes(&links);
    let progress = Progress::new("external links checked", lanes.iter().map(Vec::len).sum());
    let answers = Mutex::new(BTreeMap::new());
    let queue = Mutex::new(VecDeque::from(lanes));
    let agent = agent();
    let work = || {
        while let Some(lane) = lock(&queue).pop_front() {
            for url in lane {
                let answer = trouble(&agent, url);
                progress.step();
                lock(&answers).insert(url, answer);
            }
        }
    };
    thread::scope(|scope| (0..AT_ONCE).for_each(|_| drop(scope.spawn(work))));
    let mut findings = Diagnostics::default();
    for External { url, path, location, .. } in &links {
        let Some(Some(Trouble { severity, kind, why })) = lock(&answers).get(url.as_str()).cloned() else { continue };
        let remedy = match severity {
            Severity::Error => "link to where it is now, or to a copy at web.archive.org",
            Severity::Warning => "open it in a browser: it may exist",
        };
        findings.add(severity, kind, path, *location, format!("\"{url}\" {why}"), remedy);
    }
    findings.mark(&links.iter().filter(|link| link.draft).map(|link| link.path.clone()).collect());
    findings
}

/// The addresses without duplicates, in lists to request one by one. A host has at most [`OF_ONE_HOST`] lists.
fn lanes(links: &[External]) -> Vec<Vec<&str>> {
    let mut hosts: BTreeMap<&str, [Vec<&str>; OF_ONE_HOST]> = BTreeMap::new();
    let mut urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
    urls.sort_unstable();
    urls.dedup();
    for url in urls {
        let host = url.split('/').nth(2).unwrap_or_default();
        if let Some(lane) = hosts.entry(host).or_default().iter_mut().min_by_key(|lane| lane.len()) {
            lane.push(url);
        }
    }
    hosts.into_values().flatten().filter(|lane| !lane.is_empty()).collect()
}

fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).user_agent(NAME).http_status_as_error(false);
    config.build().into()
}

/// The problem with an address; `None` if it answers. Some hosts answer HEAD wrongly: failures are retried by GET.
fn trouble(agent: &Agent, url: &str) -> Option<Trouble> {
    let head = agent.head(url).call();
    let answer = match head {
        Ok(answer) if answer.status().is_client_error() || answer.status().is_server_error() => agent.get(url).call(),
        Err(Error::Timeout(_)) => head,
        Err(_) => agent.get(url).call(),
        found => found,
    };
    match answer.map(|answer| answer.status().as_u16()) {
        Ok(status @ (404 | 410)) => Some(Trouble::gone(format!("is gone: its host answers {status}"))),
        Ok(status @ 400..) => Some(Trouble::unseen(&format!("its host answers {status}"))),
        Ok(_) => None,
        Err(error) if is_no_host(&error) => Some(Trouble::gone("is on a host that does not exist".to_owned())),
        Err(Error::Timeout(_)) => Some(Trouble::unseen(&format!("no answer in {} seconds", PATIENCE.as_secs()))),
        Err(error) => Some(Trouble::unseen(&error.to_string())),
    }
}

/// Whether the host does not exist. Offline, the resolver reports a temporary failure instead.
fn is_no_host(error: &Error) -> bool {
    let words = error.to_string();
    matches!(error, Error::HostNotFound) || words.contains("failed to lookup") && !words.contains("Temporary")
}

/// A poisoned lock is ignored: no thread leaves the data half changed.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
