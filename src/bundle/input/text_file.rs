//! Reads the owner's files as text.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::fields::reader::FieldReader;

/// In bytes: a long novel. A reader's phone has to load a text whole, and some work on one grows with its square.
const LONGEST: u64 = 1_000_000;

/// The bytes of a file, up to one more than `most`, by which it is known to be longer.
pub(crate) fn beginning(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    // At once, instead of by reads and buffers of growing length.
    let length = file.metadata()?.len().min(most);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads the reader's file. `None`, and an error, if it cannot be read or is no [`text`].
pub(crate) fn read(root: &Path, reader: &mut FieldReader) -> Option<String> {
    match beginning(&root.join(&reader.path), LONGEST) {
        Ok(bytes) => text(&bytes, reader),
        Err(error) => {
            reader.error(0, format!("cannot be read: {error}"), "correct or remove it");
            None
        }
    }
}

/// The text of the reader's file: without a byte order mark, lines ended by `\n`. `None`, and an error, if it is empty,
/// too long, or no text.
pub(crate) fn text(bytes: &[u8], reader: &mut FieldReader) -> Option<String> {
    if bytes.len() as u64 > LONGEST {
        reader.error(0, format!("is longer than {} MB", LONGEST / 1_000_000), "split it into several files");
        return None;
    }
    let line = |until: usize| 1 + bytes[..until].iter().filter(|byte| **byte == b'\n').count();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            reader.error(line(error.valid_up_to()), "this is not UTF-8", "save the file as UTF-8");
            return None;
        }
    };
    if let Some(nul) = text.find('\0') {
        reader.error(
            line(bytes.len() - text.len() + nul),
            "there is a NUL character",
            "delete it, or save the file as plain text",
        );
        return None;
    }
    if text.trim().is_empty() {
        reader.error(0, "the file is empty", "write something, or delete it");
        return None;
    }
    Some(text.replace("\r\n", "\n"))
}
