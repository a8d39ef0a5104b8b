//! The index that readers search, made by Pagefind of the texts as they are read: an index for each language, because
//! words are cut to their stems in their own.

pub(crate) mod chunks;
pub(crate) mod engine;
pub(crate) mod text;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::bundle::diagnostics::failure::Failure;
use crate::bundle::library::Library;
use crate::content::{SEARCH, Site, primary};

/// What the program imports: it brings the rest.
const START: &str = concat!(include_str!("asked.js"), include_str!("start.js"));
const PARTS: &str = "/* parts */ []";
/// What the name of an index's list of its words and pages ends with.
const META: &str = ".pf_meta";

/// The index of all that lists show, and of the pages: its files, by their paths below the base.
pub(crate) fn files(site: &Site, library: &Library) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut languages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (post, _)) in library.entries.iter().enumerate().filter(|(_, (post, _))| !post.unlisted) {
        let language = post.language.as_ref().unwrap_or(&site.language);
        languages.entry(primary(language)).or_default().push(index);
    }
    let (mut all, mut parts) = (BTreeMap::new(), Vec::new());
    for (language, entries) in languages {
        let pages: Vec<_> = entries.par_iter().map(|index| text::page(site, library, *index, &language)).collect();
        let failed = |error| Failure::io(Path::new(SEARCH))(std::io::Error::other(error));
        let files = engine::index(&pages).map_err(failed)?;
        let folder = format!("{language}/");
        let part = part(&folder, &files).map_err(failed)?;
        all.extend(files.into_iter().map(|(name, bytes)| ([SEARCH, &folder, &name].concat(), bytes)));
        let own = language == primary(&site.language);
        parts.push((!own, part));
    }
    // The program loads the site's own language beforehand, so that one begins.
    parts.sort_by_key(|(other, _)| *other);
    let parts: Vec<_> = parts.into_iter().map(|(_, part)| part).collect();
    all.insert([SEARCH, "start.js"].concat(), START.replace(PARTS, &json!(parts).to_string()).into_bytes());
    Ok(all)
}

/// Of an index: where it is, what tells it from a former one in the browser's cache, the files that every search needs,
/// and which file has the words from which on.
fn part(folder: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Value> {
    let (meta, list) = files.iter().find(|(name, _)| name.ends_with(META)).context("Pagefind made no list of words")?;
    let tag = meta.trim_end_matches(META).trim_start_matches("pagefind.");
    let first = [format!("{}?ts={tag}", engine::ENTRY), meta.clone()];
    Ok(json!({ "folder": folder, "tag": tag, "first": first, "chunks": chunks::chunks(list)? }))
}
