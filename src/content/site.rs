//! The data of the site that its pages share.

use serde::{Deserialize, Serialize};

use super::Messages;

/// The folder of the search index, below the base.
pub const SEARCH: &str = "pagefind/";

/// The main feed of a page, below the address of the page: its name and its media type (RFC 4287).
pub const FEED: (&str, &str) = ("feed.xml", "application/atom+xml");

/// The data that all pages share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// The name of the site.
    pub title: String,
    /// One sentence on what the site is.
    pub description: String,
    /// The scheme and host of the site, without a trailing slash: `https://me.github.io`.
    pub origin: String,
    /// The path the site is served under, with a slash at both ends: `/` or `/repo/`.
    pub base: String,
    /// The language of the site (BCP 47): `en`, `pt-BR`.
    pub language: String,
    /// The messages in that language.
    pub words: Messages,
    /// The author.
    pub author: Author,
    /// The links in the header of every page.
    pub navigation: Vec<Link>,
    /// The ways to reply to a post.
    #[serde(default)]
    pub reply: Reply,
}

/// The ways to reply to a post. None loads anything while a post is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// An email address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// The address of a fediverse profile: `https://mastodon.example/@alex`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fediverse: Option<String>,
    /// The address of the discussions of a repository: `https://github.com/me/site/discussions`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussions: Option<String>,
}

/// The author of the site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Author {
    /// The name as displayed.
    pub name: String,
    /// One or two lines.
    #[serde(default)]
    pub bio: String,
    /// Links to other profiles of the author.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// A named link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The text of the link.
    pub name: String,
    /// A full URL, or a path below the base without a leading slash, percent-encoded.
    pub url: String,
}

impl Site {
    /// The value of `href` for a link: a full URL stays, a path is placed below the base.
    #[must_use]
    pub fn href(&self, link: &Link) -> String {
        if link.url.contains(':') { link.url.clone() } else { format!("{}{}", self.base, link.url) }
    }
}
