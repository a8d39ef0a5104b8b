//! The arguments of `cargo site`, and of the packaged `personal-page`.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::distribution::Distribution;
use super::server::allowed_hosts::host_name;
use super::toolchain::browser::Engine;
use crate::content::Date;

/// Builds and serves a personal page and blog from Markdown
#[derive(Debug, Parser)]
#[command(version)]
#[command(after_help = "Exit codes: 0 success, 1 errors in your files, 2 the command could not run")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the site at http://localhost:8080, drafts included, and update it when you save
    Serve(Serve),
    /// Build the site to publish into dist/
    Build(Build),
    /// Check posts, pages, links and colours, drafts included, without building the site
    Check(Check),
    /// Collect the replies to your posts from the Fediverse, Bluesky, GitHub and the web into conversation/
    Fetch(Fetch),
    /// Create the file of a new draft, and open it in your editor
    New(New),
    /// Write in your browser: open the editor, and serve the site if no `serve` runs for it
    Write(Write),
    /// Bring a blog of another engine into this site: texts, pictures, addresses and settings
    Import(Import),
    /// Install the browsers if needed, and run all tests
    Test(Test),
    /// Measure the speed of the renderer, the bundler, and the site in a browser
    Bench,
    /// Package the engine as one file, which needs neither its source nor a compiler
    Package(Package),
    /// Create a site in a folder: posts, site.toml, and the workflow that publishes them
    Init(Init),
    /// Update the engine of this site, and keep your files
    Update(Update),
    /// Write the pages after Trunk has built the page's program (called by Trunk)
    #[command(hide = true)]
    Bundle,
}

#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Serve {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// The path of the site, such as /repo/
    #[arg(long, default_value = "/", value_parser = base)]
    pub(crate) base: String,
    /// A host name to accept besides localhost, such as that of a tunnel. May be given several times
    #[arg(long = "host", value_name = "NAME", value_parser = host_name)]
    pub(crate) hosts: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// The path of the site, such as /repo/, instead of the one in its address
    #[arg(long, value_parser = base)]
    pub(crate) base: Option<String>,
    /// The site's address, instead of the one in site.toml
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Report broken references as warnings, and leave out posts that have errors
    #[arg(long)]
    pub(crate) lenient: bool,
    /// Print every finding, not only the first three of a kind and the first thirty kinds
    #[arg(long)]
    pub(crate) all: bool,
    /// Use this date as today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 no errors, 1 errors (or denied warnings), 2 the check could not run")]
pub(crate) struct Check {
    /// Fail on warnings too, except those in drafts
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Check links to other sites over the network
    #[arg(long)]
    pub(crate) external: bool,
    /// Print every finding, not only the first three of a kind and the first thirty kinds
    #[arg(long)]
    pub(crate) all: bool,
    /// Use this date as today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct New {
    /// The title, in quotes
    pub(crate) title: String,
    /// Create a folder, for a post with pictures
    #[arg(long)]
    pub(crate) folder: bool,
    /// Create a page such as About, which is in no list
    #[arg(long, conflicts_with = "collection")]
    pub(crate) page: bool,
    /// Create it in the folder of a collection, such as notes, instead of posts
    #[arg(long = "in", value_name = "FOLDER")]
    pub(crate) collection: Option<String>,
    /// The last part of the address, instead of one made from the title
    #[arg(long)]
    pub(crate) slug: Option<String>,
    /// Use this date as today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Write {
    /// The text to open, such as posts/hello.md, instead of the list of all texts
    pub(crate) file: Option<PathBuf>,
    /// Print the address of the editor, and open no browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// The port to listen on, if no `serve` runs for this site
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 no errors, 1 errors in the new site, 2 the import could not run")]
pub(crate) struct Import {
    /// The folder of the old site, or its export file
    #[arg(value_name = "FOLDER OR FILE")]
    pub(crate) what: PathBuf,
    /// The folder of the new site, instead of this one. It is made if it does not exist
    #[arg(long, value_name = "FOLDER")]
    pub(crate) into: Option<PathBuf>,
    /// The address of the old site, if its files do not say it
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// A sitemap or a feed of the old site, for addresses that its configuration does not tell
    #[arg(long, value_name = "FILE")]
    pub(crate) sitemap: Option<PathBuf>,
    /// Report what would be done, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Use this date as today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Test {
    /// Run them in this engine only [default: all engines, or Chromium if there are arguments for cargo test]
    #[arg(long)]
    pub(crate) engine: Option<Engine>,
    /// Arguments for cargo test, such as `-- --test site host`
    #[arg(last = true)]
    pub(crate) rest: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Fetch {
    /// The site's address, instead of the one in site.toml: mentions of its pages are asked for
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Ask a mirror, which has each host as a folder
    #[arg(long, value_name = "URL", hide = true)]
    pub(crate) mirror: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Package {
    /// The system to make it for, as rustc names it, instead of this one
    #[arg(long)]
    pub(crate) target: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// The folder of the site
    pub(crate) folder: PathBuf,
    /// Your name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// The title of the site
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// The full address it will be published under, such as `https://you.github.io/`
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Where the releases of this program are, instead of where it was released
    #[arg(long, value_name = "URL")]
    pub(crate) releases: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Update {
    /// In a clone: the branch to merge, such as engine/main. A packaged program needs none: it writes its own version
    /// into the workflow
    pub(crate) from: Option<String>,
}

/// The commands that need the source.
const OF_SOURCE: [&str; 4] = ["test", "bench", "package", "bundle"];
/// The commands that only a packaged engine has.
const OF_PACKAGE: [&str; 1] = ["init"];

/// Parses the arguments of this process. Exits with help or an error as clap does.
pub(crate) fn parse(distribution: Distribution) -> Command {
    let absent: &[&str] = if distribution.is_source() { &OF_PACKAGE } else { &OF_SOURCE };
    let mut command = Args::command().name(distribution.command_name()).bin_name(distribution.command_name());
    for name in absent {
        command = command.mut_subcommand(name, |command| command.hide(true));
    }
    let matches = command.clone().get_matches();
    if let Some(name) = matches.subcommand_name().filter(|name| absent.contains(name)) {
        let message = if distribution.is_source() {
            format!("only the packaged engine, `personal-page`, has the command `{name}`")
        } else {
            format!("`{name}` needs the sources of the engine: in a clone, run `cargo site {name}`")
        };
        command.error(ErrorKind::InvalidSubcommand, message).exit();
    }
    Args::from_arg_matches(&matches).unwrap_or_else(|error| error.exit()).command
}

/// Normalises a base path: `repo`, `/repo` and `//repo/` are all `/repo/`.
fn base(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let segments: Vec<_> = text.split('/').filter(|s| !s.is_empty()).collect();
    if !text.chars().all(plain) || segments.iter().any(|s| s.starts_with("..")) {
        return Err("expected a path such as / or /repo/; give the site's address with --url".to_owned());
    }
    Ok(segments.iter().fold("/".to_owned(), |path, segment| path + segment + "/"))
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_base_path_begins_and_ends_with_one_slash() {
        for (given, wanted) in [("", "/"), ("/", "/"), ("//", "/"), ("repo", "/repo/"), ("/repo", "/repo/")] {
            assert_eq!(base(given).as_deref(), Ok(wanted));
        }
        assert_eq!(base("//team/ada.page//").as_deref(), Ok("/team/ada.page/"));
    }

    #[test]
    fn an_address_or_a_way_up_is_no_base_path() {
        for given in ["https://ada.page/repo/", "/repo/?a", "/a b/", "/../up/"] {
            assert!(base(given).is_err(), "{given}");
        }
    }
}
