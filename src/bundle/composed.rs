//! Normalises names to Unicode NFC: `é` is one code point or two, which look the same. Also percent-encodes them.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::unicode::nfc;

/// The bytes to encode: all but `unreserved` (RFC 3986, 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text in NFC.
pub(crate) fn text(text: &str) -> String {
    nfc(text).into_owned()
}

/// A path in NFC. One that is not Unicode stays as it is.
pub(crate) fn path(path: &Path) -> PathBuf {
    path.to_str().map_or_else(|| path.to_owned(), |path| text(path).into())
}

/// The end of a URL, with its fragment in NFC, as ids are: browsers compare code points.
pub(crate) fn fragment(rest: &str) -> Cow<'_, str> {
    let composed = || {
        let (before, fragment) = rest.split_once('#')?;
        let id = percent_decode_str(fragment).decode_utf8().ok()?;
        let whole = nfc(&id);
        (whole != id).then(|| format!("{before}#{}", encode(&whole)))
    };
    composed().map_or(Cow::Borrowed(rest), Cow::Owned)
}

/// The id in the fragment of a URL, decoded and in NFC.
pub(crate) fn id(address: &str) -> Option<String> {
    let (_, fragment) = address.split_once('#')?;
    percent_decode_str(fragment).decode_utf8().ok().map(|id| text(&id))
}

/// Percent-encodes a part of a URL.
pub(crate) fn encode(part: &str) -> String {
    utf8_percent_encode(part, UNRESERVED).to_string()
}

/// The path of an existing file below a folder, as it is on the disk: macOS may keep names decomposed (NFD).
pub(crate) fn on_disk(folder: &Path, file: &Path) -> Option<PathBuf> {
    if folder.join(file).is_file() {
        return Some(file.to_owned());
    }
    if file.to_str()?.is_ascii() {
        return None;
    }
    let mut found = PathBuf::new();
    for segment in file {
        let wanted = text(segment.to_str()?);
        let names =
            fs::read_dir(folder.join(&found)).ok()?.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        found.push(names.filter(|name| text(name) == wanted).min()?);
    }
    folder.join(&found).is_file().then_some(found)
}
