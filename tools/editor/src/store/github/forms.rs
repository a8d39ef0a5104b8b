//! GitHub's own pages, for those who save without a token, and the page that makes a token.

use super::address::{encoded, query};
use super::repository::Repository;

/// GitHub answers 414 to an address of more than about 8 kB. The reserve is for the cookies in the same buffer.
const MAX_URL_BYTES: usize = 7_500;

/// GitHub's form for a new file, filled in. None if the text is too long for an address: then the text goes through the
/// clipboard, and the form is [`blank`].
pub fn new_file(site: &Repository, branch: &str, path: &str, text: &str) -> Option<String> {
    let url = format!("{}&value={}", blank(site, branch, path), query(text));
    (url.len() <= MAX_URL_BYTES).then_some(url)
}

/// GitHub's form for a new file, with its name only.
pub fn blank(site: &Repository, branch: &str, path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = site.path(folder);
    let (slash, folder) = (if folder.is_empty() { "" } else { "/" }, encoded(folder.trim_end_matches('/')));
    format!("{}/{}/new/{}{slash}{folder}?filename={}", site.web, site.full_name(), encoded(branch), query(name))
}

/// GitHub's form for a file that is there. It makes a fork by itself if its user may not push.
pub fn edit(site: &Repository, branch: &str, path: &str) -> String {
    format!("{}/{}/edit/{}/{}", site.web, site.full_name(), encoded(branch), encoded(&site.path(path)))
}

/// The form that makes a token for this repository alone, with the boxes ticked that saving needs. `days` is how long
/// the token is good. The form cannot choose the repository: its user does, under "Only select repositories".
pub fn token(site: &Repository, days: u16) -> String {
    format!(
        "{}/settings/personal-access-tokens/new?name={}&description={}&target_name={}&expires_in={days}&contents=write\
         &pull_requests=write&actions=read&pages=read",
        site.web,
        query(&format!("Writing on {}", site.name)),
        query(&format!("Choose Only select repositories, and {}.", site.full_name())),
        query(&site.owner),
    )
}

/// The form that makes a classic token, for proposing to a repository of others: a fine-grained one cannot.
pub fn classic_token(site: &Repository) -> String {
    let description = query(&format!("Proposals to {}", site.full_name()));
    format!("{}/settings/tokens/new?scopes=public_repo&description={description}", site.web)
}

/// GitHub's form for a pull request, filled in. `head` is `owner:branch`.
pub(super) fn compare(web: &str, repository: &str, base: &str, head: &str, title: &str, text: &str) -> String {
    let start =
        format!("{web}/{repository}/compare/{}...{}?expand=1", encoded(base), encoded(head).replace("%3A", ":"));
    let titled = format!("{start}&title={}", query(title));
    let whole = format!("{titled}&body={}", query(text));
    [whole, titled].into_iter().find(|url| url.len() <= MAX_URL_BYTES).unwrap_or(start)
}
