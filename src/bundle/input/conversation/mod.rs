//! Replies to a text, as `cargo site fetch` stores them in `conversation/`. What others wrote is never trusted: every
//! value is checked when it is read, as if anybody had written the file.

pub(crate) mod avatar;
pub(crate) mod block;
pub(crate) mod file;
pub(crate) mod text;
pub(crate) mod values;

use serde::{Deserialize, Serialize};

use values::{AvatarName, Time, WebUrl};

/// The folder of the files, in the site's folder and on the site.
pub(crate) const FOLDER: &str = "conversation";

/// What was said about a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Conversation {
    pub(crate) threads: Vec<Replies>,
}

/// The replies in a thread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Replies {
    /// The thread. `None`: mentions that were sent to the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) thread: Option<WebUrl>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) likes: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) reposts: u32,
    /// How many more replies there are than are kept.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) more: u32,
    /// In the order in which they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) replies: Vec<Comment>,
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Comment {
    pub(crate) kind: Kind,
    pub(crate) author: Author,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<Time>,
    /// Where it was written.
    pub(crate) url: WebUrl,
    /// What [`text::clean`] leaves of its text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) html: String,
}

/// What a comment replies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// The text.
    Reply,
    /// The last comment before it that is no answer, or another answer to that.
    Answer,
    /// Nothing: it is a text of its own that links to this one.
    Mention,
}

/// Who wrote a reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Author {
    pub(crate) name: String,
    /// The account, such as `@alex@mastodon.example`, or the host of a page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) handle: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<WebUrl>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) avatar: Option<AvatarName>,
}

impl Replies {
    /// Whether there is nothing to show.
    pub(crate) fn are_none(&self) -> bool {
        self.replies.is_empty() && self.likes + self.reposts + self.more == 0
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}
