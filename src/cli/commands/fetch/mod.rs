//! `cargo site fetch`: collects the replies to each text into `conversation/`, from where the bundler takes them.

mod avatars;
mod bluesky;
mod client;
mod discussions;
mod found;
mod mastodon;
mod question;
mod store;
mod threads;
mod webmention;

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::input::config::Config;
use crate::bundle::input::conversation::file;
use crate::bundle::{Diagnostics, Options, Post, read_config, read_posts};
use crate::cli::args::Fetch as Args;
use crate::cli::project::Project;
use crate::cli::terminal::diagnostics;
use crate::cli::terminal::exit::MISTAKES;
use crate::cli::today::today;
use store::{prune, save_conversation};
use threads::{Threads, has_mentions};

/// Fetches. A service that does not answer is no failure: what it said before is kept.
pub(crate) fn run(project: &Project, args: &Args) -> Result<ExitCode> {
    let root = project.root();
    let mut findings = Diagnostics::default();
    let config = read_config(root, &mut findings);
    let options = Options { url: args.url.clone(), ..Options::new(root.to_owned(), today(root)) };
    let site = config.as_ref().map(|config| config.site(&options, &mut findings));
    let (Some(config), Some(site), false) = (config, site, findings.has_errors()) else {
        diagnostics::print(root, &findings, false);
        return Ok(MISTAKES.into());
    };
    let mut posts = read_posts(root, &config, false, &mut findings);
    // A text of a day to come is not public yet, as a draft is not.
    for post in &mut posts {
        post.draft |= post.date().is_some_and(|date| date.day > options.today);
    }
    let mut threads = Threads::new(root, &config, &site, args.mirror.as_deref());
    let (mut files, mut avatars, mut replies) = (BTreeSet::new(), BTreeSet::new(), 0);
    for post in posts.iter().filter(|post| has_threads(post, &config)) {
        let conversation = threads.of(post)?;
        let path = root.join(file::path(post));
        save_conversation(&path, &conversation)?;
        let comments = conversation.threads.iter().flat_map(|replies| &replies.replies);
        replies += comments.clone().count();
        avatars.extend(comments.filter_map(|comment| comment.author.avatar.clone()));
        files.insert(path);
    }
    // A text that cannot be read now may have its conversation again when it is mended.
    if findings.has_errors() {
        eprintln!("Some texts have mistakes and were left out: `cargo site check` lists them.");
    } else {
        prune(root, &files, &avatars)?;
    }
    match files.len() {
        0 => println!("No text has a thread: there is nothing to fetch."),
        texts => println!("Replies: {replies}, texts: {texts}."),
    }
    Ok(ExitCode::SUCCESS)
}

fn has_threads(post: &Post, config: &Config) -> bool {
    !post.threads.is_empty() || has_mentions(post, config)
}
