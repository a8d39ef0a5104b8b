//! The addresses that a text had in another engine.

use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::Entry;

/// The path in an address of another engine: of `permalink: /2024/old/`. `None` for a pattern such as `/:year/:title/`,
/// for a template, and for the address of another host.
pub(super) fn permalink(entry: &Entry) -> Option<String> {
    let path = entry.value.words()?.trim();
    let is_path = !path.trim_matches('/').is_empty() && !path.contains([':', '{', '*', '?', '#', ' ']);
    let is_path = is_path && !path.contains("//");
    is_path.then(|| format!("/{}", path.trim_start_matches('/')))
}

/// An alias with a slash at its start, which Zola does not need. A full address stays.
pub(super) fn from_root((alias, at): (String, Location)) -> (String, Location) {
    if alias.starts_with(['/', '.', '\\']) || alias.contains(':') { (alias, at) } else { (format!("/{alias}"), at) }
}
