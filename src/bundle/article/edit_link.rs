//! The link to edit the source of a post at its repository's host.

use std::path::Path;

use crate::bundle::address::OutputPath;
use crate::bundle::input::config::Config;
use crate::bundle::input::post::Post;

/// The paths between repository and branch, of a file to edit and of a folder, by a part of the host name that indicates
/// its software. All other hosts have GitHub's.
const WAYS: [(&str, &str, &str); 4] = [
    ("gitlab", "/-/edit/", "/-/tree/"),
    ("codeberg", "/_edit/", "/src/branch/"),
    ("gitea", "/_edit/", "/src/branch/"),
    ("forgejo", "/_edit/", "/src/branch/"),
];
const OF_GITHUB: (&str, &str, &str) = ("", "/edit/", "/tree/");

/// The URL at which the file of a post is edited. `None` if `site.toml` names no repository.
pub(crate) fn address(config: &Config, post: &Post) -> Option<String> {
    let repository = config.repository.as_ref()?;
    Some(at(repository, ways(repository).1, &config.branch, &post.source.path))
}

/// The URL of a folder of a repository.
pub(crate) fn folder(repository: &str, branch: &str, folder: &str) -> String {
    at(repository, ways(repository).2, branch, Path::new(folder))
}

fn ways(repository: &str) -> (&'static str, &'static str, &'static str) {
    let host = repository.split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
    WAYS.into_iter().find(|(name, ..)| host.contains(name)).unwrap_or(OF_GITHUB)
}

fn at(repository: &str, way: &str, branch: &str, path: &Path) -> String {
    // Percent-encoded in the same way as a path of the site.
    let [branch, path] = [Path::new(branch), path].map(|path| OutputPath::of(path).href());
    [repository, way, branch.as_str(), "/", path.as_str()].concat()
}
