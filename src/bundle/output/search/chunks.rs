//! Reads from Pagefind's own list which chunk of the index has which words, so that the browser can request the chunk
//! of a word while the engine is still loading.

use anyhow::Result;

use super::packed::{Chunk, Meta};

/// The first word and the file of each chunk, in the order of the words, from the CBOR of the list.
pub(super) fn chunks(meta: &[u8]) -> Result<Vec<(String, String)>> {
    let Meta { chunks, .. } = minicbor::decode(meta)?;
    Ok(chunks.into_iter().map(|Chunk { from, hash, .. }| (from, format!("index/{hash}.pf_index"))).collect())
}
