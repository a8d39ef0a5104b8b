//! Opens a text: asks for its lock, and reads its file and its draft.

use std::collections::BTreeMap;

use wasm_bindgen_futures::spawn_local;

use super::app::{app, send, state};
use super::{listen, pictures, share};
use crate::browser::js;
use crate::drafts::draft::Draft;
use crate::drafts::tabs::{self, Ask, Held};
use crate::page::event::Event;
use crate::store::{Store, StoreError, StoredFile};

/// How long another tab has to write its draft before its text is taken over, in milliseconds.
const GRACE_MS: i32 = 600;

/// Opens a text.
pub(crate) async fn open(path: String, block: Option<usize>) {
    let held = hold(&path, Ask::IfFree).await;
    let draft = draft(&path).await;
    let file = file(&path, draft.is_some()).await;
    let loaded = pictures::load(draft.as_ref()).await;
    let elsewhere = held.is_none();
    if is_wanted(&path) {
        app(|app| app.held = held);
        pictures::replace(loaded);
    }
    send(Event::Opened { path, file, draft, elsewhere, block });
    share::arrive().await;
}

/// The file, if the store has it. What is published is not known here without a store.
async fn file(path: &str, has_draft: bool) -> Result<Option<StoredFile>, StoreError> {
    let stores = app(|app| app.stores.clone());
    match stores.read(path).await {
        Ok(file) => Ok(Some(file)),
        Err(StoreError::NotFound(_)) => Ok(None),
        Err(_) if has_draft && !stores.is_some() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads the file of the open text again, which has changed.
pub(crate) async fn reread(path: String) {
    if let Ok(Some(file)) = file(&path, true).await {
        send(Event::Reread(file));
    }
}

/// The draft of a text. Why it cannot be read is told: the text is that of its file then.
async fn draft(path: &str) -> Option<Draft> {
    let database = app(|app| app.database.clone())?;
    let draft = database.get(path).await;
    draft.unwrap_or_else(|reason| {
        send(Event::Drafts(Err(reason)));
        None
    })
}

/// Asks for the lock of a text. `None` if another tab has it.
async fn hold(path: &str, ask: Ask) -> Option<Held> {
    let (base, lost) = (state(|state| state.base.clone()), path.to_owned());
    tabs::hold(&base, path, ask, || send(Event::TakenOver(lost))).await
}

/// Whether a text is the one that the author has gone to. What belongs to another is dropped, and its lock is free.
fn is_wanted(path: &str) -> bool {
    state(|state| state.going.as_deref() == Some(path))
}

/// Asks for the lock of a text that has got another path.
pub(crate) async fn hold_again(path: String) {
    let held = hold(&path, Ask::IfFree).await;
    if is_wanted(&path) {
        app(|app| app.held = held);
    }
}

/// Frees the lock of the open text, and forgets its pictures.
pub(crate) fn release() {
    app(|app| app.held = None);
    pictures::replace(BTreeMap::new());
}

/// Takes a text over: the other tab writes its draft and lets go, or is passed over if it does not answer.
pub(crate) async fn take_over(path: String) {
    let base = state(|state| state.base.clone());
    tabs::ask_to_let_go(&base, &path);
    js::sleep(GRACE_MS).await;
    let held = match hold(&path, Ask::IfFree).await {
        Some(held) => Some(held),
        None => hold(&path, Ask::Steal).await,
    };
    let draft = draft(&path).await;
    let loaded = pictures::load(draft.as_ref()).await;
    if state(|state| state.editor.as_ref().is_some_and(|editor| editor.path == path && editor.elsewhere)) {
        app(|app| app.held = held);
        pictures::replace(loaded);
    }
    send(Event::TookOver(path, draft));
}

/// Lets go of a text that another tab wants to edit.
pub(crate) fn let_go(path: &str) {
    let is_open = state(|state| state.editor.as_ref().is_some_and(|editor| editor.path == path && !editor.elsewhere));
    if is_open {
        listen::leave();
        send(Event::TakenOver(path.to_owned()));
        let held = app(|app| app.held.take());
        // After the draft has been handed to the database, whose transactions are in order.
        spawn_local(async {
            js::sleep(50).await;
            drop(held);
        });
    }
}
