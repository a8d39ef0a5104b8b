//! The links to the source of a post at its repository's host: to edit it, and to its history.

use crate::bundle::address::OutputPath;
use crate::bundle::input::config::Config;
use crate::bundle::input::post::Post;

/// The paths between repository and branch, by a part of the host name that indicates its software: of the form that
/// edits a file, and of its history. All other hosts have GitHub's.
const WAYS: [(&str, [&str; 2]); 4] = [
    ("gitlab", ["/-/edit/", "/-/commits/"]),
    ("codeberg", ["/_edit/", "/commits/branch/"]),
    ("gitea", ["/_edit/", "/commits/branch/"]),
    ("forgejo", ["/_edit/", "/commits/branch/"]),
];
const GITHUB: [&str; 2] = ["/edit/", "/commits/"];

/// The URL at which the file of a post is edited. `None` if `site.toml` names no repository.
pub(crate) fn edit(config: &Config, post: &Post) -> Option<String> {
    address(config, post, 0)
}

/// The URL of the history of the file of a post. `None` if `site.toml` names no repository.
pub(crate) fn history(config: &Config, post: &Post) -> Option<String> {
    address(config, post, 1)
}

fn address(config: &Config, post: &Post, way: usize) -> Option<String> {
    let repository = config.repository.as_ref()?;
    let host = repository.split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
    let way = WAYS.iter().find(|(name, _)| host.contains(name)).map_or(GITHUB, |(_, ways)| *ways)[way];
    // Percent-encoded in the same way as a path of the site.
    let [branch, path] = [config.branch.as_ref(), post.source.path.as_path()].map(|path| OutputPath::of(path).href());
    Some([repository, way, branch.as_str(), "/", path.as_str()].concat())
}
