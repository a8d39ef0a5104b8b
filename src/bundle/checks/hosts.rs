//! Checks that pages load nothing from hosts that the policy does not allow. Each host is reported once for the site.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use crate::bundle::article::Prepared;
use crate::bundle::article::follow::Blocked;
use crate::bundle::article::pictures::named::is_named_as_picture;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::config::content_security_policy::{Policy, Resource, host};
use crate::bundle::input::post::Post;

/// How many posts a message lists.
const NAMED: usize = 8;

/// A host, as it is reported. Drafts are apart, because they are not in the published site. So are addresses that are
/// not HTTPS, because browsers load none of them, whatever is allowed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Host {
    draft: bool,
    resource: Resource,
    is_http: bool,
    /// As a policy names it.
    name: String,
}

/// The uses of a host.
struct Uses<'a> {
    first: (&'a Path, Location, &'a str),
    count: usize,
    posts: BTreeSet<&'a Path>,
    /// Whether all may be pages that an author wants to show in a frame.
    pages: bool,
}

pub(crate) fn check(policy: &Policy, entries: &[(Post, Prepared)], lenient: bool, findings: &mut Diagnostics) {
    let hosts = hosts(entries);
    let mut together = together(&hosts);
    // In the order of the texts, so that the first finding of a kind has the line for all.
    let mut in_order: Vec<_> = hosts.iter().collect();
    in_order.sort_by_key(|(host, uses)| (uses.first, *host));
    for (host, uses) in in_order {
        let others = together.remove(&(host.draft, host.resource)).unwrap_or_default();
        let (path, at, written) = uses.first;
        let often = uses.often(&host.name);
        if host.resource == Resource::Frame {
            let name = &host.name;
            let message = format!("\"{written}\" is a link, because no frame of {name} is allowed{often}");
            // Of this machine, or with the name of a user: no policy has such a host.
            let remedy = match Policy::can_allow(name) {
                true => format!("allow it in site.toml:\n{}", lines(policy, host, &others)),
                false => format!("write the link itself: [what it shows]({written})"),
            };
            findings.warning(path, at, message, remedy);
            continue;
        }
        let message = format!("\"{written}\" is on another host, which would learn who reads the post{often}");
        findings.mistake(lenient, path, at, message, remedy(policy, host, uses, &others));
    }
}

/// What is loaded from hosts that are not allowed, by host.
fn hosts(entries: &[(Post, Prepared)]) -> BTreeMap<Host, Uses<'_>> {
    let mut hosts: BTreeMap<Host, Uses<'_>> = BTreeMap::new();
    for (post, prepared) in entries.iter().filter(|(_, prepared)| !prepared.blocked.is_empty()) {
        let path = post.source.path.as_path();
        let lines = post.lines();
        for Blocked { resource, url, written, span } in &prepared.blocked {
            let is_http = url.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"));
            let name = host(url).unwrap_or_else(|| url.clone());
            let first = (path, lines.location(span), written.as_str());
            let host = Host { draft: post.draft, resource: *resource, is_http, name };
            let uses =
                hosts.entry(host).or_insert_with(|| Uses { first, count: 0, posts: BTreeSet::new(), pages: true });
            uses.first = uses.first.min(first);
            uses.count += 1;
            uses.pages &= may_be_page(post, url, span);
            uses.posts.insert(path);
        }
    }
    hosts
}

/// Whether what a text loads may be a page: it is written as a picture of Markdown, and not named as one.
fn may_be_page(post: &Post, url: &str, span: &Range<usize>) -> bool {
    let before = post.anatomy.references.partition_point(|reference| reference.span.start <= span.start);
    let holder = before.checked_sub(1).map(|last| &post.anatomy.references[last].span);
    let is_picture = holder.is_some_and(|it| it.end >= span.end && post.body[it.start..].starts_with("!["));
    is_picture && !is_named_as_picture(Path::new(url.split(['?', '#']).next().unwrap_or_default()))
}

/// The names of the hosts that the owner can allow in one line.
fn together<'h>(hosts: &'h BTreeMap<Host, Uses<'_>>) -> BTreeMap<(bool, Resource), BTreeSet<&'h str>> {
    let mut together: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for host in hosts.keys().filter(|host| Policy::can_allow(&host.name)) {
        together.entry((host.draft, host.resource)).or_default().insert(&host.name);
    }
    together
}

impl Uses<'_> {
    /// How often the host is used, and in which posts.
    fn often(&self, host: &str) -> String {
        if self.count == 1 {
            return String::new();
        }
        let posts = if self.posts.len() == 1 { "1 post".to_owned() } else { format!("{} posts", self.posts.len()) };
        let named: Vec<_> = self.posts.iter().take(NAMED).map(|path| path.display().to_string()).collect();
        let more = if self.posts.len() > NAMED { " …" } else { "" };
        format!(" ({host} is used {} times in {posts}: {}{more})", self.count, named.join(", "))
    }
}

/// What to do about a host. `together` are the names of all hosts that one line can allow.
fn remedy(policy: &Policy, host: &Host, uses: &Uses<'_>, together: &BTreeSet<&str>) -> String {
    let Host { resource, is_http, name, .. } = host;
    let copy = if uses.count == 1 { "put a copy beside the post" } else { "put copies beside the posts" };
    if !Policy::can_allow(name) {
        return copy.to_owned();
    }
    // Mixed content: a page served over HTTPS shows nothing that is loaded over HTTP.
    let secure = if *is_http { "write https:, and " } else { "" };
    if policy.allows(*resource, name) {
        return format!("{copy}, or write https:");
    }
    let frame = match uses.pages {
        true => format!("\nor, for a page that readers open in a frame:\n{}", policy.lines(Resource::Frame, &[name])),
        false => String::new(),
    };
    format!("{copy}, or {secure}allow the host in site.toml:\n{}{frame}", lines(policy, host, together))
}

/// The lines of `site.toml` that allow a host, and those that allow all with it.
fn lines(policy: &Policy, host: &Host, together: &BTreeSet<&str>) -> String {
    let line = policy.lines(host.resource, &[&host.name]);
    let all = match together.len() {
        0 | 1 => String::new(),
        count => {
            let names: Vec<&str> = together.iter().copied().collect();
            format!("\nor all {count} hosts of this site:\n{}", policy.lines(host.resource, &names))
        }
    };
    line + &all
}
