//! Which file of the site answers an address.

use std::collections::BTreeMap;

use crate::content::Route;

/// The files at addresses that pages had before, each with the page it leads to. Paths are below the base, decoded.
pub(crate) type Aliases = BTreeMap<String, Route>;

/// The file that a host shows at a path.
pub(crate) fn served_file(path: &str) -> String {
    match path.ends_with(".html") || path.ends_with(".htm") {
        true => path.to_owned(),
        false if path.is_empty() => "index.html".to_owned(),
        false => format!("{}/index.html", path.trim_end_matches('/')),
    }
}
