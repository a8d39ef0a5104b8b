//! Former addresses of posts (`aliases`), each with a page that redirects to the new one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use percent_encoding::percent_decode_str;

use crate::bundle::address::OutputPath;
use crate::bundle::article::resolve::place::Aliases;
use crate::bundle::collected::collected;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::checked::MAX_SLUG_BYTES;
use crate::bundle::input::post::Post;
use crate::content::Route;

/// In bytes. Systems allow paths of at least about a thousand bytes, and the site's folder is a part of them.
const LONGEST: usize = 500;

/// The files of all aliases.
pub(crate) fn find(posts: &[Post], routes: &[Route], lenient: bool, findings: &mut Diagnostics) -> Aliases {
    let pages: BTreeSet<String> =
        collected(routes.iter().map(|route| OutputPath::served_at(&route.path()).as_str().to_lowercase()));
    let mut taken: BTreeMap<String, &Path> = BTreeMap::new();
    let mut aliases = Aliases::new();
    for post in posts {
        for alias in &post.aliases {
            let (path, at) = (&post.source.path, post.location_of_item("aliases", alias));
            let Some(place) = place(alias) else {
                let message = format!("the alias \"{alias}\" is not a path of the site");
                let remedy = "write the path after the host, such as /old/path/";
                findings.mistake(lenient, path, at, message, remedy);
                continue;
            };
            let key = place.as_str().to_lowercase();
            let own = OutputPath::served_at(&post.route().path());
            if place == own {
                findings.warning(path, at, format!("the alias \"{alias}\" is the post's own address"), "delete it");
            } else if place.is_spelling_of(&own) {
                aliases.insert(place, post.route());
            } else if pages.contains(&key) {
                let message = format!("the alias \"{alias}\" is the address of a page");
                findings.error(path, at, message, "delete it, or give that page another slug");
            } else if let Some(other) = taken.insert(key, path) {
                let message = format!("the alias \"{alias}\" is also an alias of {}", other.display());
                findings.error(path, at, message, "delete one of the two");
            } else {
                aliases.insert(place, post.route());
            }
        }
    }
    aliases
}

/// The file that is served at an alias. `None` if it is not a path of a site.
fn place(alias: &str) -> Option<OutputPath> {
    let path = percent_decode_str(alias.strip_prefix('/')?).decode_utf8().ok()?;
    let plain = |c: char| !c.is_control() && !matches!(c, '\\' | '?' | '#' | '<' | '>' | '"' | ':' | '|' | '*');
    let segments: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let named = segments.iter().all(|segment| !matches!(*segment, "" | "." | ".."));
    let short = path.len() <= LONGEST && segments.iter().all(|segment| segment.len() <= MAX_SLUG_BYTES);
    (named && short && path.chars().all(plain)).then(|| OutputPath::served_at(&path))
}
