//! The interface of the search engine, a script that the bundler writes.

use leptos::wasm_bindgen::prelude::*;

use crate::content::{SEARCH, Site};
use crate::view::contract::files::SEARCH_SCRIPT;

#[wasm_bindgen]
extern "C" {
    /// Imports a module whose address is computed at run time. Defined in `bundle/output/document/start.js`.
    #[wasm_bindgen(catch, js_name = dynamicImport)]
    pub(super) async fn dynamic_import(address: &str) -> Result<JsValue, JsValue>;

    /// The module `pagefind/start.js`.
    pub(super) type Start;
    /// Searches for words. Returns the number of hits; nothing if superseded by a newer query.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn search(this: &Start, words: &str, tag: &str) -> Result<JsValue, JsValue>;
    /// Starts loading the next hits. Returns the number of hits after them.
    #[wasm_bindgen(method)]
    pub(super) fn some(this: &Start, count: u32) -> u32;
    /// The next of them: the tags that no hit before it had, then the hit as [`crate::view::search_hit`] reads it;
    /// nothing after the last, or if superseded by a newer query.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn next(this: &Start) -> Result<JsValue, JsValue>;
}

/// The address of the script.
pub(super) fn address(site: &Site) -> String {
    [&site.base, SEARCH, SEARCH_SCRIPT].concat()
}
