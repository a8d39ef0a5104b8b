//! The files that the worker loads, beside its script. Browser only.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Request, RequestCache, RequestInit, Response};

/// The data of the site.
pub(super) const SITE: &str = "site.json";
/// The folder of the grammars.
pub(super) const GRAMMARS: &str = "grammars/";

/// The content of a file.
pub(super) async fn load(scope: &DedicatedWorkerGlobalScope, name: &str) -> Result<Vec<u8>, String> {
    let failed = |_| format!("{name} cannot be loaded");
    let how = RequestInit::new();
    // The site may have been published again since.
    how.set_cache(RequestCache::NoCache);
    let request = Request::new_with_str_and_init(name, &how).map_err(failed)?;
    let response: Response = JsFuture::from(scope.fetch_with_request(&request)).await.map_err(failed)?.unchecked_into();
    if !response.ok() {
        return Err(format!("{name} cannot be loaded: the server answers {}", response.status()));
    }
    let bytes = JsFuture::from(response.array_buffer().map_err(failed)?).await.map_err(failed)?;
    Ok(Uint8Array::new(&bytes.unchecked_into::<ArrayBuffer>()).to_vec())
}
