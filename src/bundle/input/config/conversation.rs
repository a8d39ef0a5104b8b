//! Reads `[conversation]`: which replies are collected, and which are shown.

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;

/// How many replies a text can have at most: a page has to load them all.
const MAX_REPLIES: usize = 500;

/// The settings of the conversations below texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Whether mentions are collected from webmention.io.
    pub webmention: bool,
    /// Accounts (`@spam@host.example`) and hosts whose replies are left out, in lower case.
    pub block: Vec<String>,
    /// How many replies of a thread are kept.
    pub max: usize,
}

impl Default for Conversation {
    fn default() -> Self {
        Self { webmention: false, block: Vec::new(), max: 100 }
    }
}

/// Reads the table.
pub(super) fn conversation(entry: &Entry, reader: &mut FieldReader) -> Conversation {
    let mut conversation = Conversation::default();
    for entry in reader.table(entry) {
        match entry.key.as_str() {
            "webmention" => conversation.webmention = reader.flag(entry).unwrap_or_default(),
            "block" => conversation.block = block(entry, reader),
            "max" => {
                if let Some(max) = reader.number(entry) {
                    conversation.max = max as usize;
                }
                if conversation.max > MAX_REPLIES {
                    reader.wrong::<()>(entry, "a number up to 500", "500");
                    conversation.max = MAX_REPLIES;
                }
            }
            _ => reader.unknown(entry, "conversation.", &["webmention", "block", "max"]),
        }
    }
    conversation
}

fn block(entry: &Entry, reader: &mut FieldReader) -> Vec<String> {
    let mut blocked = Vec::new();
    for (written, at) in reader.texts(entry, |text| vec![text.to_owned()]) {
        let is_plain = !written.contains(|c: char| c.is_whitespace() || c == '/');
        // An account has the name of its host too.
        if is_plain && written.contains('.') {
            blocked.push(written.to_lowercase());
        } else {
            let message = format!("\"{written}\" in \"block\" is neither an account nor a host");
            reader.error(at, message, "write such as \"@spam@mastodon.example\" or \"spam.example\"");
        }
    }
    blocked
}
