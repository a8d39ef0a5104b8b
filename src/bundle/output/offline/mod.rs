//! Offline reading: a service worker, if the owner enables it. If not, its path has a script that removes a former
//! worker: browsers that have one check that path by themselves, without any code in the pages.

pub(crate) mod page;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::document::minify;
use super::document::shell::Shell;
use super::face;
use crate::bundle::address::OutputPath;
use crate::bundle::input::boundary::is_owned;
use crate::bundle::library::Library;
use crate::content::{Message, Route, Site};

const WORKER: &str = concat!(
    include_str!("worker/site.js"),
    include_str!("worker/store.js"),
    include_str!("worker/answer.js"),
    include_str!("worker/act.js"),
);
/// The script that removes a worker from the browsers that have one.
pub(crate) const FAREWELL: &str = include_str!("farewell.js");
const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("offline.css");
const SITE: &str = "/* site */ {}";
const WORDS: &str = "/* words */ {}";
/// Imports the page's script when the page has loaded and the browser is idle.
const START: &str = "addEventListener(\"load\", () => (self.requestIdleCallback ?? setTimeout)(() => \
    import(document.documentElement.dataset.base + \"offline.js\").catch(() => {})));";

const SCRIPT_AT: &str = "offline.js";

/// A file for offline reading.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OfflineFile {
    Worker,
    /// The script that removes a worker.
    Farewell,
    /// The page that is shown for one that is not available offline.
    Page,
    /// The script that pages run.
    Script,
}

/// What the files are made from.
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Arc<Site>,
    pub(crate) shell: &'a Shell,
    pub(crate) library: &'a Library,
    /// The paths of the files that are copied.
    pub(crate) copied: Vec<&'a OutputPath>,
}

/// The tags in the head of every page.
pub(crate) fn head(library: &Library) -> String {
    if !library.index.offline {
        return String::new();
    }
    minify::document(&format!("\n<style>{STYLE}</style>\n<script>{START}</script>"))
}

/// The files, by their paths on the site. If it is off, a worker of the owner's takes precedence over the script
/// that removes ours.
pub(crate) fn files(root: &Path, offline: bool) -> Vec<(OutputPath, OfflineFile)> {
    let worker = OutputPath::new("sw.js");
    if offline {
        vec![
            (worker, OfflineFile::Worker),
            (OutputPath::new("offline.html"), OfflineFile::Page),
            (OutputPath::new(SCRIPT_AT), OfflineFile::Script),
        ]
    } else if is_owned(root, worker.as_str()) {
        Vec::new()
    } else {
        vec![(worker, OfflineFile::Farewell)]
    }
}

impl OfflineFile {
    pub(crate) fn bytes(self, context: &Context<'_>) -> Vec<u8> {
        match self {
            Self::Worker => worker(context),
            Self::Farewell => FAREWELL.to_owned(),
            Self::Page => page::document(context.site, context.shell, context.library),
            Self::Script => script(context.site),
        }
        .into_bytes()
    }
}

/// The worker, with the data of the site.
fn worker(context: &Context<'_>) -> String {
    // The page names the files of the app and has the style in it, so it changes when a deployment changes them.
    let parts = [OfflineFile::Page, OfflineFile::Script].map(|part| part.bytes(context)).concat();
    let version = format!("{:x}", Sha256::digest(parts));
    let copied = &context.copied;
    let faces: Vec<_> = face::files().filter(|_| context.library.index.face).map(|(path, _)| path).collect();
    let files = copied.iter().copied().chain(&faces).map(OutputPath::as_str).filter(|path| !path.contains('/'));
    let data = json!({
        "version": &version[..16],
        "pages": context.library.routes().iter().map(Route::path).collect::<Vec<_>>(),
        "folders": folders(copied),
        "files": files.chain([SCRIPT_AT]).collect::<Vec<_>>(),
    });
    WORKER.replacen(SITE, &data.to_string(), 1)
}

/// The folders with files that pages need, each with its slash. A list of the files would be many times as long.
fn folders<'a>(copied: &[&'a OutputPath]) -> BTreeSet<&'a str> {
    copied.iter().map(|path| path.as_str()).filter_map(|path| path.rfind('/').map(|slash| &path[..=slash])).collect()
}

/// The page's script, with messages in the site's language.
fn script(site: &Site) -> String {
    let words = [Message::Keep, Message::Kept, Message::LetGo, Message::NotKept];
    let words = words.map(|word| (Message::KEYS[word as usize].0, site.words.get(word)));
    let words: serde_json::Map<_, _> = words.into_iter().map(|(key, word)| (key.to_owned(), word.into())).collect();
    SCRIPT.replacen(WORDS, &json!(words).to_string(), 1)
}
