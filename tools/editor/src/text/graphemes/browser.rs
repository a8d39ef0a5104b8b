//! The tables of the browser. Of characters that are younger than the browser, it may know less than the library.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Where graphemes begin in a text, in units of UTF-16: `tools/editor/start.js`.
    #[wasm_bindgen(js_name = graphemes)]
    fn in_utf16(text: &str) -> Vec<u32>;
}

pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut starts = in_utf16(text).into_iter().peekable();
    let mut units = 0;
    let places = text.char_indices().filter(|(_, c)| {
        let begins = starts.next_if_eq(&units).is_some();
        units += c.len_utf16() as u32;
        begins
    });
    places.map(|(at, _)| at).collect()
}
