//! Warns of HTML that is shown as text or removed: one warning a site for all that is shown as text, and one for each
//! kind that is removed.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::bundle::article::Prepared;
use crate::bundle::article::sanitise::findings::{HtmlProblem, bracketed, list};
use crate::bundle::article::sanitise::passes_where_allowed;
use crate::bundle::diagnostics::kind::Kind as FindingKind;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::input::post::Post;

/// How many posts a message names.
const NAMED: usize = 3;

struct Kind<'a> {
    first: (&'a Path, Location, &'a str),
    posts: BTreeSet<&'a Path>,
    /// How often each name occurs.
    names: BTreeMap<&'a str, usize>,
}

pub(crate) fn check(config: &Config, entries: &[(Post, Prepared)], findings: &mut Diagnostics) {
    // Drafts are apart, because they are not in the published site.
    let mut kinds: BTreeMap<(bool, HtmlProblem, &str), Kind<'_>> = BTreeMap::new();
    for (post, prepared) in entries {
        let path = post.source.path.as_path();
        let lines = post.lines();
        for finding in &prepared.html {
            let at = (path, lines.location(&finding.span), finding.name.as_str());
            let kind = kinds.entry((post.draft, finding.problem, finding.problem.kind(&finding.name)));
            let kind = kind.or_insert_with(|| Kind { first: at, posts: BTreeSet::new(), names: BTreeMap::new() });
            kind.first = kind.first.min(at);
            kind.posts.insert(path);
            *kind.names.entry(&finding.name).or_default() += 1;
        }
    }
    for ((_, problem, _), kind) in kinds {
        let (path, at, name) = kind.first;
        let message = problem.message(&names(&kind), config.allow_html) + &often(&kind);
        let mut remedy = problem.remedy(name, |host| config.policy.lines(Resource::Frame, &[host]));
        if problem == HtmlProblem::Shown {
            remedy += &even_then(&kind);
        }
        findings.add(Severity::Warning, FindingKind::of(problem as usize), path, at, message, remedy);
    }
}

/// The names of a kind, the most frequent first.
fn names<'a>(kind: &Kind<'a>) -> Vec<&'a str> {
    let mut names: Vec<_> = kind.names.iter().map(|(name, count)| (Reverse(*count), *name)).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

/// How often a kind occurs, and in which posts.
fn often(kind: &Kind<'_>) -> String {
    let count: usize = kind.names.values().sum();
    if count == 1 {
        return String::new();
    }
    let posts = match kind.posts.len() {
        1 => "1 post".to_owned(),
        posts => format!("{posts} posts"),
    };
    let named: Vec<_> = kind.posts.iter().take(NAMED).map(|path| path.display().to_string()).collect();
    let more = if kind.posts.len() > NAMED { " …" } else { "" };
    format!(" ({count} times in {posts}: {}{more})", named.join(", "))
}

/// What would be removed even if the owner allowed HTML.
fn even_then(kind: &Kind<'_>) -> String {
    let never: Vec<&str> = names(kind).into_iter().filter(|name| !passes_where_allowed(name)).collect();
    let mut remedy = String::new();
    if !never.is_empty() {
        remedy += &format!("; but {} would be removed even then", list(&never, bracketed));
    }
    if kind.names.contains_key("iframe") {
        remedy += "; an <iframe> needs its host in [policy] frame as well";
    }
    remedy
}
