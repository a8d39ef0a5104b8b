//! Normalisation forms and categories of Unicode. Natively they are in libraries; in the editor the browser has them, and
//! the tables of the libraries would be an eighth of what the editor loads.

#[cfg_attr(target_arch = "wasm32", path = "browser.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "native.rs")]
mod tables;

use std::borrow::Cow;

/// A text in NFC.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(tables::nfc(text)) }
}

/// A text in NFKD.
pub(crate) fn nfkd(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(tables::nfkd(text)) }
}

/// Whether a character is a mark.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && tables::is_mark(c)
}

/// Whether a character is a letter or a decimal digit.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { tables::is_letter_or_digit(c) }
}

/// Whether a character is a connector, such as `_`.
pub(crate) fn is_connector(c: char) -> bool {
    if c.is_ascii() { c == '_' } else { tables::is_connector(c) }
}
