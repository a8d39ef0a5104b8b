//! The search index, made by Pagefind from the rendered texts: one for each language, because stemming depends on it.

pub(crate) mod batches;
pub(crate) mod chunks;
pub(crate) mod engine;
pub(crate) mod merge;
pub(crate) mod packed;
pub(crate) mod postings;
pub(crate) mod text;
pub(crate) mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::bundle::cache::Cache;
use crate::bundle::diagnostics::failure::Failure;
use crate::bundle::library::Library;
use crate::content::{SEARCH, Site, primary};
use crate::view::contract::files::SEARCH_SCRIPT;
use batches::Batch;
use merge::META;
use packed::IndexFile;

/// The script that the app imports; it loads the rest.
const START: &str = concat!(include_str!("asked.js"), include_str!("start.js"));
const PARTS: &str = "/* parts */ []";
/// How many batches are indexed at once, on as many cores.
const AT_ONCE: usize = 4;

/// The files of the index of all listed posts and pages, by their paths below the base.
pub(crate) fn files(site: &Site, library: &Library, cache: &Cache) -> Result<BTreeMap<String, IndexFile>, Failure> {
    let mut languages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (post, _)) in library.entries.iter().enumerate().filter(|(_, (post, _))| !post.unlisted) {
        let language = post.language.as_ref().unwrap_or(&site.language);
        languages.entry(primary(language)).or_default().push(index);
    }
    let (mut all, mut parts, mut used) = (BTreeMap::new(), Vec::new(), BTreeSet::new());
    for (language, entries) in languages {
        let failed = |error| Failure::io(Path::new(SEARCH))(std::io::Error::other(error));
        let batches = batches::of(site, library, &entries, &language);
        used.extend(batches.iter().map(|batch| batch.key.clone()));
        let files = index(&batches, &language, cache).map_err(failed)?;
        let folder = format!("{language}/");
        let part = part(&folder, &files).map_err(failed)?;
        all.extend(files.into_iter().map(|(name, bytes)| ([SEARCH, &folder, &name].concat(), bytes)));
        let own = language == primary(&site.language);
        parts.push((!own, part));
    }
    // The site's own language is first, because the app loads it beforehand.
    parts.sort_by_key(|(other, _)| *other);
    let parts: Vec<_> = parts.into_iter().map(|(_, part)| part).collect();
    let script = START.replace(PARTS, &json!(parts).to_string());
    all.insert([SEARCH, SEARCH_SCRIPT].concat(), IndexFile::Packed(script.into_bytes()));
    // Every change of a text makes a new one.
    cache.keep(batches::KIND, &used);
    Ok(all)
}

/// The index of batches in one language.
fn index(batches: &[Batch<'_>], language: &str, cache: &Cache) -> Result<BTreeMap<String, IndexFile>> {
    // Not the pool of the other work: Pagefind waits for that, and would wait for ever if all its threads waited here.
    let threads = rayon::current_num_threads().min(AT_ONCE);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let mut indexes =
        pool.install(|| batches.par_iter().map(|batch| batch.index(cache)).collect::<Result<Vec<_>>>())?;
    // A batch of pages without a word has no index.
    indexes.retain(|files| files.keys().any(|name| name.ends_with(META)));
    match indexes.pop() {
        Some(only) if indexes.is_empty() => {
            Ok(only.into_iter().map(|(name, bytes)| (name, IndexFile::Packed(bytes))).collect())
        }
        last => {
            indexes.extend(last);
            merge::merge(language, indexes)
        }
    }
}

/// The data of an index: its folder, a tag that tells it from a former one in the browser's cache, the files that
/// every search needs, and its chunks.
fn part(folder: &str, files: &BTreeMap<String, IndexFile>) -> Result<Value> {
    let (meta, list) = files.iter().find(|(name, _)| name.ends_with(META)).context("Pagefind made no list of words")?;
    let tag = meta.trim_end_matches(META).trim_start_matches("pagefind.");
    let first = [format!("{}?ts={tag}", engine::ENTRY), meta.clone()];
    Ok(json!({ "folder": folder, "tag": tag, "first": first, "chunks": chunks::chunks(&list.cbor()?)? }))
}
