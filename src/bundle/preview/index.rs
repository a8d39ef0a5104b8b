//! The index of a site: all that a text is prepared with, without the texts and the files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::page_entry::PageEntry;
use crate::bundle::article::code::names::Names;
use crate::bundle::article::pictures::Made;
use crate::bundle::article::sanitise::allowed::Allowed;
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::Policy;
use crate::content::{Date, Messages, Route, Site};

/// The version of the format. An index of another version is of another program.
pub(super) const VERSION: u32 = 2;

/// What texts of a site are prepared with. As JSON, it is the file `write/site.json`.
#[derive(Clone, Serialize, Deserialize)]
pub struct SiteIndex {
    pub(super) version: u32,
    /// The day of the build.
    pub(super) today: Date,
    /// The site, at the URL of the build.
    pub(super) site: Site,
    pub(super) config: Config,
    /// The name of the site's time zone, and its data (TZif, RFC 9636).
    pub(super) zone: Option<(String, Vec<u8>)>,
    /// The messages in all languages that there are, by language.
    pub(super) messages: BTreeMap<String, Messages>,
    /// Listed posts, newest first; then unlisted posts; then pages.
    pub(super) pages: Vec<PageEntry>,
    /// The addresses of the lists.
    pub(super) lists: Vec<Route>,
    /// The paths of generated files.
    pub(super) generated: Vec<String>,
    /// The page at each former address.
    pub(super) aliases: Vec<(String, Route)>,
    /// The paths of the files that texts may refer to, below the site's folder.
    pub(super) files: Vec<String>,
    /// The sizes of pictures, by path.
    pub(super) pictures: BTreeMap<String, Made>,
    /// What the sanitiser keeps.
    pub(super) allowed: Allowed,
    /// The names of the languages that are highlighted.
    pub(super) grammars: Names,
}

/// What the editor lists: a part of a [`SiteIndex`].
#[derive(Deserialize)]
struct Listed {
    version: u32,
    pages: Vec<PageEntry>,
}

/// The posts and pages of an index. `None` if it is that of another version of the program.
#[must_use]
pub fn read_pages(json: &[u8]) -> Option<Vec<PageEntry>> {
    serde_json::from_slice(json).ok().filter(|index: &Listed| index.version == VERSION).map(|index| index.pages)
}

impl SiteIndex {
    /// Reads an index. `None` if it is that of another version of the program.
    #[must_use]
    pub fn read(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok().filter(|index: &Self| index.version == VERSION)
    }

    /// What pages may load from other hosts: what the costly work has to know of the site.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.config.policy
    }

    /// Writes the index.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
