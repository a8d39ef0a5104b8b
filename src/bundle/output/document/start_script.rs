//! The script that starts the program. It has the data that all pages share, so that it is loaded once for all of them.

use super::minify_js::js;
use super::reader_script::ReaderScript;
use crate::bundle::address::OutputPath;
use crate::bundle::library::index::Index;
use crate::bundle::output::hashed;
use crate::content::{HydrationData, Message, SCHEMA, Site};

const SCRIPT: &str = include_str!("start.js");
/// For sites whose texts may have pages of other hosts.
const CARDS: &str = include_str!("cards.js");
/// Where the data is inserted.
const DATA: &str = "/* data */ {}";
/// Where the path of the script for readers is inserted.
const READER: &str = "/* reader */";

/// The content of the script.
pub(crate) struct StartScript(String);

impl StartScript {
    /// `run`: what Trunk wrote to run the program.
    pub(crate) fn new(site: &Site, index: &Index, reader: &ReaderScript, run: &str) -> Self {
        let words = site.words.for_pages();
        // Without its label, the setting for them is not shown.
        let words = if index.link_previews { words } else { words.without(Message::Previews) };
        let site = Site { words, ..site.clone() };
        let data = serde_json::to_string(&HydrationData { schema: SCHEMA, site });
        let data = data.expect("strings, numbers and lists always serialise");
        let script = js(&[SCRIPT, if index.frames { CARDS } else { "" }].concat());
        let script = script.replacen(READER, reader.path().as_str(), 1).replacen(DATA, &data, 1);
        Self([&script, "\n", run, "\n"].concat())
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn path(&self) -> OutputPath {
        hashed::path("personal-page-start", &self.0, "js")
    }
}
