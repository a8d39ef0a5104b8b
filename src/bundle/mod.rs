//! From the owner's files to a static site. Native only.

mod address;
mod aliases;
mod assets;
mod bounds;
mod cache;
mod checks;
mod code;
mod composed;
mod config;
mod cover;
mod css;
mod diagnostic;
mod edit;
mod feeds;
mod formulas;
mod front_matter;
mod groups;
mod head;
mod html;
mod ids;
mod kind;
mod lean;
mod leftover;
mod library;
mod location;
mod machines;
mod made;
mod moment;
mod nowhere;
mod offline;
mod own_files;
mod pages;
mod pictures;
mod places;
mod policy;
mod post;
mod prepare;
mod previews;
mod printable;
mod program;
mod progress;
mod read;
mod reading_time;
mod references;
mod refused;
mod relations;
mod resolve;
mod sanitise;
mod search;
mod shell;
mod side;
mod sitemap;
mod slugify;
mod source;
mod stamp;
mod survey;
mod taken;
mod theme_colors;
mod time_zone;
mod words;
mod xml;

use std::path::PathBuf;

use crate::content::Date;

pub use checks::External;
pub use code::{Highlighted, ROLES, highlight};
pub use config::{Config, read_config, read_time_zone};
pub use diagnostic::{Diagnostic, Diagnostics, Failure, Severity};
pub use formulas::{Mistake, mathml};
pub use groups::{Group, Groups};
pub use kind::Kind;
pub use leftover::is_leftover;
pub use location::Location;
pub use made::{Made, bundle};
pub use moment::{Moment, day_at};
pub use own_files::PUBLIC;
pub use policy::Policy;
pub use post::{MAX_SLUG_BYTES, Post};
pub use printable::{printable, printable_lines};
pub use progress::Progress;
pub use read::read_posts;
pub use slugify::{slugify, slugify_tag};
pub use source::Source;
pub use survey::{Checked, check};
pub use taken::owner;
pub use words::{SHIPPED, english};

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
