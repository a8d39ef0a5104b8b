//! The words of an index, put together from the chunks of several (Pagefind's `WordIndex`).

use std::collections::BTreeMap;

use anyhow::Result;
use minicbor::{Decoder, Encoder};

use super::postings::{Numbers, Pages, length};

/// How many locations of words a chunk has before the next one begins: as many as .cargo/config.toml has Pagefind put in.
const CHUNK: usize = 4000;

/// The words of an index, each once.
#[derive(Default)]
pub(super) struct Words(BTreeMap<String, Word>);

#[derive(Default)]
struct Word {
    pages: Pages,
    /// Its forms with other diacritics.
    variants: Vec<(String, Pages)>,
}

/// Words that follow each other.
pub(super) struct Packed {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) cbor: Vec<u8>,
}

impl Words {
    /// Adds the words of a chunk.
    pub(super) fn add(&mut self, chunk: &[u8], numbers: &Numbers) -> Result<()> {
        let mut chunk = Decoder::new(chunk);
        length(&mut chunk)?;
        for _ in 0..length(&mut chunk)? {
            length(&mut chunk)?;
            let word = self.0.entry(chunk.str()?.to_owned()).or_default();
            word.pages.add(&mut chunk, numbers)?;
            for _ in 0..length(&mut chunk)? {
                length(&mut chunk)?;
                word.variant(chunk.str()?).add(&mut chunk, numbers)?;
            }
        }
        Ok(())
    }

    /// All words in their order, as chunks.
    pub(super) fn chunks(self) -> Result<Vec<Packed>> {
        let (mut chunks, mut words, mut size) = (Vec::new(), Vec::new(), 0);
        for (text, word) in self.0 {
            size += word.size();
            words.push((text, word));
            if size >= CHUNK {
                chunks.extend(packed(&std::mem::take(&mut words))?);
                size = 0;
            }
        }
        chunks.extend(packed(&words)?);
        Ok(chunks)
    }
}

impl Word {
    fn variant(&mut self, form: &str) -> &mut Pages {
        let known = self.variants.iter().position(|(known, _)| known == form);
        let index = known.unwrap_or_else(|| {
            self.variants.push((form.to_owned(), Pages::default()));
            self.variants.len() - 1
        });
        &mut self.variants[index].1
    }

    fn size(&self) -> usize {
        self.pages.locations + self.variants.iter().map(|(_, pages)| pages.locations + 1).sum::<usize>()
    }
}

/// A chunk of words; `None` without words.
fn packed(words: &[(String, Word)]) -> Result<Option<Packed>> {
    let (Some((first, _)), Some((last, _))) = (words.first(), words.last()) else { return Ok(None) };
    let mut cbor = Vec::new();
    let mut to = Encoder::new(&mut cbor);
    to.array(1)?.array(words.len() as u64)?;
    for (text, word) in words {
        to.array(3)?.str(text)?;
        word.pages.encode(&mut to)?;
        to.array(word.variants.len() as u64)?;
        for (form, pages) in &word.variants {
            to.array(2)?.str(form)?;
            pages.encode(&mut to)?;
        }
    }
    Ok(Some(Packed { first: first.clone(), last: last.clone(), cbor }))
}
