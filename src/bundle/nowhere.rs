//! References that lead to nothing that is published: what is wrong, and what the author may have meant.

use std::collections::BTreeSet;

use strsim::damerau_levenshtein;

use super::front_matter::of_name;
use super::slugify;
use crate::content::Route;

/// What is wrong with a reference, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Nowhere {
    pub(super) what: &'static str,
    pub(super) remedy: String,
}

/// Nothing is there.
pub(super) fn missing(written: &str, routes: &BTreeSet<Route>) -> Nowhere {
    let remedy = match meant(written, routes) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => "write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)"
            .to_owned(),
    };
    Nowhere { what: "leads nowhere", remedy }
}

/// A file may be there, but is not the site's.
pub(super) fn outside() -> Nowhere {
    Nowhere { what: "leads out of the site's folder", remedy: "put a copy of the file beside the post".to_owned() }
}

/// Another host has it, and pages show only what is the site's.
pub(super) fn elsewhere(kind: &str) -> Nowhere {
    let remedy =
        format!("put a copy beside the post, or allow the host in site.toml: [policy] {kind} = [\"https://…\"]");
    Nowhere { what: "is on another host, which would learn who reads the post", remedy }
}

/// Markdown is there, and is not read at any address.
pub(super) fn no_page() -> Nowhere {
    let remedy = "it is a draft, has mistakes of its own, or is no post: mend it, or take the link out";
    Nowhere { what: "has no page", remedy: remedy.to_owned() }
}

/// An address of mail, or the post of that name: other engines write the ways to one in other words
/// (`@/blog/hello/index.md`, `/2025/03/01/hello.html`).
fn meant(written: &str, routes: &BTreeSet<Route>) -> Option<String> {
    let end = written.find(['?', '#']).unwrap_or(written.len());
    let (path, rest) = written.split_at(end);
    if path.contains('@') && !path.contains('/') {
        return Some(format!("mailto:{written}"));
    }
    let mut segments = path.split('/').map(|segment| segment.rsplit_once('.').map_or(segment, |(name, _)| name));
    let name = segments.rfind(|name| !matches!(*name, "" | "index"))?;
    let slug = [name, of_name(name).1].into_iter().filter_map(slugify);
    let mut likely = slug.flat_map(|slug| [Route::Post(slug.clone()), Route::Page(slug)]);
    let meant = likely.find(|route| routes.contains(route)).or_else(|| nearest(name, path, routes));
    meant.map(|route| route.href("/") + rest)
}

/// The post or page whose name is at most two letters off.
fn nearest(name: &str, path: &str, routes: &BTreeSet<Route>) -> Option<Route> {
    let file = path.rsplit_once('.').map(|(_, ending)| ending);
    if name.chars().count() < SHORT || file.is_some_and(|ending| !ENDINGS.contains(&ending) && !ending.contains('/')) {
        return None;
    }
    let near = routes.iter().filter_map(|route| match route {
        Route::Post(slug) | Route::Page(slug) => Some((damerau_levenshtein(slug.as_str(), name), route)),
        _ => None,
    });
    near.filter(|(distance, _)| *distance <= 2).min().map(|(_, route)| route.clone())
}

/// Two letters off, a shorter name is another one.
const SHORT: usize = 5;
/// What stands behind the name of a page. Anything else is a file.
const ENDINGS: [&str; 3] = ["md", "markdown", "html"];
