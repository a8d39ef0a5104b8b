//! The site as its pages know it.

use serde::{Deserialize, Serialize};

use super::Messages;

/// The folder of the search index, below the base.
pub const SEARCH: &str = "pagefind/";

/// The main feed of a page, below the address of the page: its name and its media type (RFC 4287).
pub const FEED: (&str, &str) = ("feed.xml", "application/atom+xml");

/// What every page of the site shares.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// The name of the site.
    pub title: String,
    /// One sentence on what the site is.
    pub description: String,
    /// The scheme and host the site is published under, without a slash at the end: `https://me.github.io`.
    pub origin: String,
    /// The path the site lives under, with a slash at both ends: `/` or `/repo/`.
    pub base: String,
    /// The language of the site, as BCP 47 has it: `en`, `pt-BR`.
    pub language: String,
    /// The interface in it.
    pub words: Messages,
    /// Who writes here.
    pub author: Author,
    /// The links at the head of every page.
    pub navigation: Vec<Link>,
    /// How to answer a post.
    #[serde(default)]
    pub reply: Reply,
}

/// The ways to answer a post. None of them loads anything while a reader reads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// A mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// The address of a fediverse profile: `https://mastodon.example/@alex`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fediverse: Option<String>,
    /// The address of the discussions of a repository: `https://github.com/me/site/discussions`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussions: Option<String>,
}

/// The person behind the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Author {
    /// The name as it should be printed.
    pub name: String,
    /// One or two lines.
    #[serde(default)]
    pub bio: String,
    /// Where else to find this person.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// A name and where it leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// What the reader sees.
    pub name: String,
    /// An address: a full URL, or a path below the base without a slash at its start, percent-encoded.
    pub url: String,
}

impl Site {
    /// The address to write in a page for one of the site's own links: a full URL stays, a path goes below the base.
    #[must_use]
    pub fn href(&self, link: &Link) -> String {
        match link.url.contains(':') {
            true => link.url.clone(),
            false => format!("{}{}", self.base, link.url),
        }
    }
}
