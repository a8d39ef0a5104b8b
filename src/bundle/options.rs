//! What callers of the bundler say, and what they are told.

use std::path::PathBuf;

use super::diagnostics::Diagnostics;
use crate::content::Date;

/// What to bundle, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with `site.toml`, `posts/` and `public/`.
    pub root: PathBuf,
    /// The folder with the finished `index.html` of the program and the files it names.
    pub shell: PathBuf,
    /// Where the site is written. May be the shell's own folder.
    pub out: PathBuf,
    /// The path the site is published under; without one, the path of the address in `site.toml`.
    pub base: Option<String>,
    /// The address the site is published under; without one, that of `site.toml`.
    pub url: Option<String>,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether the search index is made. It takes longer than all the rest.
    pub search: bool,
    /// Whether references that lead nowhere are warnings.
    pub lenient: bool,
    /// Whether pictures for link previews are made, unless `site.toml` says `previews = false`.
    pub previews: bool,
    /// Whether what was read can be read again without a network, if `site.toml` says `offline = true`.
    pub offline: bool,
    /// The day of the build, in the time zone of the site: no clock is read.
    pub today: Date,
}

impl Options {
    /// To publish the files in a folder on a day, at the address that `site.toml` has: the pages alone, without what takes
    /// longer than they do. Where the shell is and where the site goes is still to be said.
    #[must_use]
    pub fn new(root: PathBuf, today: Date) -> Self {
        Self {
            root,
            shell: PathBuf::new(),
            out: PathBuf::new(),
            base: None,
            url: None,
            drafts: false,
            search: false,
            lenient: false,
            previews: false,
            offline: false,
            today,
        }
    }
}

/// Summary of a successful build.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many pages the site has.
    pub pages: usize,
    /// What deserves a look.
    pub findings: Diagnostics,
}
