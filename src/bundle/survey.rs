//! The whole site, read and checked; and then written, if all is right and it shall be.

use std::sync::Arc;

use super::checks::{self, External};
use super::config::read_what_is_right;
use super::library::Library;
use super::output::Output;
use super::shell::Shell;
use super::{Config, Diagnostics, Failure, Options, Report, assets, offline, read_posts, search};
use crate::content::Site;

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What deserves a look.
    pub findings: Diagnostics,
    /// The links to other sites, which only a network can check.
    pub external: Vec<External>,
}

/// Reads the owner's files and checks them. Writes nothing but caches, and needs no `shell` and no `out`.
#[must_use]
pub fn check(options: &Options) -> Checked {
    let Survey { config, library, findings, .. } = Survey::new(options);
    Checked { external: checks::external(&config, &library), findings }
}

/// Reads the owner's files, checks them, and writes the site.
///
/// # Errors
/// All mistakes of the author at once; or a folder that cannot be read or written. Then nothing was written
/// to `out`, or, if it was the disk that failed, a part: callers give a folder of their own, and move it when it is whole.
pub fn bundle(options: &Options) -> Result<Report, Failure> {
    let Survey { site, library, output, mut findings, .. } = Survey::new(options);
    let shell = Shell::read(&options.shell, &mut findings);
    let Some(shell) = shell.filter(|_| !findings.has_errors()) else { return Err(Failure::Mistakes(findings)) };
    let head = offline::head(&library) + &assets::links(&options.root, &site.base);
    let shell = shell.with_head(&head).with_policy(&library.resolver.policy);
    output.write(&site, &shell, &library)?;
    offline::write(&options.root, &site, &shell, &library, &output)?;
    if options.search {
        search::write(&site, &library, &output)?;
    }
    Ok(Report { pages: library.routes().len(), findings })
}

/// Writes the search index alone, beside pages that are there already.
///
/// # Errors
/// A folder that cannot be written.
pub fn index(options: &Options) -> Result<(), Failure> {
    let Survey { site, library, output, .. } = Survey::new(options);
    search::write(&site, &library, &output)
}

/// The site with its mistakes: what has one of its own is left out or as good as it can be.
struct Survey {
    config: Config,
    site: Arc<Site>,
    library: Library,
    output: Output,
    findings: Diagnostics,
}

impl Survey {
    fn new(options: &Options) -> Self {
        let mut findings = Diagnostics::default();
        let config = read_what_is_right(&options.root, &mut findings);
        let posts = read_posts(&options.root, options.lenient, &mut findings);
        let site = Arc::new(config.site(options, &mut findings));
        let posts = posts.into_iter().map(|post| post.seen_on(options.today));
        let posts = posts.filter(|post| options.drafts || !post.draft).collect();
        let library = Library::new(&config, &site, options, posts, &mut findings);
        let mut output = Output::new(&options.out);
        output.claim_pages(&library, &mut findings);
        output.claim_sides(&options.root, &library, &mut findings);
        assets::claim(&mut output, &options.root, &options.shell, library.assets(), &mut findings);
        output.check_folders(&mut findings);
        checks::all(options, &config, &site, &library, &mut findings);
        Self { config, site, library, output, findings }
    }
}
