//! From the owner's files to a static site. Native only.

pub(crate) mod article;
pub(crate) mod build;
pub(crate) mod cache;
pub(crate) mod checks;
pub(crate) mod composed;
pub(crate) mod css;
pub(crate) mod diagnostics;
pub(crate) mod input;
pub(crate) mod library;
pub(crate) mod output;
pub(crate) mod site;
pub(crate) mod theme_colors;
pub(crate) mod time;

use std::path::PathBuf;

use crate::content::Date;

pub use article::code::{Highlighted, ROLES, highlight};
pub use article::formulas::{Mistake, mathml};
pub use build::{Checked, check};
pub use checks::External;
pub use diagnostics::groups::{Group, Groups};
pub use diagnostics::kind::Kind;
pub use diagnostics::location::Location;
pub use diagnostics::printable::{printable, printable_lines};
pub use diagnostics::progress::Progress;
pub use diagnostics::{Diagnostic, Diagnostics, Failure, Severity};
pub use input::address_owner::owner;
pub use input::config::{Config, read_config, read_time_zone};
pub use input::content_security_policy::Policy;
pub use input::languages::{SHIPPED, english};
pub use input::leftover::is_leftover;
pub use input::own_files::PUBLIC;
pub use input::post::{MAX_SLUG_BYTES, Post};
pub use input::posts::read_posts;
pub use input::slugify::{slugify, slugify_tag};
pub use input::source::Source;
pub use site::{Made, bundle};
pub use time::moment::{Moment, day_at};

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

    /// The path of the address the site is published under, where that address can be read.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        let mut unheard = Diagnostics::default();
        let config = read_config(&self.root, &mut unheard)?;
        Some(config.site(self, &mut unheard).base)
    }
}

/// What became of it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many pages the site has.
    pub pages: usize,
    /// What deserves a look.
    pub findings: Diagnostics,
}
