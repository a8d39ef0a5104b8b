//! Reads from Pagefind's own list which chunk of the index has which words, so that the browser can request the chunk
//! of a word while the engine is still loading.

use std::io::Read;

use anyhow::Result;
use flate2::read::GzDecoder;
use minicbor::Decode;

/// The length in bytes of the signature of Pagefind's list, before the CBOR.
const MAGIC: usize = b"pagefind_dcd".len();

/// The list (Pagefind's `MetaIndex`), as far as it is needed here.
#[derive(Decode)]
struct Meta {
    #[n(2)]
    chunks: Vec<Chunk>,
}

#[derive(Decode)]
struct Chunk {
    #[n(0)]
    from: String,
    #[n(2)]
    hash: String,
}

/// The first word and the file of each chunk, in the order of the words.
pub(super) fn chunks(meta: &[u8]) -> Result<Vec<(String, String)>> {
    let mut list = Vec::new();
    GzDecoder::new(meta).read_to_end(&mut list)?;
    let Meta { chunks } = minicbor::decode(list.get(MAGIC..).unwrap_or_default())?;
    Ok(chunks.into_iter().map(|Chunk { from, hash }| (from, format!("index/{hash}.pf_index"))).collect())
}
