//! Which repository a site is kept in.

use personal_page::bundle::POSTS;

use super::super::{Problem, StoreError};

/// The repository of a site, and where in it the site is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// The API: `https://api.github.com`. Requests, and with them the token, go nowhere else.
    pub api: String,
    /// The pages of GitHub: `https://github.com`.
    pub web: String,
    /// The owner, a user or an organisation.
    pub owner: String,
    /// The name.
    pub name: String,
    /// The branch that the site is built from; none for the default branch.
    pub branch: Option<String>,
    /// The folder of the site with a slash behind it; empty if the site is the repository.
    pub folder: String,
    /// The folders of texts in the site's folder, without slashes.
    pub texts: Vec<String>,
}

impl Repository {
    /// A repository on github.com, named as `owner/name`.
    ///
    /// # Errors
    /// If this is no name of a repository.
    pub fn on_github(full_name: &str) -> Result<Self, StoreError> {
        let allowed = |part: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            !part.is_empty() && part.bytes().all(plain) && part != "." && part != ".."
        };
        match full_name.split_once('/') {
            Some((owner, name)) if allowed(owner) && allowed(name) => Ok(Self {
                api: "https://api.github.com".to_owned(),
                web: "https://github.com".to_owned(),
                owner: owner.to_owned(),
                name: name.to_owned(),
                branch: None,
                folder: String::new(),
                texts: vec![POSTS.to_owned()],
            }),
            _ => Err(StoreError::Refused(Problem::new(
                format!("`{full_name}` is not the name of a repository"),
                "write it as owner/name in site.toml, as in the address of its page on GitHub",
            ))),
        }
    }

    /// `owner/name`.
    pub fn full_name(&self) -> String {
        format!("{}/{}", self.owner, self.name)
    }

    /// The address of GraphQL. GitHub Enterprise has it beside `/api/v3`.
    pub(super) fn graphql(&self) -> String {
        match self.api.strip_suffix("/v3") {
            Some(enterprise) => format!("{enterprise}/graphql"),
            None => format!("{}/graphql", self.api),
        }
    }

    /// The path in the repository of a path below the site's folder.
    pub(super) fn path(&self, below: &str) -> String {
        format!("{}{below}", self.folder)
    }
}
