//! Runs Pagefind, and selects the files that browsers need.

use std::collections::BTreeMap;
use std::thread;

use anyhow::{Context, Result, anyhow};
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use serde_json::{Value, json};

use super::text::Page;
use crate::view::contract::files::{SEARCH_ENGINE, SEARCH_WASM};

/// Pagefind's list of the files of an index.
pub(super) const ENTRY: &str = "pagefind-entry.json";

/// The last method that an instance of the engine's script has, and the one to add: it makes the engine report which
/// words of each hit matched. Only Pagefind's playground can ask for that otherwise.
const OFFERED: &str = "wrapper.filters()";
const PLAYGROUND: &str = ",enterPlaygroundMode:()=>wrapper.enterPlaygroundMode()";

/// The files of an index, by name.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The files of an index of pages that are all in one language.
pub(super) fn index(pages: impl Iterator<Item = Page> + Send) -> Result<Files> {
    // A thread of its own: the caller may be an async task, and a runtime cannot be started within another.
    let files = thread::scope(|scope| scope.spawn(|| files(pages)).join());
    let mut files = files.map_err(|_| anyhow!("the search index stopped unexpectedly"))??;
    let engine = name_engine(&mut files)?;
    files.retain(|name, _| name == &engine || name == SEARCH_ENGINE || name == ENTRY || name.contains(".pf_"));
    if let Some(bytes) = files.remove(&engine) {
        files.insert(SEARCH_WASM.to_owned(), bytes);
    }
    let script = files.get_mut(SEARCH_ENGINE).context("Pagefind made no script")?;
    *script = telling(script)
        .context("Pagefind's script is not of the version that src/bundle/output/search is written for")?;
    Ok(files)
}

/// The engine's script with [`PLAYGROUND`] added. `None` if [`OFFERED`] is not in it.
fn telling(script: &[u8]) -> Option<Vec<u8>> {
    let (before, after) = std::str::from_utf8(script).ok()?.split_once(OFFERED)?;
    Some([before, OFFERED, PLAYGROUND, after].concat().into_bytes())
}

/// What is not searched: signs, what computers read, and what the text has in another place, too.
const EXCLUDED: [&str; 6] = ["a.anchor", "a.back", "button", "math annotation", ".sidenote", ".diagram details"];

fn files(pages: impl Iterator<Item = Page>) -> Result<Files> {
    let excluded = EXCLUDED.map(str::to_owned).to_vec();
    let options = PagefindServiceConfig::builder().exclude_selectors(excluded).root_selector("body".to_owned()).build();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(options))?;
        for page in pages {
            index.add_html_file(Some(page.path), None, page.html).await?;
        }
        let files = index.get_files().await?;
        Ok(files.into_iter().map(|file| (file.filename.display().to_string(), file.contents)).collect())
    })
}

/// Names the engine without a language in the list, as [`SEARCH_WASM`] does, so that a page can request it before it has
/// read the list. Returns the file's former name.
fn name_engine(files: &mut Files) -> Result<String> {
    let bytes = files.get_mut(ENTRY).ok_or_else(|| anyhow!("Pagefind made no {ENTRY}"))?;
    let mut entry: Value = serde_json::from_slice(bytes)?;
    let mut engine = "unknown".to_owned();
    for language in entry["languages"].as_object_mut().into_iter().flat_map(|languages| languages.values_mut()) {
        if let Some(name) = language["wasm"].as_str() {
            name.clone_into(&mut engine);
        }
        language["wasm"] = json!("search");
    }
    *bytes = entry.to_string().into_bytes();
    Ok(format!("wasm.{engine}.pagefind"))
}
