//! The index that readers search, made by Pagefind of the texts as they are read: an index for each language, because
//! words are cut to their stems in their own.

mod engine;
mod text;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use serde_json::json;

use super::Failure;
use super::library::Library;
use super::output::Output;
use crate::content::{SEARCH, Site, primary};

/// What the program imports: it brings the rest.
const START: &str = include_str!("start.js");
const PARTS: &str = "/* parts */ []";
/// The part of an index, in bytes, that is worth loading before it is known which of it the reader needs.
const SMALL: usize = 48 * 1024;

/// Writes the index of all that lists show, and of the pages.
pub(super) fn write(site: &Site, library: &Library, output: &Output) -> Result<(), Failure> {
    let mut languages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (post, _)) in library.entries.iter().enumerate().filter(|(_, (post, _))| !post.unlisted) {
        let language = post.language.as_ref().unwrap_or(&site.language);
        languages.entry(primary(language)).or_default().push(index);
    }
    let mut parts = Vec::new();
    for (language, entries) in languages {
        let pages: Vec<_> = entries.par_iter().map(|index| text::page(site, library, *index, &language)).collect();
        let files =
            engine::index(&pages).map_err(|error| Failure::io(Path::new(SEARCH))(std::io::Error::other(error)))?;
        let (first, tag) = first(&files);
        let folder = format!("{language}/");
        files.par_iter().try_for_each(|(name, bytes)| output.file(&[SEARCH, &folder, name].concat(), bytes))?;
        let own = language == primary(&site.language);
        parts.push((!own, json!({ "folder": folder, "tag": tag, "first": first })));
    }
    // The program loads the site's own language beforehand, so that one begins.
    parts.sort_by_key(|(other, _)| *other);
    let parts: Vec<_> = parts.into_iter().map(|(_, part)| part).collect();
    output.file(&[SEARCH, "start.js"].concat(), START.replace(PARTS, &json!(parts).to_string()).as_bytes())
}

/// What every search needs, and the words too if they are few: to be loaded while the engine is. And what tells this
/// index from a former one in the browser's cache.
fn first(files: &BTreeMap<String, Vec<u8>>) -> (Vec<String>, String) {
    let is = |name: &&String, end: &str| name.ends_with(end);
    let meta = files.keys().find(|name| is(name, ".pf_meta")).cloned().unwrap_or_default();
    let tag = meta.trim_end_matches(".pf_meta").trim_start_matches("pagefind.").to_owned();
    let words: Vec<_> = files.keys().filter(|name| is(name, ".pf_index")).cloned().collect();
    let size: usize = words.iter().map(|name| files[name].len()).sum();
    let mut first = vec![format!("{}?ts={tag}", engine::ENTRY), meta];
    first.extend(words.into_iter().filter(|_| size <= SMALL));
    (first, tag)
}
