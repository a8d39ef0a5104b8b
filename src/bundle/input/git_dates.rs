//! When texts were last changed, by the history of the repository that the site is in: `git_dates = true`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::tz::TimeZone;

use super::config::{Config, FILE};
use super::fields::date;
use super::post::Post;
use crate::bundle::cache::Cache;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::key::Key;
use crate::bundle::time::moment::Moment;

/// Begins the line of a commit in the list of git.
const COMMIT: char = '\u{1}';

/// Sets `updated` of the posts that have none, to the last commit that changed them. The commit that added a file is not a
/// change, nor is one of the day that the post was published on.
pub(super) fn set_updated(root: &Path, config: &Config, posts: &mut [Post], findings: &mut Diagnostics) {
    if !config.git_dates || posts.iter().all(|post| post.updated.is_some()) {
        return;
    }
    let changes = match changes(root) {
        Ok(changes) => changes,
        Err((message, remedy)) => {
            return findings.warning(Path::new(FILE), config.location_of("git_dates"), message, remedy);
        }
    };
    for post in posts.iter_mut().filter(|post| post.updated.is_none()) {
        let change = changes.get(&post.source.path).and_then(|text| moment(text, config.timezone.as_ref()));
        post.updated = change.filter(|change| post.date().is_none_or(|date| date.day < change.day));
    }
}

fn moment(text: &str, zone: Option<&TimeZone>) -> Option<Moment> {
    date::read(text, zone).ok()
}

/// The time of the last change of each file, of those that were changed since they were added. Cached by the commit.
fn changes(root: &Path) -> Result<HashMap<PathBuf, String>, (String, &'static str)> {
    let remedy = "delete git_dates, or build in a clone of the repository that has its history";
    let told = |error: String| (format!("\"git_dates\" cannot read the history: {error}"), remedy);
    if git(root, &["rev-parse", "--is-shallow-repository"]).map_err(told)?.trim() == "true" {
        let remedy = "fetch the whole history: git fetch --unshallow, or fetch-depth: 0 for actions/checkout";
        return Err((
            "\"git_dates\" needs the whole history, of which this clone has the last part only".into(),
            remedy,
        ));
    }
    let head = git(root, &["rev-parse", "HEAD"]).map_err(told)?;
    let key = Key::new("changes", &[root.as_os_str().as_encoded_bytes(), head.as_bytes()]);
    let cache = Cache::of(root);
    if let Some(known) = cache.get(&key).and_then(|json| serde_json::from_slice(&json).ok()) {
        return Ok(known);
    }
    let format = format!("--format={COMMIT}%cI");
    let log =
        ["-c", "core.quotePath=false", "log", &format, "--name-only", "--no-renames", "-z", "--relative", "--", "."];
    let changes = last_changes(&git(root, &log).map_err(told)?);
    if let Ok(json) = serde_json::to_vec(&changes) {
        // Best effort: it is read again the next time.
        let _ = cache.put(&key, &json);
    }
    Ok(changes)
}

/// Reads the list of git: the time of a commit, then the files it has changed, the newest commit first.
fn last_changes(log: &str) -> HashMap<PathBuf, String> {
    let mut times: HashMap<&str, (&str, usize)> = HashMap::new();
    for commit in log.split(COMMIT) {
        let (time, files) = commit.split_once(['\0', '\n']).unwrap_or((commit, ""));
        for file in
            files.split('\0').map(|file| file.strip_prefix('\n').unwrap_or(file)).filter(|file| !file.is_empty())
        {
            times.entry(file).or_insert((time, 0)).1 += 1;
        }
    }
    let changed = times.into_iter().filter(|(_, (_, commits))| *commits > 1);
    changed.map(|(file, (time, _))| (PathBuf::from(file), time.to_owned())).collect()
}

fn git(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.map_err(|error| format!("git cannot be run: {error}"))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(error.lines().next().unwrap_or("git failed").to_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
