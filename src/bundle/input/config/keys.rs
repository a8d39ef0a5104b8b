//! The keys of `site.toml`, each taken into the settings.

use super::analytics::counters;
use super::around::shares;
use super::authors::authors;
use super::collections::collections;
use super::conversation::conversation;
use super::head_tags::tags;
use super::heading_ids::HeadingIds;
use super::links::{full, links};
use super::newsletter::newsletter;
use super::old_lists::old_lists;
use super::permalink::Permalink;
use super::profile::{self, Home, Profile};
use super::write::Write;
use super::{Config, site_url, time_zone};
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::at_uri::Record;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::bundle::input::front_matter::language;
use crate::bundle::look::Look;
use crate::content::{Author, Link, Reply};

const KEYS: &[&str] = &[
    "title",
    "description",
    "url",
    "language",
    "timezone",
    "words",
    "breadcrumbs",
    "backlinks",
    "history",
    "git_dates",
    "share",
    "as_markdown",
    "link_previews",
    "per_page",
    "home",
    "look",
    "face",
    "previews",
    "offline",
    "repository",
    "branch",
    "author",
    "authors",
    "navigation",
    "reply",
    "heading_ids",
    "permalink",
    "collections",
    "old_lists",
    "markdown",
    "analytics",
    "content_signal",
    "publication",
    "head",
    "newsletter",
    "conversation",
    "policy",
    "write",
];

/// Takes the value of a key into the settings. An unknown key is an error.
pub(super) fn take(config: &mut Config, entry: &Entry, reader: &mut FieldReader) {
    let site = &mut config.site;
    match entry.key.as_str() {
        "title" => site.title = reader.text(entry).unwrap_or_default(),
        "description" => site.description = reader.phrase(entry),
        "url" => match entry.value.words().and_then(site_url::origin_and_base) {
            Some((origin, base)) => (site.origin, site.base) = (origin, base),
            None => {
                reader.wrong::<()>(entry, "the full address of the site", "\"https://example.org\"");
            }
        },
        "language" => site.language = language(entry, reader).unwrap_or_default(),
        "timezone" => config.timezone = time_zone::read(entry, reader),
        // Read by `own_words.rs`, when the language is known.
        "words" => {}
        "breadcrumbs" => config.around.breadcrumbs = reader.flag(entry).unwrap_or_default(),
        "backlinks" => config.around.backlinks = reader.flag(entry).unwrap_or(true),
        "history" => config.around.history = reader.flag(entry).unwrap_or_default(),
        "git_dates" => config.git_dates = reader.flag(entry).unwrap_or_default(),
        "share" => config.around.share = shares(entry, reader),
        "as_markdown" => config.around.as_markdown = reader.flag(entry).unwrap_or(true),
        "link_previews" => config.link_previews = reader.flag(entry).unwrap_or(true),
        "per_page" => config.per_page = reader.number(entry).map_or(config.per_page, |n| n as usize),
        "home" => config.home = Home::read(entry, reader),
        "look" => config.look = look(entry, reader),
        "face" => config.face = reader.flag(entry).unwrap_or_default(),
        "previews" => config.previews = reader.flag(entry).unwrap_or_default(),
        "offline" => config.offline = reader.flag(entry).unwrap_or_default(),
        "repository" => {
            config.repository =
                full(entry, reader).map(|url| url.trim_end_matches('/').trim_end_matches(".git").to_owned())
        }
        "branch" => config.branch = reader.text(entry).unwrap_or_default(),
        "author" => site.author = author(entry, &mut config.profile, &mut config.links, reader),
        "authors" => config.authors = authors(entry, &mut config.links, reader),
        "navigation" => site.navigation = links(entry, &mut config.links, reader),
        "reply" => site.reply = reply(entry, reader),
        "heading_ids" => config.heading_ids = HeadingIds::read(entry, reader),
        "permalink" => config.permalink = Permalink::read(entry, reader),
        "collections" => config.collections = collections(entry, reader),
        "old_lists" => config.old_lists = old_lists(entry, reader),
        "markdown" => {
            for entry in reader.table(entry) {
                match entry.key.as_str() {
                    "html" => config.allow_html = reader.flag(entry).unwrap_or_default(),
                    "smart_punctuation" => config.dialect.smart_punctuation = reader.flag(entry).unwrap_or(true),
                    "math" => config.dialect.math = reader.flag(entry).unwrap_or(true),
                    _ => reader.unknown(entry, "markdown.", &["html", "smart_punctuation", "math"]),
                }
            }
        }
        "analytics" => config.counters = counters(entry, &mut config.policy, reader),
        "content_signal" => config.content_signal = content_signal(entry, reader),
        "publication" => config.publication = Record::Publication.read(entry, reader),
        "head" => config.head = tags(entry, reader),
        "newsletter" => config.newsletter = newsletter(entry, &mut config.policy, reader),
        "conversation" => config.conversation = conversation(entry, reader),
        "policy" => config.policy.read(reader.table(entry), reader),
        "write" => config.write = Write::read(reader.table(entry), reader),
        _ => reader.unknown(entry, "", KEYS),
    }
}

fn look(entry: &Entry, reader: &mut FieldReader) -> Look {
    let look = entry.value.words().and_then(Look::named);
    look.unwrap_or_else(|| {
        let remedy = format!("write {}", Look::NAMED.map(|(name, _)| format!("look = \"{name}\"")).join(" or "));
        reader.error(entry.at, "\"look\" is not the name of a look", remedy);
        Look::default()
    })
}

fn author(entry: &Entry, profile: &mut Profile, all: &mut Vec<(Location, Link)>, reader: &mut FieldReader) -> Author {
    let mut author = Author::default();
    for entry in reader.table(entry) {
        match entry.key.as_str() {
            "name" => author.name = reader.text(entry).unwrap_or_default(),
            "bio" => author.bio = reader.phrase(entry),
            "links" => author.links = links(entry, all, reader),
            key if profile::KEYS.contains(&key) => profile.take(entry, all, reader),
            _ => reader.unknown(entry, "author.", &[&["name", "bio", "links"][..], &profile::KEYS].concat()),
        }
    }
    author
}

fn reply(entry: &Entry, reader: &mut FieldReader) -> Reply {
    let mut reply = Reply::default();
    for entry in reader.table(entry) {
        match entry.key.as_str() {
            "mail" => {
                let mail = entry.value.words().filter(|mail| mail.contains('@') && !mail.contains([' ', ':']));
                reply.mail =
                    mail.map(str::to_owned).or_else(|| reader.wrong(entry, "a mail address", "\"me@example.org\""));
            }
            "fediverse" => reply.fediverse = full(entry, reader),
            "discussions" => reply.discussions = full(entry, reader),
            _ => reader.unknown(entry, "reply.", &["mail", "fediverse", "discussions"]),
        }
    }
    reply
}

/// What the content may be used for, as `robots.txt` says it (contentsignals.org): `search=yes, ai-train=no`.
fn content_signal(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let is_signal = |signal: &str| {
        let (name, value) = signal.split_once('=').unwrap_or_default();
        matches!(name, "search" | "ai-input" | "ai-train") && matches!(value, "yes" | "no")
    };
    let signals = entry.value.words().map(|words| words.split(',').map(str::trim).collect::<Vec<_>>());
    let signals = signals.filter(|signals| signals.iter().all(|signal| is_signal(signal)));
    let wanted = "a list of search, ai-input and ai-train, each with =yes or =no";
    signals.map(|signals| signals.join(", ")).or_else(|| reader.wrong(entry, wanted, "\"search=yes, ai-train=no\""))
}
