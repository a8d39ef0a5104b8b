//! The tables of the browser. Of characters that are younger than the browser, it may know less than the libraries.

use std::thread::LocalKey;

use js_sys::{JsString, RegExp};

thread_local! {
    static MARK: RegExp = RegExp::new(r"\p{M}", "u");
    static LETTER_OR_DIGIT: RegExp = RegExp::new(r"[\p{L}\p{Nd}]", "u");
    static CONNECTOR: RegExp = RegExp::new(r"\p{Pc}", "u");
}

pub(super) fn nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

pub(super) fn nfkd(text: &str) -> String {
    JsString::from(text).normalize("NFKD").into()
}

pub(super) fn is_mark(c: char) -> bool {
    is(&MARK, c)
}

pub(super) fn is_letter_or_digit(c: char) -> bool {
    is(&LETTER_OR_DIGIT, c)
}

pub(super) fn is_connector(c: char) -> bool {
    is(&CONNECTOR, c)
}

fn is(category: &'static LocalKey<RegExp>, c: char) -> bool {
    category.with(|category| category.test(c.encode_utf8(&mut [0; 4])))
}
