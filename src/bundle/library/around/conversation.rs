//! What others said about a text elsewhere, and where to say more.

use std::path::Path;

use jiff::tz::TimeZone;
use maud::{Markup, PreEscaped, html};

use crate::bundle::address::OutputPath;
use crate::bundle::article::Prepared;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::config::settings::Settings;
use crate::bundle::input::conversation::values::{AvatarName, WebUrl};
use crate::bundle::input::conversation::{Author, Comment, FOLDER, Kind, Replies, avatar, block, file, text};
use crate::bundle::input::post::Post;
use crate::bundle::input::thread::Thread;
use crate::bundle::time::moment::day_at;
use crate::content::{Message, Site};

/// The section below a text, if it has a thread or was mentioned. Its pictures become files of the text.
pub(super) fn section(
    settings: Settings<'_>,
    post: &Post,
    prepared: &mut Prepared,
    findings: &mut Diagnostics,
) -> Option<Markup> {
    let Settings { options, config, site } = settings;
    let webmention = config.conversation.webmention;
    if post.threads.is_empty() && !webmention {
        return None;
    }
    let mut threads = file::read(&options.root, post, options.lenient, findings).threads;
    // Only what its owner asks for now, whatever was fetched before.
    threads.retain(|replies| match &replies.thread {
        Some(url) => thread(post, url).is_some(),
        None => webmention,
    });
    for replies in &mut threads {
        block::shown(replies, &config.conversation);
        hold_avatars(&options.root, post, replies, options.lenient, findings);
    }
    threads.retain(|replies| !replies.are_none());
    if post.threads.is_empty() && threads.is_empty() {
        return None;
    }
    let avatars =
        threads.iter().flat_map(|replies| &replies.replies).filter_map(|comment| comment.author.avatar.as_ref());
    for name in avatars {
        prepared.files.push((avatar::path(&options.root, name), published(name)));
    }
    let zone = config.timezone.clone().unwrap_or(TimeZone::UTC);
    Some(html! {
        section.conversation {
            h2 { (site.words.get(Message::Conversation)) }
            @if !post.threads.is_empty() {
                ul.reply { @for thread in &post.threads { li { (reply_link(site, thread)) } } }
            }
            @for replies in &threads { (replies_of(site, &zone, post, replies)) }
        }
    })
}

/// The thread of a post at an address.
fn thread<'a>(post: &'a Post, url: &WebUrl) -> Option<&'a Thread> {
    post.threads.iter().find(|thread| WebUrl::parse(&thread.url).as_ref() == Some(url))
}

fn published(name: &AvatarName) -> OutputPath {
    OutputPath::new(format!("{FOLDER}/{}", name.as_str()))
}

/// Takes away the pictures that are none, with a finding for each.
fn hold_avatars(root: &Path, post: &Post, replies: &mut Replies, lenient: bool, findings: &mut Diagnostics) {
    for comment in &mut replies.replies {
        let Some(name) = &comment.author.avatar else { continue };
        if let Err(message) = avatar::check(&avatar::path(root, name)) {
            let message = format!("the picture \"{}\" {message}", name.as_str());
            let remedy = "delete it, and run `cargo site fetch`";
            findings.mistake(lenient, &file::path(post), 0, message, remedy);
            comment.author.avatar = None;
        }
    }
}

fn reply_link(site: &Site, thread: &Thread) -> Markup {
    html! {
        a rel="external syndication" class="u-syndication" href=(thread.url) {
            (site.words.fill(Message::ReplyOn, &[("place", thread.place())]))
        }
    }
}

/// The replies of a thread: what they count, each reply with its answers, and how many more there are.
fn replies_of(site: &Site, zone: &TimeZone, post: &Post, replies: &Replies) -> Markup {
    let place = replies.thread.as_ref().and_then(|url| thread(post, url)).map_or("", Thread::place);
    let counts = [(Message::Likes, replies.likes), (Message::Reposts, replies.reposts)];
    let counts: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    html! {
        @if !counts.is_empty() {
            p.counts {
                @if !place.is_empty() { bdi { (place) } " " }
                @for (word, count) in counts { span { (site.words.count(word, count)) } " " }
            }
        }
        @if !replies.replies.is_empty() {
            ol.replies {
                @for group in replies.replies.chunk_by(|_, next| next.kind == Kind::Answer) {
                    @let answers = &group[1..];
                    li.u-comment.h-cite {
                        (comment(site, zone, &group[0]))
                        @if !answers.is_empty() {
                            ol { @for answer in answers { li.u-comment.h-cite { (comment(site, zone, answer)) } } }
                        }
                    }
                }
            }
        }
        @if replies.more > 0 {
            p.counts {
                @match &replies.thread {
                    Some(url) => { a rel="external" href=(url.as_str()) { (site.words.count(Message::MoreReplies, replies.more)) } }
                    None => { (site.words.count(Message::MoreReplies, replies.more)) }
                }
            }
        }
    }
}

fn comment(site: &Site, zone: &TimeZone, comment: &Comment) -> Markup {
    let Comment { kind, author, date, url, html } = comment;
    let day = date.and_then(|time| Some((String::from(time), day_at(time.0, zone)?)));
    let mention = site.words.get(Message::Mention);
    html! {
        p.commenter {
            (by(site, author))
            " "
            a.u-url rel="external nofollow ugc" href=(url.as_str()) {
                @match day {
                    Some((written, day)) => {
                        time.dt-published datetime=(written) { (site.words.date(Message::Date, day)) }
                    }
                    None => bdi { (url.host()) }
                }
            }
            @if *kind == Kind::Mention { " " span { (mention) } }
        }
        @let text = text::clean(html);
        @if !text.is_empty() { div.e-content dir="auto" { (PreEscaped(text)) } }
    }
}

fn by(site: &Site, author: &Author) -> Markup {
    let (name, handle) = (text::name(&author.name), text::name(&author.handle));
    let name = if name.is_empty() { &handle } else { &name };
    html! {
        span.p-author.h-card {
            @if let Some(avatar) = &author.avatar {
                img.u-photo src=(site.base.clone() + published(avatar).href().as_str())
                    width="48" height="48" alt="" loading="lazy" decoding="async";
            }
            @match &author.url {
                Some(url) => { a.p-name.u-url rel="external nofollow ugc" href=(url.as_str()) { bdi { (name) } } }
                None => { bdi.p-name { (name) } }
            }
            @if !handle.is_empty() && handle != *name { " " bdi.handle { (handle) } }
        }
    }
}
