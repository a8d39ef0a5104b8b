//! From the owner's files to a static site. Native only.

mod address;
mod aliases;
mod assets;
mod bounds;
mod cache;
mod code;
mod config;
mod cover;
mod diagnostic;
mod feeds;
mod formulas;
mod front_matter;
mod head;
mod html;
mod ids;
mod library;
mod line_index;
mod machines;
mod nowhere;
mod output;
mod pages;
mod paper;
mod pictures;
mod post;
mod prepare;
mod read;
mod reading_time;
mod references;
mod relations;
mod resolve;
mod sanitise;
mod shell;
mod side;
mod sitemap;
mod slugify;
mod source;
mod stamp;
mod xml;

use std::path::PathBuf;
use std::sync::Arc;

use crate::content::Date;

pub use code::{Highlighted, ROLES, highlight};
pub use config::{Config, read_config};
pub use diagnostic::{Diagnostic, Diagnostics, Failure, Severity};
pub use formulas::{Mistake, mathml};
pub use post::Post;
pub use read::read_posts;
pub use slugify::{slugify, slugify_tag};
pub use source::Source;

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
    /// Whether references that lead nowhere are warnings.
    pub lenient: bool,
    /// The day of the build: no clock is read.
    pub today: Date,
}

impl Options {
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
    /// How many pages were written.
    pub pages: usize,
    /// What deserves a look.
    pub findings: Diagnostics,
}

/// Reads the owner's files, checks them, and writes the site.
///
/// # Errors
/// All mistakes of the author at once; or a folder that cannot be read or written. Then nothing was written
/// to `out`, or, if it was the disk that failed, a part: callers give a folder of their own, and move it when it is whole.
pub fn bundle(options: &Options) -> Result<Report, Failure> {
    let mut findings = Diagnostics::default();
    let config = read_config(&options.root, &mut findings);
    let posts = read_posts(&options.root, options.lenient, &mut findings);
    let shell = shell::Shell::read(&options.shell, &mut findings);
    let (Some(config), Some(shell)) = (config, shell) else { return Err(Failure::Mistakes(findings)) };

    let site = Arc::new(config.site(options, &mut findings));
    let shell = shell.with_head(&assets::links(&options.root, &site.base));
    let posts = posts.into_iter().map(|post| post.seen_on(options.today));
    let posts = posts.filter(|post| options.drafts || !post.draft).collect();
    let library = library::Library::new(&config, &site, options, posts, &mut findings);
    let mut output = output::Output::new(&options.out);
    output.claim_pages(&library, &mut findings);
    output.claim_sides(&options.root, &library, &mut findings);
    assets::claim(&mut output, &options.root, &options.shell, library.assets(), &mut findings);
    output.check_folders(&mut findings);
    if findings.has_errors() {
        return Err(Failure::Mistakes(findings));
    }
    output.write(&site, &shell, &library)?;
    Ok(Report { pages: library.routes().len(), findings })
}
