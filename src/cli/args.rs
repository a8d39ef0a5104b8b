//! The arguments of `cargo site`.

use clap::{Parser, Subcommand};

use super::server::allowed_hosts::host_name;
use super::toolchain::browser::Engine;
use crate::content::Date;

/// A personal page: posts in, a static site out.
#[derive(Debug, Parser)]
#[command(name = "cargo site", bin_name = "cargo site")]
#[command(after_help = "Exit codes: 0 done, 1 mistakes in what you wrote, 2 it could not run")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show the site, drafts included, at http://localhost:8080, and keep it in step with what you save
    Serve(Serve),
    /// Build the site to publish into dist/
    Build(Build),
    /// Check posts, pages, links and colours, drafts included, without building the site
    Check(Check),
    /// Begin a post: writes its file, as a draft, and opens it in your editor
    New(New),
    /// Set up the browsers and run every test
    Test(Test),
    /// Time the renderer, the bundler, and the finished site in a browser
    Bench,
    /// What Trunk calls when it has built the page's program
    #[command(hide = true)]
    Bundle,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// The path the site lives under, such as /repo/
    #[arg(long, default_value = "/", value_parser = base)]
    pub(crate) base: String,
    /// A name to answer to besides localhost, such as that of a tunnel to this machine. May be given several times
    #[arg(long = "host", value_name = "NAME", value_parser = host_name)]
    pub(crate) hosts: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// The path the site lives under, such as /repo/, instead of the one in the site's address
    #[arg(long, value_parser = base)]
    pub(crate) base: Option<String>,
    /// The site's address, instead of the one in site.toml
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// References that lead nowhere are warnings instead of errors
    #[arg(long)]
    pub(crate) lenient: bool,
    /// Print every mistake, not only the first three of a kind and the first thirty kinds
    #[arg(long)]
    pub(crate) all: bool,
    /// The day to take for today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 no errors, 1 errors (or warnings, if denied), 2 the check could not run")]
pub(crate) struct Check {
    /// Fail on warnings too, except those in drafts
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Ask other sites whether what you link to is still there
    #[arg(long)]
    pub(crate) external: bool,
    /// Print every mistake, not only the first three of a kind and the first thirty kinds
    #[arg(long)]
    pub(crate) all: bool,
    /// The day to take for today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct New {
    /// The title, in quotes
    pub(crate) title: String,
    /// Make a folder, for a post with pictures
    #[arg(long)]
    pub(crate) folder: bool,
    /// Make a page such as About, which is in no list
    #[arg(long)]
    pub(crate) page: bool,
    /// The last part of the address, instead of one made from the title
    #[arg(long)]
    pub(crate) slug: Option<String>,
    /// The day to take for today, such as 2025-03-01
    #[arg(long)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Test {
    /// The one engine to run them in. Without, it is every engine, or Chromium if something is handed on
    #[arg(long)]
    pub(crate) engine: Option<Engine>,
    /// What to hand on to cargo test, such as `-- --test site host`
    #[arg(last = true)]
    pub(crate) rest: Vec<String>,
}

/// Normalises a base path: `repo`, `/repo` and `//repo/` are all `/repo/`.
fn base(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let segments: Vec<_> = text.split('/').filter(|s| !s.is_empty()).collect();
    if !text.chars().all(plain) || segments.iter().any(|s| s.starts_with("..")) {
        return Err("a path such as / or /repo/ is wanted; the site's address goes into --url".to_owned());
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
