//! Asks each thread of a text, and decides what is kept of it.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;

use anyhow::Result;

use super::avatars::Avatars;
use super::client::Client;
use super::found::{Found, Reply, arrange};
use super::question::Failure;
use super::{bluesky, discussions, mastodon, webmention};
use crate::bundle::input::config::Config;
use crate::bundle::input::conversation::values::WebUrl;
use crate::bundle::input::conversation::{Author, Comment, Conversation, Kind, Replies, block, file, text};
use crate::bundle::input::thread::Service;
use crate::bundle::{Diagnostics, Post, printable};
use crate::content::Site;

const TOKEN: &str = "GITHUB_TOKEN";

/// What a run needs to ask the threads of all texts.
pub(super) struct Threads<'a> {
    root: &'a Path,
    config: &'a Config,
    site: &'a Site,
    client: Client,
    avatars: Avatars,
    token: Option<String>,
}

impl<'a> Threads<'a> {
    pub(super) fn new(root: &'a Path, config: &'a Config, site: &'a Site, mirror: Option<&str>) -> Self {
        let token = env::var(TOKEN).ok().filter(|token| !token.trim().is_empty());
        Self { root, config, site, client: Client::new(mirror), avatars: Avatars::default(), token }
    }

    /// The conversation about a text. A thread that does not answer is as it was; one that is gone has no replies.
    pub(super) fn of(&mut self, post: &Post) -> Result<Conversation> {
        let mut findings = Diagnostics::default();
        let known = file::read(self.root, post, true, &mut findings).threads;
        for finding in findings.sorted() {
            eprintln!("{}: {}: it is written anew", finding.file(), finding.message);
        }
        let mut threads = Vec::new();
        for thread in &post.threads {
            let Some(url) = WebUrl::parse(&thread.url) else {
                eprintln!("{}: is no address on the web", printable(&thread.url));
                continue;
            };
            let found = self.ask(&thread.service);
            threads.extend(self.kept(&thread.url, Some(url), found, &known)?);
        }
        if has_mentions(post, self.config) {
            let target = self.site.origin.clone() + &post.route().href(&self.site.base);
            let found = webmention::mentions(&mut self.client, &target);
            threads.extend(self.kept(&format!("mentions of {target}"), None, found, &known)?);
        }
        Ok(Conversation { threads })
    }

    fn ask(&mut self, service: &Service) -> Result<Found, Failure> {
        let client = &mut self.client;
        match service {
            Service::Mastodon { host, id } => mastodon::replies(client, host, id),
            Service::Bluesky { actor, post } => bluesky::replies(client, actor, post),
            Service::Discussion { owner, repository, number } => match &self.token {
                Some(token) => discussions::comments(client, token, (owner, repository, *number)),
                None => Err(Failure::unanswered(format!(
                    "{TOKEN} is not set: set it to a token of GitHub that may read the discussion"
                ))),
            },
        }
    }

    /// What is kept of a thread, and says so. `None` if that is nothing.
    fn kept(
        &mut self,
        name: &str,
        thread: Option<WebUrl>,
        found: Result<Found, Failure>,
        known: &[Replies],
    ) -> Result<Option<Replies>> {
        let replies = match found {
            Ok(found) => self.replies(thread, found)?,
            Err(Failure::Gone) => {
                eprintln!("{}: is gone, and its replies with it", printable(name));
                return Ok(None);
            }
            Err(Failure::Unanswered(why)) => {
                let kept = known.iter().find(|replies| replies.thread == thread).cloned();
                let count = kept.as_ref().map_or(0, |kept| kept.replies.len());
                eprintln!("{}: {}. Replies kept from before: {count}", printable(name), printable(&why));
                return Ok(kept);
            }
        };
        println!("{}: replies: {}, likes: {}", printable(name), replies.replies.len(), replies.likes);
        Ok(Some(replies).filter(|replies| !replies.are_none()))
    }

    fn replies(&mut self, thread: Option<WebUrl>, found: Found) -> Result<Replies> {
        let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        let arranged = arrange(found.replies);
        let avatars = arranged.iter().filter_map(|(_, reply)| Some((reply.url.clone(), reply.author.avatar.clone()?)));
        let avatars: BTreeMap<WebUrl, WebUrl> = avatars.collect();
        let mut replies = Replies {
            thread,
            likes: number(found.likes),
            reposts: number(found.reposts),
            more: number(found.more),
            replies: arranged.into_iter().map(|(kind, reply)| comment(kind, reply)).collect(),
        };
        block::shown(&mut replies, &self.config.conversation);
        // Only the pictures of those who are shown.
        for comment in &mut replies.replies {
            if let Some(url) = avatars.get(&comment.url) {
                comment.author.avatar = self.avatars.get(self.root, &mut self.client, url)?;
            }
        }
        Ok(replies)
    }
}

/// Whether other sites may have mentioned a text. Nobody knows the address of one that is not public.
pub(super) fn has_mentions(post: &Post, config: &Config) -> bool {
    config.conversation.webmention && !post.draft
}

fn comment(kind: Kind, reply: Reply) -> Comment {
    let Reply { author, date, url, html, .. } = reply;
    Comment {
        kind,
        author: Author {
            name: text::name(&author.name),
            handle: text::name(&author.handle),
            url: author.url,
            avatar: None,
        },
        date,
        url,
        html: text::clean(&html),
    }
}
