//! Where the source of a text can be edited, at the repository's host.

use crate::bundle::input::config::Config;
use crate::bundle::input::post::Post;

/// What stands between the repository and the branch, by what the name of the host says of its software.
/// GitHub's way is that of all others.
const WAYS: [(&str, &str); 4] =
    [("gitlab", "/-/edit/"), ("codeberg", "/_edit/"), ("gitea", "/_edit/"), ("forgejo", "/_edit/")];

/// The address at which the file of a post is edited. `None` where `site.toml` names no repository.
pub(crate) fn address(config: &Config, post: &Post) -> Option<String> {
    let repository = config.repository.as_ref()?;
    let host = repository.split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
    let way = WAYS.iter().find(|(name, _)| host.contains(name)).map_or("/edit/", |(_, way)| way);
    let path = super::resolve::address(&post.source.path);
    Some([repository, way, &super::resolve::address(config.branch.as_ref()), "/", &path].concat())
}
