//! Addresses that posts had before: a page at each, which leads to the new one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use percent_encoding::percent_decode_str;

use super::Library;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::{self, Post};
use crate::bundle::output::document::escape;
use crate::content::{Route, Site, direction};

/// Systems have paths of about a thousand bytes at the least, and the site's folder is one part of them.
const LONGEST: usize = 500;

/// What is written in one of these, and where it leads.
pub(crate) type Aliases = BTreeMap<String, Route>;

/// The files of all aliases, by their path below the base, decoded.
pub(crate) fn find(posts: &[Post], routes: &[Route], lenient: bool, findings: &mut Diagnostics) -> Aliases {
    let pages: BTreeSet<String> = routes.iter().map(|route| file(&route.path()).to_lowercase()).collect();
    let mut taken: BTreeMap<String, &Path> = BTreeMap::new();
    let mut aliases = Aliases::new();
    for post in posts {
        for alias in &post.aliases {
            let (path, at) = (&post.source.path, post.location_of_item("aliases", alias));
            let Some(place) = place(alias) else {
                let message = format!("the alias \"{alias}\" is no path of the site");
                let remedy = "write what stood behind the host, such as /old/path/";
                match lenient {
                    true => findings.warning(path, at, message, remedy),
                    false => findings.error(path, at, message, remedy),
                }
                continue;
            };
            let key = place.to_lowercase();
            if key == file(&post.route().path()).to_lowercase() {
                findings.warning(path, at, format!("the alias \"{alias}\" is the post's own address"), "delete it");
            } else if pages.contains(&key) {
                let message = format!("the alias \"{alias}\" is the address of a page");
                findings.error(path, at, message, "delete it, or give that page another slug");
            } else if let Some(other) = taken.insert(key, path) {
                let message = format!("the alias \"{alias}\" is one of {} already", other.display());
                findings.error(path, at, message, "delete one of the two");
            } else {
                aliases.insert(place, post.route());
            }
        }
    }
    aliases
}

/// The file that answers an alias. `None` if it is no path of a site.
fn place(alias: &str) -> Option<String> {
    let path = percent_decode_str(alias.strip_prefix('/')?).decode_utf8().ok()?;
    let plain = |c: char| !c.is_control() && !matches!(c, '\\' | '?' | '#' | '<' | '>' | '"' | ':' | '|' | '*');
    let segments: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let named = segments.iter().all(|segment| !matches!(*segment, "" | "." | ".."));
    let short = path.len() <= LONGEST && segments.iter().all(|segment| segment.len() <= post::MAX_SLUG_BYTES);
    (named && short && path.chars().all(plain)).then(|| file(&path))
}

/// The file that a host shows at a path.
pub(crate) fn file(path: &str) -> String {
    match path.ends_with(".html") || path.ends_with(".htm") {
        true => path.to_owned(),
        false if path.is_empty() => "index.html".to_owned(),
        false => format!("{}/index.html", path.trim_end_matches('/')),
    }
}

/// The page at an old address. Its script keeps the place in the text that a link asked for; without one,
/// the reader comes to the beginning.
pub(crate) fn page(site: &Site, library: &Library, route: &Route) -> String {
    let to = route.href(&site.base);
    let post = library.entry(route).map(|(post, _)| post);
    let title = escape(post.map_or("", |post| &post.title));
    let language = post.and_then(|post| post.language.as_ref()).unwrap_or(&site.language);
    let (language, dir) = (escape(language), direction(language));
    let origin = &site.origin;
    let script = format!("<script>location.replace(\"{to}\" + location.search + location.hash)</script>");
    let policy = library.resolver.policy.tags(&script);
    format!(
        "<!doctype html>
<html lang=\"{language}\" dir=\"{dir}\">
<head>
<meta charset=\"utf-8\">{policy}
<title>{title}</title>
<link rel=\"canonical\" href=\"{origin}{to}\">
<meta name=\"robots\" content=\"noindex\">
{script}
<noscript><meta http-equiv=\"refresh\" content=\"0; url={to}\"></noscript>
</head>
<body>
<p><a href=\"{to}\">{title}</a></p>
</body>
</html>
"
    )
}
