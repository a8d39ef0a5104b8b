//! Divides the pages of an index into batches, and keeps the index of each: an edit changes one of them.

use std::collections::BTreeMap;
use std::env;

use anyhow::Result;
use minicbor::bytes::ByteVec;

use super::engine::{self, Files};
use super::text::Text;
use crate::bundle::cache::{Cache, program};
use crate::bundle::key::Key;
use crate::bundle::library::Library;
use crate::content::{Messages, Site};

/// The folder of the cache.
pub(super) const KIND: &str = "search";
/// A batch ends after one page in so many, which the hash of its address decides: a page that is added or removed
/// changes no other batch.
const EVERY: u16 = 96;
/// How many pages Pagefind is given at most. It holds some 300 kB of each while it works.
const LONGEST: usize = 200;
/// What Pagefind reads from the environment: .cargo/config.toml.
const CHUNK_SIZE: &str = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

/// Pages in one language that follow each other.
pub(super) struct Batch<'a> {
    texts: Vec<Text<'a>>,
    /// The site's messages.
    words: &'a Messages,
    language: &'a str,
    /// The hash of what its index is made from.
    pub(super) key: Key,
}

/// The batches of entries of the library, in one language.
pub(super) fn of<'a>(site: &'a Site, library: &'a Library, entries: &'a [usize], language: &'a str) -> Vec<Batch<'a>> {
    let (mut batches, mut start) = (Vec::new(), 0);
    let words = format!("{:?}", site.words);
    for (place, entry) in entries.iter().enumerate() {
        let end = place + 1;
        if end == entries.len() || end - start == LONGEST || ends_after(library, *entry) {
            let texts: Vec<_> = entries[start..end].iter().map(|entry| Text::of(library, *entry)).collect();
            let key = key(&texts, language, &words);
            batches.push(Batch { texts, words: &site.words, language, key });
            start = end;
        }
    }
    batches
}

/// Whether a batch ends after an entry.
fn ends_after(library: &Library, entry: usize) -> bool {
    let key = Key::new(KIND, &[library.entries[entry].0.route().path().as_bytes()]);
    u16::from_str_radix(key.short().get(..4).unwrap_or_default(), 16).is_ok_and(|hash| hash % EVERY == 0)
}

/// The key of the index of texts. `words`: the site's messages.
fn key(texts: &[Text<'_>], language: &str, words: &str) -> Key {
    let chunk_size = env::var_os(CHUNK_SIZE).unwrap_or_default();
    let texts: Vec<Vec<u8>> = texts.iter().map(Text::inputs).collect();
    let of_all = [program(), chunk_size.as_encoded_bytes(), language.as_bytes(), words.as_bytes()];
    Key::new(KIND, &of_all.into_iter().chain(texts.iter().map(Vec::as_slice)).collect::<Vec<_>>())
}

impl Batch<'_> {
    /// The files of its index, made by Pagefind unless they are in the cache.
    pub(super) fn index(&self, cache: &Cache) -> Result<Files> {
        let known = cache.get(&self.key).and_then(|cbor| minicbor::decode::<BTreeMap<String, ByteVec>>(&cbor).ok());
        if let Some(files) = known {
            return Ok(files.into_iter().map(|(name, bytes)| (name, bytes.into())).collect());
        }
        let files = engine::index(self.texts.iter().map(|text| text.page(self.words, self.language)))?;
        let kept: BTreeMap<&String, &minicbor::bytes::ByteSlice> =
            files.iter().map(|(name, bytes)| (name, bytes.as_slice().into())).collect();
        // Best effort: without the cache it is made again next time.
        let _ = minicbor::to_vec(kept).map(|cbor| cache.put(&self.key, &cbor));
        Ok(files)
    }
}
