//! Requests and transactions of IndexedDB, as futures. Browser only.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::draft;
use crate::browser::js;

/// Why a database is not opened that another tab has open in an older form.
const BLOCKED: &str = "another tab has an older version of the editor open";

pub(super) fn store(transaction: &JsValue, name: &str) -> Result<JsValue, String> {
    js::call(transaction, "objectStore", &[name.into()]).map_err(|error| js::message(&error))
}

pub(super) async fn request(store: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, String> {
    result(&js::call(store, method, arguments).map_err(|error| js::message(&error))?).await
}

/// The result of a request of IndexedDB.
pub(super) async fn result(request: &JsValue) -> Result<JsValue, String> {
    let events = Promise::new(&mut |resolve, reject| {
        js::set(request, "onsuccess", &resolve);
        js::set(request, "onerror", &reject.clone());
        js::set(request, "onblocked", &reject);
    });
    match JsFuture::from(events).await {
        Ok(_) => Ok(js::get(request, "result")),
        // A request that is blocked has no error.
        Err(event) if js::text(&event, "type") == "blocked" => Err(BLOCKED.to_owned()),
        Err(_) => Err(reason(&js::get(request, "error"))),
    }
}

/// Waits until the disk has what a transaction wrote. A request in it that fails aborts it, and only then it has an error.
pub(super) async fn complete(transaction: &JsValue) -> Result<(), String> {
    let events = Promise::new(&mut |resolve, reject| {
        js::set(transaction, "oncomplete", &resolve);
        js::set(transaction, "onabort", &reject);
    });
    match JsFuture::from(events).await {
        Ok(_) => Ok(()),
        Err(_) => Err(reason(&js::get(transaction, "error"))),
    }
}

fn reason(error: &JsValue) -> String {
    draft::reason(&js::text(error, "name"), &js::text(error, "message"))
}
