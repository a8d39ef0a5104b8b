//! Keys of other engines by which an author may mean that a text is not to be shown. Nothing here reads them, and to pass
//! over one would publish the text.

use crate::bundle::input::fields::value::{Entry, Value};

/// They hide a text unless they say no.
const HIDING: [&str; 20] = [
    "draft",
    "drafts",
    "hidden",
    "hide",
    "invisible",
    "private",
    "secret",
    "protected",
    "password",
    "unpublished",
    "disabled",
    "deleted",
    "wip",
    "noindex",
    "headless",
    "exclude",
    "excluded",
    "excludefromcollections",
    "expirydate",
    "expires",
];

/// They hide a text if they say no. In Eleventy, a text whose `permalink` is `false` has no page.
const SHOWING: [&str; 11] =
    ["published", "publish", "public", "visible", "show", "enabled", "listed", "list", "render", "output", "permalink"];

/// They hide a text by a word.
const STATES: [&str; 6] = ["status", "poststatus", "state", "stage", "visibility", "type"];
const HIDDEN: [&str; 12] = [
    "draft",
    "drafts",
    "private",
    "hidden",
    "unpublished",
    "unlisted",
    "pending",
    "future",
    "scheduled",
    "wip",
    "trash",
    "deleted",
];

/// They say when a text is to be shown first, as Hugo's `publishDate` does.
const STARTING: [&str; 9] = [
    "publishdate",
    "publishedat",
    "publishat",
    "publishon",
    "pubdate",
    "releasedate",
    "scheduled",
    "scheduledat",
    "scheduledfor",
];

/// Where a key, or one in its table, says on which day a text is to be shown first: the entry itself.
pub(super) fn start(entry: &Entry) -> Option<&Entry> {
    match &entry.value {
        Value::Table(entries) => entries.iter().find_map(start),
        Value::Nothing | Value::Flag(false) => None,
        _ => STARTING.contains(&plain(&entry.key).as_str()).then_some(entry),
    }
}

/// Where a key, or one in its table, may hide a text: the entry itself.
pub(super) fn find(entry: &Entry) -> Option<&Entry> {
    match &entry.value {
        Value::Table(entries) => entries.iter().find_map(find),
        _ => may_hide(entry).then_some(entry),
    }
}

fn may_hide(entry: &Entry) -> bool {
    let key = plain(&entry.key);
    let key = ["is", "eleventy"].iter().find_map(|prefix| key.strip_prefix(prefix)).unwrap_or(&key);
    let word = match &entry.value {
        Value::Flag(flag) => flag.to_string(),
        Value::Text(words) | Value::Number(words) => plain(words),
        // `hide: [toc]` hides parts.
        Value::Nothing | Value::List(_) | Value::Table(_) => return false,
    };
    let no = matches!(word.as_str(), "false" | "no" | "off" | "0" | "never" | "");
    HIDING.contains(&key) && !no
        || SHOWING.contains(&key) && (no || HIDDEN.contains(&word.as_str()))
        || STATES.contains(&key) && HIDDEN.contains(&word.as_str())
}

/// `is_draft`, `is-draft` and `isDraft` are one.
fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
