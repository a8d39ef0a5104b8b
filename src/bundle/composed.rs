//! Names in one Unicode form, the composed one (NFC): `é` is one character or two, and looks the same.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What a URL has as it is (RFC 3986, `unreserved`).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text.
pub(crate) fn text(text: &str) -> String {
    text.nfc().collect()
}

/// A path that names a file for the site. What is no Unicode stays as it is.
pub(crate) fn path(path: &Path) -> PathBuf {
    path.to_str().map_or_else(|| path.to_owned(), |path| text(path).into())
}

/// The end of an address, with the fragment as ids have it: browsers compare characters, not what they look like.
pub(crate) fn fragment(rest: &str) -> Cow<'_, str> {
    let composed = || {
        let (before, fragment) = rest.split_once('#')?;
        let id = percent_decode_str(fragment).decode_utf8().ok()?;
        (!is_nfc(&id)).then(|| format!("{before}#{}", encode(&text(&id))))
    };
    composed().map_or(Cow::Borrowed(rest), Cow::Owned)
}

/// The id that an address names, decoded and composed.
pub(crate) fn id(address: &str) -> Option<String> {
    let (_, fragment) = address.split_once('#')?;
    percent_decode_str(fragment).decode_utf8().ok().map(|id| text(&id))
}

/// A part of an address.
pub(crate) fn encode(part: &str) -> String {
    utf8_percent_encode(part, UNRESERVED).to_string()
}

/// The path of a file below a folder, as its name is on the disk: macOS may keep it decomposed.
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
