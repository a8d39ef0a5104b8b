//! The data of the site, which the page and the worker load, and the other files of the worker. They are beside its
//! scripts. Browser only.

use js_sys::{ArrayBuffer, Uint8Array};
use personal_page::bundle::preview::{PageEntry, read_pages};
use personal_page::content::Route;
use wasm_bindgen::prelude::*;
use web_sys::{Request, RequestCache, RequestInit, Response};

use crate::browser::js;

/// The data of the site.
pub(super) const SITE: &str = "site.json";
/// The folder of the grammars.
pub(super) const GRAMMARS: &str = "grammars/";
pub(super) const OTHER_VERSION: &str =
    "write/site.json is of another version than this editor: load the page again, or publish the site again";

/// The pages of the site, for the page, which some hosts show at an address without its slash.
pub(crate) async fn pages(base: &str) -> Result<Vec<PageEntry>, String> {
    read_pages(&load(&[base, &Route::Write.path(), SITE].concat()).await?).ok_or_else(|| OTHER_VERSION.to_owned())
}

/// The content of a file.
pub(super) async fn load(name: &str) -> Result<Vec<u8>, String> {
    let failed = |_| format!("{name} cannot be loaded");
    let how = RequestInit::new();
    // The site may have been published again since.
    how.set_cache(RequestCache::NoCache);
    let request = Request::new_with_str_and_init(name, &how).map_err(failed)?;
    let answer = js::call_async(&js_sys::global(), "fetch", &[request.into()]).await.map_err(failed)?;
    let response: Response = answer.unchecked_into();
    if !response.ok() {
        return Err(format!("{name} cannot be loaded: the server answers {}", response.status()));
    }
    let bytes = js::settle(response.array_buffer().map_err(failed)?.into()).await.map_err(failed)?;
    Ok(Uint8Array::new(&bytes.unchecked_into::<ArrayBuffer>()).to_vec())
}
