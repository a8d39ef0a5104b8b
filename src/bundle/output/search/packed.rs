//! Pagefind's own files of an index: what they are made of, and how they are packed.

use std::borrow::Cow;
use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use minicbor::{Decode, Encode};

use crate::bundle::cache::program;
use crate::bundle::key::Key;

/// The signature before the CBOR.
const MAGIC: &[u8] = b"pagefind_dcd";

/// A file of an index.
pub(crate) enum IndexFile {
    /// One that Pagefind has packed.
    Packed(Vec<u8>),
    /// The CBOR of one that is still to be packed.
    Cbor(Vec<u8>),
}

impl IndexFile {
    /// What its bytes are made from.
    pub(crate) fn inputs(&self) -> Key {
        let (Self::Packed(bytes) | Self::Cbor(bytes)) = self;
        Key::new("index", &[program(), bytes])
    }

    pub(crate) fn bytes(&self) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Self::Packed(bytes) => Ok(bytes.into()),
            Self::Cbor(cbor) => pack(cbor).map(Into::into),
        }
    }

    pub(super) fn cbor(&self) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Self::Packed(bytes) => unpack(bytes).map(Into::into),
            Self::Cbor(cbor) => Ok(cbor.into()),
        }
    }
}

/// The list of what an index has (Pagefind's `MetaIndex`).
#[derive(Decode, Encode)]
pub(super) struct Meta {
    #[n(0)]
    pub(super) version: String,
    #[n(1)]
    pub(super) pages: Vec<Page>,
    #[n(2)]
    pub(super) chunks: Vec<Chunk>,
    #[n(3)]
    pub(super) filters: Vec<FilterFile>,
    /// Always empty: no page has a key to sort by.
    #[n(4)]
    pub(super) sorts: Vec<String>,
    /// The names of the metadata that pages have, such as their title.
    #[n(5)]
    pub(super) fields: Vec<String>,
}

/// A page, by the name of its fragment.
#[derive(Decode, Encode)]
pub(super) struct Page {
    #[n(0)]
    pub(super) hash: String,
    #[n(1)]
    pub(super) words: u32,
    #[n(2)]
    pub(super) group: String,
}

/// The first and the last word of a chunk, and the name of its file.
#[derive(Decode, Encode)]
pub(super) struct Chunk {
    #[n(0)]
    pub(super) from: String,
    #[n(1)]
    pub(super) to: String,
    #[n(2)]
    pub(super) hash: String,
}

/// A filter, and the name of its file.
#[derive(Decode, Encode)]
pub(super) struct FilterFile {
    #[n(0)]
    pub(super) filter: String,
    #[n(1)]
    pub(super) hash: String,
}

/// A filter, with the pages of each value.
#[derive(Decode, Encode)]
pub(super) struct Filter {
    #[n(0)]
    pub(super) filter: String,
    #[n(1)]
    pub(super) values: Vec<FilterValue>,
}

#[derive(Decode, Encode)]
pub(super) struct FilterValue {
    #[n(0)]
    pub(super) value: String,
    #[n(1)]
    pub(super) pages: Vec<u64>,
}

/// The CBOR in a file.
pub(super) fn unpack(file: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(file).read_to_end(&mut bytes)?;
    Ok(bytes.split_off(MAGIC.len().min(bytes.len())))
}

/// The file of CBOR.
fn pack(cbor: &[u8]) -> io::Result<Vec<u8>> {
    let mut file = GzEncoder::new(Vec::new(), Compression::best());
    file.write_all(MAGIC)?;
    file.write_all(cbor)?;
    file.finish()
}
