//! The script for what readers ask for with the pointer, the keyboard or a selection: previews of links, links to
//! passages, texts as Markdown. It is loaded at the first of them, so that it costs nothing before.

use serde_json::json;

use super::minify_js::js;
use crate::bundle::address::OutputPath;
use crate::bundle::library::index::Index;
use crate::bundle::output::hashed;
use crate::content::{Message, Site};

const SHARED: &str = include_str!("reader/shared.js");
const PREVIEWS: &str = include_str!("reader/previews.js");
const PASSAGES: &str = include_str!("reader/passages.js");
const MARKDOWN: &str = include_str!("reader/markdown.js");
const SUGGEST: &str = include_str!("reader/suggest.js");
/// Where the messages are inserted.
const WORDS: &str = "/* words */ {}";

/// The content of the script.
pub(crate) struct ReaderScript(String);

impl ReaderScript {
    /// With what the site has: previews, and links by which readers suggest a change.
    pub(crate) fn new(site: &Site, index: &Index) -> Self {
        let suggests = index.write.as_ref().is_some_and(|write| write.suggestions);
        let (previews, suggest) =
            (if index.link_previews { PREVIEWS } else { "" }, if suggests { SUGGEST } else { "" });
        let words = [Message::Copied, Message::NotCopied, Message::CopyMarkdown, Message::CopyPassage];
        let words = words.map(|word| (Message::KEYS[word as usize].0.to_owned(), site.words.get(word).into()));
        let words: serde_json::Map<_, _> = words.into_iter().collect();
        let script = [SHARED, previews, PASSAGES, MARKDOWN, suggest].concat();
        Self(js(&script).replacen(WORDS, &json!(words).to_string(), 1))
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn path(&self) -> OutputPath {
        hashed::path("personal-page-reader", &self.0, "js")
    }
}
