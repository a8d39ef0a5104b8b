//! The link to edit the source of a post at its repository's host.

use crate::bundle::address::OutputPath;
use crate::bundle::input::config::Config;
use crate::bundle::input::post::Post;

/// The path between repository and branch, by a part of the host name that indicates its software. All other hosts have
/// GitHub's.
const WAYS: [(&str, &str); 4] =
    [("gitlab", "/-/edit/"), ("codeberg", "/_edit/"), ("gitea", "/_edit/"), ("forgejo", "/_edit/")];

/// The URL at which the file of a post is edited. `None` if `site.toml` names no repository.
pub(crate) fn address(config: &Config, post: &Post) -> Option<String> {
    let repository = config.repository.as_ref()?;
    let host = repository.split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
    let way = WAYS.iter().find(|(name, _)| host.contains(name)).map_or("/edit/", |(_, way)| way);
    // Percent-encoded in the same way as a path of the site.
    let [branch, path] = [config.branch.as_ref(), post.source.path.as_path()].map(|path| OutputPath::of(path).href());
    Some([repository, way, branch.as_str(), "/", path.as_str()].concat())
}
