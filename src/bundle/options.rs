//! The options of the bundler, and its report.

use std::path::PathBuf;

use super::diagnostics::Diagnostics;
use crate::content::Date;

/// What to bundle, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with `site.toml`, `posts/` and `public/`.
    pub root: PathBuf,
    /// The folder with the built `index.html` of the app and the files it names.
    pub shell: PathBuf,
    /// Where the site is written. May be the shell's own folder.
    pub out: PathBuf,
    /// The folder of the former site, of whose files those are linked that would be the same; `None` to write all.
    pub former: Option<PathBuf>,
    /// The path the site is published under; `None` for the path of the URL in `site.toml`.
    pub base: Option<String>,
    /// The URL the site is published under; `None` for that in `site.toml`.
    pub url: Option<String>,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether the search index is made. It takes longer than everything else.
    pub search: bool,
    /// Whether mistakes such as broken references are warnings instead of errors, and posts that cannot be read are left
    /// out.
    pub lenient: bool,
    /// Whether pictures for link previews are made, unless `site.toml` says `previews = false`.
    pub previews: bool,
    /// Whether pages that were read stay readable offline, if `site.toml` says `offline = true`.
    pub offline: bool,
    /// The day of the build, in the time zone of the site: no clock is read.
    pub today: Date,
}

impl Options {
    /// The options to publish a folder on a day, at the URL in `site.toml`: the pages, without the search index,
    /// preview pictures and offline files. `shell` and `out` are still to be set.
    #[must_use]
    pub fn new(root: PathBuf, today: Date) -> Self {
        Self {
            root,
            shell: PathBuf::new(),
            out: PathBuf::new(),
            former: None,
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
    /// The findings, all of them warnings.
    pub findings: Diagnostics,
}
