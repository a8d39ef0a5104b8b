//! Reading without a network: a service worker where the owner wants one. Where not, its address has what takes a former
//! one away: browsers that have it ask there by themselves, and pages need no word of it.

mod page;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::library::Library;
use super::output::Output;
use super::shell::Shell;
use super::{Failure, lean};
use crate::content::{Route, Site, Word};

const WORKER: &str = concat!(
    include_str!("worker/site.js"),
    include_str!("worker/store.js"),
    include_str!("worker/answer.js"),
    include_str!("worker/act.js"),
);
const FAREWELL: &str = include_str!("farewell.js");
const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("offline.css");
const SITE: &str = "/* site */ {}";
const WORDS: &str = "/* words */ {}";
/// Brings the page's part of it when the page has all that it needs itself.
const START: &str = "addEventListener(\"load\", () => (self.requestIdleCallback ?? setTimeout)(() => \
    import(document.documentElement.dataset.base + \"offline.js\").catch(() => {})));";

const AT: &str = "sw.js";
const PAGE_AT: &str = "offline.html";
const SCRIPT_AT: &str = "offline.js";

/// What the head of every page has of it.
pub(super) fn head(library: &Library) -> String {
    if !library.offline {
        return String::new();
    }
    lean::document(&format!("\n<style>{STYLE}</style>\n<script>{START}</script>"))
}

/// The paths that it takes, below the base. Where it is off, a worker of the owner's goes before what removes ours.
pub(super) fn files(root: &Path, library: &Library) -> &'static [&'static str] {
    match library.offline {
        true => &[AT, PAGE_AT, SCRIPT_AT],
        false if root.join("public").join(AT).is_file() => &[],
        false => &[AT],
    }
}

/// Writes these files.
pub(super) fn write(
    root: &Path,
    site: &Arc<Site>,
    shell: &Shell,
    library: &Library,
    output: &Output,
) -> Result<(), Failure> {
    if !library.offline {
        return files(root, library).iter().try_for_each(|path| output.file(path, FAREWELL.as_bytes()));
    }
    let (page, script) = (page::document(site, shell, library), script(site));
    // The page names the program and has the style in it: so it changes with what a deploy changes.
    let version = format!("{:x}", Sha256::new().chain_update(&page).chain_update(&script).finalize());
    let data = json!({
        "version": &version[..16],
        "pages": library.routes().iter().map(Route::path).collect::<Vec<_>>(),
        "folders": folders(output),
        "files": output.copied().filter(|path| !path.contains('/')).chain([SCRIPT_AT]).collect::<Vec<_>>(),
    });
    output.file(AT, WORKER.replacen(SITE, &data.to_string(), 1).as_bytes())?;
    output.file(PAGE_AT, page.as_bytes())?;
    output.file(SCRIPT_AT, script.as_bytes())
}

/// The folders with files that pages need, each with its slash. A list of the files would be many times as long.
fn folders(output: &Output) -> BTreeSet<&str> {
    output.copied().filter_map(|path| path.rfind('/').map(|slash| &path[..=slash])).collect()
}

/// The page's part of it, in the site's language.
fn script(site: &Site) -> String {
    let words = [Word::Keep, Word::Kept, Word::LetGo, Word::NotKept];
    let words = words.map(|word| (Word::KEYS[word as usize].0, site.words.get(word)));
    let words: serde_json::Map<_, _> = words.into_iter().map(|(key, word)| (key.to_owned(), word.into())).collect();
    SCRIPT.replacen(WORDS, &json!(words).to_string(), 1)
}
