//! The pages that have a word, as Pagefind encodes them (`PackedPage`), each by its distance from the one before: decoded,
//! those of a large site would fill the memory.

use anyhow::{Context, Result};
use minicbor::{Decoder, Encoder};

/// The pages of a word, encoded.
#[derive(Default)]
pub(super) struct Pages {
    count: u64,
    /// The number of the last page.
    last: u64,
    /// How many locations there are, each page counted as one more.
    pub(super) locations: usize,
    cbor: Vec<u8>,
}

/// What tells the pages of an index within the whole.
pub(super) struct Numbers {
    /// The number of its first page.
    pub(super) first: u64,
    /// The number of each of its fields.
    pub(super) fields: Vec<i32>,
}

impl Pages {
    /// Appends pages that come after those it has.
    pub(super) fn add(&mut self, pages: &mut Decoder<'_>, numbers: &Numbers) -> Result<()> {
        let mut page = numbers.first;
        for _ in 0..length(pages)? {
            length(pages)?;
            page += pages.u64()?;
            let mut to = Encoder::new(&mut self.cbor);
            to.array(3)?.u64(page - self.last)?;
            let start = pages.position();
            let locations = length(pages)?;
            for _ in 0..locations {
                pages.skip()?;
            }
            to.writer_mut().extend_from_slice(&pages.input()[start..pages.position()]);
            let in_fields = length(pages)?;
            to.array(in_fields)?;
            for _ in 0..in_fields {
                to.i32(numbers.location(pages.i32()?)?)?;
            }
            self.locations += usize::try_from(locations + in_fields)? + 1;
            (self.count, self.last) = (self.count + 1, page);
        }
        Ok(())
    }

    pub(super) fn encode(&self, to: &mut Encoder<&mut Vec<u8>>) -> Result<()> {
        to.array(self.count)?.writer_mut().extend_from_slice(&self.cbor);
        Ok(())
    }
}

impl Numbers {
    /// A location in the metadata: below 0, it is the number of the field that the next ones are in.
    fn location(&self, location: i32) -> Result<i32> {
        let Ok(field) = usize::try_from(-1 - i64::from(location)) else { return Ok(location) };
        self.fields.get(field).map(|number| -1 - number).context("Pagefind's list has a field without a name")
    }
}

/// The length of a list.
pub(super) fn length(list: &mut Decoder<'_>) -> Result<u64> {
    list.array()?.context("Pagefind's list has no length")
}
