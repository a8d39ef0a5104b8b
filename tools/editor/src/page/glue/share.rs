//! The service worker of the page, and what other apps share with it: src/bundle/output/write/worker.js.

use js_sys::Array;
use personal_page::content::Route;
use personal_page::content::write::{SHARED, WORKER};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{File, FormData, Response};

use super::app::{app, send, state};
use super::{effects, keep, pictures};
use crate::browser::js;
use crate::drafts::draft::Draft;
use crate::page::event::Event;
use crate::page::path;
use crate::page::state::Place;
use crate::page::update::of_shared;

/// The field of a form that is a draft already.
const PATH: &str = "path";

/// Registers the service worker. The local server's page has none: without the server there is nothing to save to, and one
/// of another site that was served at this address would answer for it.
pub(crate) async fn register() {
    let workers = js::get(&js::global("navigator"), "serviceWorker");
    if workers.is_undefined() {
        return;
    }
    if state(|state| state.place != Place::Local) {
        let _ = js::call_async(&workers, "register", &[WORKER.into()]).await;
    } else if let Ok(registration) = js::call_async(&workers, "getRegistration", &["./".into()]).await
        && js::text(&registration, "scope").ends_with(&format!("/{}", Route::Write.path()))
    {
        let _ = js::call_async(&registration, "unregister", &[]).await;
    }
}

/// The pictures of what is made into a draft, and where they wait until the draft has them.
pub(crate) struct Shared {
    path: String,
    pictures: Vec<File>,
    item: Item,
}

/// A form that another app has sent: `worker.js` keeps it until it is a draft.
struct Item {
    cache: JsValue,
    request: JsValue,
}

impl Item {
    /// The one that has waited longest.
    async fn first() -> Option<Self> {
        let name = state(|state| format!("personal-page:{}:shared", Route::Write.href(&state.base)));
        let cache = js::call_async(&js::global("caches"), "open", &[name.into()]).await.ok()?;
        let keys = js::call_async(&cache, "keys", &[]).await.ok()?;
        let request = Some(Array::from(&keys).get(0)).filter(|request| !request.is_undefined())?;
        Some(Self { cache, request })
    }

    async fn form(&self) -> Option<FormData> {
        let response = js::call_async(&self.cache, "match", std::slice::from_ref(&self.request)).await.ok()?;
        js::call_async(&response, "formData", &[]).await.ok()?.dyn_into().ok()
    }

    /// Keeps the form with the path of its draft, whose pictures are still missing.
    async fn note(&self, form: &FormData, path: &str) {
        let _ = form.set_with_str(PATH, path);
        if let Ok(response) = Response::new_with_opt_form_data(Some(form)) {
            let _ = js::call_async(&self.cache, "put", &[self.request.clone(), response.into()]).await;
        }
    }

    async fn remove(self) {
        let _ = js::call_async(&self.cache, "delete", &[self.request]).await;
    }
}

/// Makes a draft of what was shared first, and opens it. If the page is closed before the draft has the pictures, they are
/// added when the page is opened again.
pub(crate) async fn take() {
    let (Some(item), Some(database)) = (Item::first().await, app(|app| app.database.clone())) else { return };
    let Some(form) = item.form().await else { return };
    let [title, text, url, pictures] = SHARED;
    let files = form.get_all(pictures).into_iter().filter_map(|file| file.dyn_into::<File>().ok());
    let pictures: Vec<File> = files.filter(|file| file.size() > 0.0).collect();
    let words = |name: &str| form.get(name).as_string().unwrap_or_default();
    let noted = words(PATH);
    let draft = if noted.is_empty() {
        let [title, text, url] = [title, text, url].map(words);
        let draft = state(|state| of_shared(state, &title, &text, &url));
        let draft = Draft { changed: effects::now(), ..draft };
        if let Err(reason) = database.put(&draft, &[]).await {
            let message = format!("What was shared with this page is not kept: {reason}");
            return send(Event::Say(message, "make room on this device, and load the page again".to_owned()));
        }
        item.note(&form, &draft.path).await;
        Some(draft)
    } else {
        // With the first picture, the text has got a folder.
        let mut found = None;
        for path in [noted.clone(), path::as_folder(&noted)] {
            found = found.or(database.get(&path).await.ok().flatten());
        }
        found
    };
    // The author has discarded it meanwhile.
    let Some(draft) = draft else { return item.remove().await };
    if pictures.is_empty() {
        item.remove().await;
    } else {
        app(|app| app.shared = Some(Shared { path: draft.path.clone(), pictures, item }));
    }
    send(Event::Shared(Box::new(draft)));
}

/// A text is open: adds the pictures, if it is the one for them, and keeps it.
pub(crate) async fn arrive() {
    let is_for_it = |shared: &Shared| {
        state(|state| state.editor.as_deref().is_some_and(|editor| editor.path == shared.path && !editor.elsewhere))
    };
    let Some(shared) = app(|app| app.shared.take_if(|shared| is_for_it(shared))) else { return };
    pictures::add(shared.pictures).await;
    if keep::written().await {
        shared.item.remove().await;
    }
}
