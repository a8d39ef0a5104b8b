//! The links to the source of a post at its repository's host: to edit it, to its history, and to its folder.

use std::path::Path;

use crate::bundle::address::OutputPath;
use crate::bundle::input::config::Config;
use crate::bundle::input::post::Post;

/// The paths between repository and branch, by a part of the host name that indicates its software: of the form that
/// edits a file, of its history, and of a folder. All other hosts have GitHub's.
const WAYS: [(&str, [&str; 3]); 4] = [
    ("gitlab", ["/-/edit/", "/-/commits/", "/-/tree/"]),
    ("codeberg", ["/_edit/", "/commits/branch/", "/src/branch/"]),
    ("gitea", ["/_edit/", "/commits/branch/", "/src/branch/"]),
    ("forgejo", ["/_edit/", "/commits/branch/", "/src/branch/"]),
];
const GITHUB: [&str; 3] = ["/edit/", "/commits/", "/tree/"];

/// The URL at which the file of a post is edited. `None` if `site.toml` names no repository.
pub(crate) fn edit(config: &Config, post: &Post) -> Option<String> {
    Some(address(config.repository.as_ref()?, &config.branch, &post.source.path, 0))
}

/// The URL of the history of the file of a post. `None` if `site.toml` names no repository.
pub(crate) fn history(config: &Config, post: &Post) -> Option<String> {
    Some(address(config.repository.as_ref()?, &config.branch, &post.source.path, 1))
}

/// The URL of a folder of a repository.
pub(crate) fn folder(repository: &str, branch: &str, folder: &str) -> String {
    address(repository, branch, Path::new(folder), 2)
}

fn address(repository: &str, branch: &str, path: &Path, way: usize) -> String {
    let host = repository.split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
    let way = WAYS.iter().find(|(name, _)| host.contains(name)).map_or(GITHUB, |(_, ways)| *ways)[way];
    // Percent-encoded in the same way as a path of the site.
    let [branch, path] = [Path::new(branch), path].map(|path| OutputPath::of(path).href());
    [repository, way, branch.as_str(), "/", path.as_str()].concat()
}
