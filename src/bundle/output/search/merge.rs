//! Makes one index of those of several batches of pages: Pagefind holds some hundred kilobytes a page while it works, so
//! a large site would not fit into the memory at once.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::engine::{ENTRY, Files};
use super::packed::{Chunk, Filter, FilterFile, FilterValue, IndexFile, Meta, Page, unpack};
use super::postings::Numbers;
use super::words::{Packed, Words};
use crate::bundle::key::Key;

/// The end of the name of an index's list of words and pages.
pub(super) const META: &str = ".pf_meta";

/// The index of all pages of the batches, in their order.
pub(super) fn merge(language: &str, batches: Vec<Files>) -> Result<BTreeMap<String, IndexFile>> {
    let metas = batches.iter().map(meta).collect::<Result<Vec<_>>>()?;
    let fields: BTreeSet<&String> = metas.iter().flat_map(|meta| &meta.fields).collect();
    let fields: Vec<String> = fields.into_iter().cloned().collect();
    let mut whole = Whole { language, files: BTreeMap::new(), words: Words::default(), filters: BTreeMap::new() };
    let (pages, chunks, filters, sorts) = Default::default();
    let mut all = Meta { version: String::new(), pages, chunks, filters, sorts, fields };
    for (mut files, meta) in batches.into_iter().zip(metas) {
        let number = |field| all.fields.iter().position(|name| name == field).unwrap_or_default() as i32;
        let numbers = Numbers { first: all.pages.len() as u64, fields: meta.fields.iter().map(number).collect() };
        all.version = meta.version;
        for mut page in meta.pages {
            let text = files.remove(&fragment(&page)).context("Pagefind made no fragment of a page")?;
            // The hash is short, and Pagefind looks for an equal one in the batch alone.
            while whole.files.contains_key(&fragment(&page)) {
                page.hash.push('0');
            }
            whole.files.insert(fragment(&page), IndexFile::Packed(text));
            all.pages.push(page);
        }
        for (name, bytes) in files {
            whole.add(name, bytes, &numbers)?;
        }
    }
    whole.finish(all)
}

/// The name of the file with the text of a page.
fn fragment(page: &Page) -> String {
    format!("fragment/{}.pf_fragment", page.hash)
}

fn meta(files: &Files) -> Result<Meta> {
    let (_, list) = files.iter().find(|(name, _)| name.ends_with(META)).context("Pagefind made no list of words")?;
    Ok(minicbor::decode(&unpack(list)?)?)
}

/// An index that is put together.
struct Whole<'a> {
    language: &'a str,
    files: BTreeMap<String, IndexFile>,
    words: Words,
    /// The pages of each value of each filter.
    filters: BTreeMap<String, BTreeMap<String, Vec<u64>>>,
}

impl Whole<'_> {
    /// Adds a file of a batch.
    fn add(&mut self, name: String, bytes: Vec<u8>, numbers: &Numbers) -> Result<()> {
        if name.ends_with(".pf_index") {
            self.words.add(&unpack(&bytes)?, numbers)?;
        } else if name.ends_with(".pf_filter") {
            let Filter { filter, values } = minicbor::decode(&unpack(&bytes)?)?;
            let filter = self.filters.entry(filter).or_default();
            for FilterValue { value, pages } in values {
                filter.entry(value).or_default().extend(pages.into_iter().map(|page| numbers.first + page));
            }
        } else if !name.ends_with(META) {
            self.files.insert(name, IndexFile::Packed(bytes));
        }
        Ok(())
    }

    fn finish(mut self, mut meta: Meta) -> Result<BTreeMap<String, IndexFile>> {
        for (filter, values) in std::mem::take(&mut self.filters) {
            let values = values.into_iter().map(|(value, pages)| FilterValue { value, pages }).collect();
            let cbor = minicbor::to_vec(Filter { filter: filter.clone(), values })?;
            meta.filters.push(FilterFile { filter, hash: self.put("filter/", ".pf_filter", cbor) });
        }
        for Packed { first, last, cbor } in std::mem::take(&mut self.words).chunks()? {
            let hash = self.put("index/", ".pf_index", cbor);
            meta.chunks.push(Chunk { from: first, to: last, hash });
        }
        shorten(&mut meta.chunks);
        let hash = self.put("pagefind.", META, minicbor::to_vec(&meta)?);
        let entry = self.files.get_mut(ENTRY).with_context(|| format!("Pagefind made no {ENTRY}"))?;
        let mut list: Value = serde_json::from_slice(&entry.bytes()?)?;
        list["languages"][self.language]["hash"] = json!(hash);
        list["languages"][self.language]["page_count"] = json!(meta.pages.len());
        *entry = IndexFile::Packed(list.to_string().into_bytes());
        Ok(self.files)
    }

    /// Adds a file under the hash of its content, which is returned.
    fn put(&mut self, before: &str, after: &str, cbor: Vec<u8>) -> String {
        let hash = format!("{}_{}", self.language, &Key::new("search", &[&cbor]).name()[..12]);
        self.files.insert([before, &hash, after].concat(), IndexFile::Cbor(cbor));
        hash
    }
}

/// Leaves of the words between two chunks what tells them apart, as Pagefind does.
fn shorten(chunks: &mut [Chunk]) {
    for next in 1..chunks.len() {
        let (to, from) = (&chunks[next - 1].to, &chunks[next].from);
        let same = to.chars().zip(from.chars()).take_while(|(one, other)| one == other).count();
        let [to, from] = [to, from].map(|word| word.chars().take(same + 1).collect::<String>());
        if to >= chunks[next - 1].from {
            chunks[next - 1].to = to;
        }
        chunks[next].from = from;
    }
}

#[cfg(test)]
mod tests {
    use super::super::engine::index;
    use super::super::text;
    use super::*;

    /// Pages with words in several forms, with tags, and from the fourth on with a picture.
    fn pages(numbers: std::ops::Range<usize>) -> impl Iterator<Item = text::Page> + Send {
        numbers.map(|n| {
            let picture = if n > 3 { "<img src=\"loaf.png\" alt=\"A loaf\">" } else { "" };
            let tag = format!("<meta data-pagefind-filter=\"tag[content]\" content=\"{}\">", n % 3);
            let words: String = (0..300).map(|word| format!(" word{} {}", word * n, ["café", "cafe"][n % 2])).collect();
            let html = format!("<body>{tag}<h1>Café {n}</h1>{picture}<h2 id=\"a\">Loaves</h2><p>{words}</p></body>");
            text::Page { path: format!("posts/{n}/index.html"), html: format!("<html lang=\"en\">{html}</html>") }
        })
    }

    /// Its files, the first and the last word of each chunk, and its fields.
    type Content = (Vec<Vec<u8>>, Vec<(String, String)>, Vec<String>);

    /// What an index has, whatever the names of its files are.
    fn content(files: &Files) -> Content {
        let meta = meta(files).expect("a list");
        let open = |name: String| unpack(&files[&name]).expect("a file of Pagefind's");
        let texts = meta.pages.iter().map(|page| open(fragment(page)));
        let chunks = meta.chunks.iter().map(|chunk| open(format!("index/{}.pf_index", chunk.hash)));
        let filters = meta.filters.iter().map(|filter| open(format!("filter/{}.pf_filter", filter.hash)));
        let bounds = meta.chunks.iter().map(|chunk| (chunk.from.clone(), chunk.to.clone())).collect();
        (texts.chain(chunks).chain(filters).collect(), bounds, meta.fields)
    }

    #[test]
    fn an_index_of_batches_is_that_of_all_pages_at_once() {
        let whole = index(pages(0..12)).expect("an index");
        let batches = [0..3, 3..4, 4..12].map(|batch| index(pages(batch)).expect("an index of a batch"));
        let merged = merge("en", batches.into()).expect("one index");
        let bytes = |(name, file): (String, IndexFile)| (name, file.bytes().expect("a file").into_owned());
        let merged = merged.into_iter().map(bytes).collect();
        assert!(content(&whole).1.len() > 1, "too few words for two chunks");
        assert!(content(&merged) == content(&whole));
        assert_eq!(merged.len(), whole.len());
    }
}
