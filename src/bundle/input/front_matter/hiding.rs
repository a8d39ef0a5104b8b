//! Keys of other engines by which an author may mean to hide a text. They are not supported here, and ignoring one
//! would publish the text.

use crate::bundle::input::fields::value::{Entry, Value};

/// Keys that hide a text unless their value is negative.
const HIDING: [&str; 26] = [
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
    "encrypt",
    "encrypted",
    "locked",
    "ignore",
    "ignored",
    "skip",
    "expirydate",
    "expires",
];

/// Keys that hide a text if their value is negative or in [`HIDDEN`]. Eleventy makes no page if `permalink` is
/// `false`.
const SHOWING: [&str; 15] = [
    "published",
    "publish",
    "public",
    "visible",
    "show",
    "enabled",
    "listed",
    "list",
    "render",
    "output",
    "permalink",
    "live",
    "ready",
    "released",
    "approved",
];

/// Beginnings that turn the meaning of a key in [`SHOWING`] round: `dont_publish`.
const NOT: [&str; 4] = ["no", "not", "dont", "donot"];

/// Keys that hide a text if their value is one of [`HIDDEN`].
const STATES: [&str; 8] = ["status", "poststatus", "state", "stage", "visibility", "type", "access", "workflow"];
const HIDDEN: [&str; 16] = [
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
    "members",
    "membersonly",
    "paid",
    "internal",
];

/// States in which no engine publishes a text.
const DRAFTS: [&str; 7] = ["draft", "drafts", "private", "unpublished", "pending", "trash", "wip"];

/// Keys for the first day on which a text is shown, such as Hugo's `publishDate`.
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

/// Whether a key of another engine that says clearly whether a text is a draft says so. `None` if it is another key, or
/// has another value.
pub(super) fn is_draft(entry: &Entry) -> Option<bool> {
    let key = plain(&entry.key);
    let word = entry.value.words().map(plain).unwrap_or_default();
    match key.as_str() {
        "isdraft" | "hidden" | "ishidden" | "private" | "isprivate" => entry.value.flag(),
        "status" | "poststatus" if DRAFTS.contains(&word.as_str()) => Some(true),
        "status" | "poststatus" if matches!(word.as_str(), "publish" | "published" | "public" | "live") => Some(false),
        _ => None,
    }
}

/// The entry, or one in its table, that sets the first day on which a text is shown.
pub(crate) fn start(entry: &Entry) -> Option<&Entry> {
    match &entry.value {
        Value::Table(entries) => entries.iter().find_map(start),
        Value::Nothing | Value::Flag(false) => None,
        _ => STARTING.contains(&plain(&entry.key).as_str()).then_some(entry),
    }
}

/// The entry, or one in its table, that may hide a text.
pub(crate) fn find(entry: &Entry) -> Option<&Entry> {
    match &entry.value {
        Value::Table(entries) => entries.iter().find_map(find),
        _ => may_hide(entry).then_some(entry),
    }
}

fn may_hide(entry: &Entry) -> bool {
    let key = plain(&entry.key);
    let key = ["is", "eleventy", "dg"].iter().find_map(|prefix| key.strip_prefix(prefix)).unwrap_or(&key);
    let word = match &entry.value {
        Value::Flag(flag) => flag.to_string(),
        Value::Text(words) | Value::Number(words) => plain(words),
        // `hide: [toc]` hides only parts of a page.
        Value::Nothing | Value::List(_) | Value::Table(_) => return false,
    };
    let no = matches!(word.as_str(), "false" | "no" | "off" | "0" | "never" | "");
    let turned = NOT.iter().any(|not| key.strip_prefix(not).is_some_and(|key| SHOWING.contains(&key)));
    // Hugo has `render: link` for a page that is in lists and has no address.
    let is_link = key == "render" && word == "link";
    (HIDING.contains(&key) || turned) && !no
        || is_link
        || SHOWING.contains(&key) && (no || HIDDEN.contains(&word.as_str()))
        || STATES.contains(&key) && HIDDEN.contains(&word.as_str())
}

/// Reduces `is_draft`, `is-draft` and `isDraft` to one key, `isdraft`.
pub(super) fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
