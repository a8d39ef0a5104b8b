//! The service worker of the page, and what other apps share with it: src/bundle/output/write/worker.js.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::File;

use super::app::{app, send, state};
use super::{keep, pictures};
use crate::browser::js;
use crate::page::event::Event;
use crate::page::state::Place;

const WORKER: &str = "sw.js";

/// Registers the service worker. The local server's page needs none: without the server there is nothing to save to.
pub(crate) async fn register() {
    let workers = js::get(&js::global("navigator"), "serviceWorker");
    if state(|state| state.place != Place::Local) && !workers.is_undefined() {
        let _ = js::call_async(&workers, "register", &[WORKER.into()]).await;
    }
}

/// What is made into a draft: its pictures, and where it waits until the draft is kept.
pub(crate) struct Shared {
    pictures: Vec<File>,
    cache: JsValue,
    request: JsValue,
}

/// Makes a draft of what was shared first. If the page is closed before that, it does so when it is opened again.
pub(crate) async fn take() {
    let base = state(|state| state.base.clone());
    let name = format!("personal-page:{base}write/:shared");
    let Ok(cache) = js::call_async(&js::global("caches"), "open", &[name.into()]).await else { return };
    let Some(request) = first(&cache).await else { return };
    let Ok(response) = js::call_async(&cache, "match", &[request.clone()]).await else { return };
    let Ok(form) = js::call_async(&response, "formData", &[]).await else { return };
    let words = |name: &str| js::call(&form, "get", &[name.into()]).ok().and_then(|value| value.as_string());
    let [title, text, url] = ["title", "text", "url"].map(|name| words(name).unwrap_or_default());
    let files = js::call(&form, "getAll", &["pictures".into()]).map(|files| Array::from(&files));
    let files = files.into_iter().flatten().filter_map(|file| file.dyn_into::<File>().ok());
    let pictures = files.filter(|file| file.size() > 0.0).collect();
    app(|app| app.shared = Some(Shared { pictures, cache, request }));
    send(Event::Shared { title, text, url });
}

async fn first(cache: &JsValue) -> Option<JsValue> {
    let keys = js::call_async(cache, "keys", &[]).await.ok()?;
    Some(Array::from(&keys).get(0)).filter(|request| !request.is_undefined())
}

/// The draft is open: adds the pictures, and keeps it.
pub(crate) async fn arrive() {
    let Some(Shared { pictures, cache, request }) = app(|app| app.shared.take()) else { return };
    pictures::add(pictures).await;
    keep::now();
    let _ = js::call_async(&cache, "delete", &[request]).await;
}
