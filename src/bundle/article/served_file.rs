//! The file of the site that is served at a path.

use std::collections::BTreeMap;

use crate::content::Route;

/// Files at former addresses, each with the page it redirects to. Paths are below the base, decoded.
pub(crate) type Aliases = BTreeMap<String, Route>;

/// The file that a static host serves at a path.
pub(crate) fn served_file(path: &str) -> String {
    if path.ends_with(".html") || path.ends_with(".htm") {
        path.to_owned()
    } else if path.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{}/index.html", path.trim_end_matches('/'))
    }
}
