//! The parts that the words of an index are in, as Pagefind's own list has them: so the browser can ask for the part of
//! a word while the engine is still on its way.

use std::io::Read;

use anyhow::Result;
use flate2::read::GzDecoder;
use minicbor::Decode;

/// What Pagefind's list begins with, before the CBOR.
const MAGIC: usize = b"pagefind_dcd".len();

/// Of the list (Pagefind's `MetaIndex`), what is wanted here.
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

/// The first word of each part and the part's file, in the order of the words.
pub(super) fn chunks(meta: &[u8]) -> Result<Vec<(String, String)>> {
    let mut list = Vec::new();
    GzDecoder::new(meta).read_to_end(&mut list)?;
    let Meta { chunks } = minicbor::decode(list.get(MAGIC..).unwrap_or_default())?;
    Ok(chunks.into_iter().map(|Chunk { from, hash }| (from, format!("index/{hash}.pf_index"))).collect())
}
