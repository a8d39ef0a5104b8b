//! The search index, made by Pagefind from the rendered texts: one for each language, because stemming depends on it.

pub(crate) mod chunks;
pub(crate) mod engine;
pub(crate) mod merge;
pub(crate) mod packed;
pub(crate) mod postings;
pub(crate) mod text;
pub(crate) mod words;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::bundle::diagnostics::failure::Failure;
use crate::bundle::library::Library;
use crate::content::{SEARCH, Site, primary};
use crate::view::contract::files::SEARCH_SCRIPT;
use engine::Files;
use merge::META;

/// The script that the app imports; it loads the rest.
const START: &str = concat!(include_str!("asked.js"), include_str!("start.js"));
const PARTS: &str = "/* parts */ []";
/// How many pages Pagefind is given at once. It holds some 300 kB of each while it works.
const BATCH: usize = 125;
/// How many batches are indexed at once, on as many cores.
const AT_ONCE: usize = 4;

/// The files of the index of all listed posts and pages, by their paths below the base.
pub(crate) fn files(site: &Site, library: &Library) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut languages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (post, _)) in library.entries.iter().enumerate().filter(|(_, (post, _))| !post.unlisted) {
        let language = post.language.as_ref().unwrap_or(&site.language);
        languages.entry(primary(language)).or_default().push(index);
    }
    let (mut all, mut parts) = (BTreeMap::new(), Vec::new());
    for (language, entries) in languages {
        let failed = |error| Failure::io(Path::new(SEARCH))(std::io::Error::other(error));
        let files = index(site, library, &entries, &language).map_err(failed)?;
        let folder = format!("{language}/");
        let part = part(&folder, &files).map_err(failed)?;
        all.extend(files.into_iter().map(|(name, bytes)| ([SEARCH, &folder, &name].concat(), bytes)));
        let own = language == primary(&site.language);
        parts.push((!own, part));
    }
    // The site's own language is first, because the app loads it beforehand.
    parts.sort_by_key(|(other, _)| *other);
    let parts: Vec<_> = parts.into_iter().map(|(_, part)| part).collect();
    all.insert([SEARCH, SEARCH_SCRIPT].concat(), START.replace(PARTS, &json!(parts).to_string()).into_bytes());
    Ok(all)
}

/// The index of entries in one language.
fn index(site: &Site, library: &Library, entries: &[usize], language: &str) -> Result<Files> {
    let page = |index: &usize| text::page(site, library, *index, language);
    let batch = |batch: &[usize]| engine::index(batch.iter().map(page));
    // Not the pool of the other work: Pagefind waits for that, and would wait for ever if all its threads waited here.
    let threads = rayon::current_num_threads().min(AT_ONCE);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let mut batches = pool.install(|| entries.par_chunks(BATCH).map(batch).collect::<Result<Vec<_>>>())?;
    // A batch of pages without a word has no index.
    batches.retain(|files| files.keys().any(|name| name.ends_with(META)));
    match batches.pop() {
        Some(only) if batches.is_empty() => Ok(only),
        last => {
            batches.extend(last);
            merge::merge(language, batches)
        }
    }
}

/// The data of an index: its folder, a tag that tells it from a former one in the browser's cache, the files that
/// every search needs, and its chunks.
fn part(folder: &str, files: &Files) -> Result<Value> {
    let (meta, list) = files.iter().find(|(name, _)| name.ends_with(META)).context("Pagefind made no list of words")?;
    let tag = meta.trim_end_matches(META).trim_start_matches("pagefind.");
    let first = [format!("{}?ts={tag}", engine::ENTRY), meta.clone()];
    Ok(json!({ "folder": folder, "tag": tag, "first": first, "chunks": chunks::chunks(list)? }))
}
