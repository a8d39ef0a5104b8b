//! What the owner wants to be shown around a text: `breadcrumbs`, `backlinks`, `history`, `share`, `as_markdown`.

use serde::{Deserialize, Serialize};

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};

/// What is shown around a text. Of these, a preview shows only the breadcrumbs of its own; the rest is from the bundler.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Around {
    /// Above the title: the way from the homepage.
    pub breadcrumbs: bool,
    /// Below the text: the texts that link to it.
    #[serde(skip)]
    pub backlinks: bool,
    /// Below the text: a link to its history in the repository.
    #[serde(skip)]
    pub history: bool,
    /// Below the text: links that share it.
    #[serde(skip)]
    pub share: Vec<Share>,
    /// Below the text: a link to its Markdown.
    #[serde(skip)]
    pub as_markdown: bool,
}

impl Default for Around {
    fn default() -> Self {
        Self { breadcrumbs: false, backlinks: true, history: false, share: Vec::new(), as_markdown: true }
    }
}

/// A place where readers share a text: a form of its site that a link fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its name in `site.toml`.
    pub key: &'static str,
    /// Its name as displayed.
    pub name: &'static str,
    /// The address of the form, with `{url}` and `{title}` for values.
    pub form: &'static str,
}

/// The places that are known.
const PLACES: [Share; 9] = [
    share("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={title}%20{url}"),
    share("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    share("hackernews", "Hacker News", "https://news.ycombinator.com/submitlink?u={url}&t={title}"),
    share("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    share("mail", "Mail", "mailto:?subject={title}&body={url}"),
    // A form that asks for the reader's own server.
    share("mastodon", "Mastodon", "https://share.joinmastodon.org/#text={title}%20{url}"),
    share("reddit", "Reddit", "https://www.reddit.com/submit?url={url}&title={title}"),
    share("telegram", "Telegram", "https://t.me/share/url?url={url}&text={title}"),
    share("x", "X", "https://x.com/intent/post?text={title}&url={url}"),
];

const fn share(key: &'static str, name: &'static str, form: &'static str) -> Share {
    Share { key, name, form }
}

/// The value of `share`, a list of places.
pub(super) fn shares(entry: &Entry, reader: &mut FieldReader) -> Vec<Share> {
    let Value::List(items) = &entry.value else {
        return reader.wrong(entry, "a list of places", "[\"mastodon\", \"mail\"]").unwrap_or_default();
    };
    let mut shares = Vec::new();
    for item in items {
        let place = item.value.words().and_then(|name| PLACES.iter().find(|place| place.key == name));
        match place {
            Some(place) if shares.contains(place) => {}
            Some(place) => shares.push(*place),
            None => {
                let known = PLACES.map(|place| place.key).join(", ");
                let message = format!("{} is no place to share at", item.written);
                reader.error(item.at, message, format!("write one of {known}"));
            }
        }
    }
    shares
}
