//! Keeps the draft of the open text: at most half a second after a change, and at once when the page is hidden or left.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use super::app::{app, send, state};
use super::{dom, effects};
use crate::browser::js;
use crate::drafts::draft::{Draft, Picture};
use crate::page::event::Event;

/// A change is written this long after it, in milliseconds. With the write itself less than half a second.
const DELAY_MS: i32 = 300;

/// Pictures that the database does not have: their paths and bytes.
type NewPictures = Vec<(String, Vec<u8>)>;

thread_local! {
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
    static HAS_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Writes the draft soon. Changes until then are written with it.
pub(crate) fn soon() {
    if !IS_WAITING.replace(true) {
        dom::later(DELAY_MS, || {
            if IS_WAITING.get() {
                now();
            }
        });
    }
}

/// Writes the draft at once, if there is something to keep.
pub(crate) fn now() {
    if let Some((draft, pictures, is_changed)) = waiting() {
        spawn_local(async move {
            write(draft, pictures, is_changed).await;
        });
    }
}

/// Writes the draft at once, and returns whether it is kept.
pub(crate) async fn written() -> bool {
    match waiting() {
        Some((draft, pictures, is_changed)) => write(draft, pictures, is_changed).await,
        None => false,
    }
}

/// The draft of the open text, the pictures of it that the database does not have, and whether it differs from its file.
fn waiting() -> Option<(Draft, NewPictures, bool)> {
    IS_WAITING.set(false);
    let draft = state(|state| {
        let editor = state.editor.as_ref().filter(|editor| !editor.elsewhere)?;
        Some((editor.draft(effects::now()), editor.is_changed()))
    });
    let (draft, is_changed) = draft?;
    let pictures = app(|app| {
        let new = draft.pictures.iter().filter_map(|picture| {
            let loaded = app.pictures.get_mut(&picture.path).filter(|loaded| !loaded.is_kept)?;
            loaded.is_kept = true;
            Some((picture.path.clone(), loaded.bytes.clone()))
        });
        new.collect::<NewPictures>()
    });
    Some((draft, pictures, is_changed))
}

/// Returns whether the draft is kept.
async fn write(draft: Draft, pictures: NewPictures, is_changed: bool) -> bool {
    let Some(database) = app(|app| app.database.clone()) else { return false };
    if !is_changed {
        // The text is that of its file again.
        forget(draft.path, draft.pictures).await;
        return false;
    }
    let result = database.put(&draft, &pictures).await;
    let is_kept = result.is_ok();
    if !is_kept {
        not_kept(pictures.iter().map(|(path, _)| path));
    }
    send(Event::Kept(result.map(|()| draft.text)));
    if is_kept && !HAS_ASKED.replace(true) {
        // Asked once there is something to lose. The browser may ask the author, who may never answer.
        spawn_local(async {
            let storage = js::get(&js::global("navigator"), "storage");
            let _ = js::call_async(&storage, "persist", &[]).await;
        });
    }
    is_kept
}

/// Notes that the database has none of these pictures.
fn not_kept<'a>(paths: impl Iterator<Item = &'a String>) {
    app(|app| {
        for path in paths {
            if let Some(loaded) = app.pictures.get_mut(path) {
                loaded.is_kept = false;
            }
        }
    });
}

/// Removes a draft. Its pictures stay in this tab: undo may bring them back into the text.
pub(crate) async fn forget(path: String, pictures: Vec<Picture>) {
    not_kept(pictures.iter().map(|picture| &picture.path));
    if let Some(database) = app(|app| app.database.clone()) {
        let _ = database.delete(&path, &pictures).await;
    }
}

/// Removes a draft if it is a text that is saved, without pictures that are not.
pub(crate) async fn forget_saved(path: String, text: String) {
    let Some(database) = app(|app| app.database.clone()) else { return };
    if let Ok(Some(draft)) = database.get(&path).await
        && draft.text == text
        && draft.pictures.is_empty()
    {
        forget(path, draft.pictures).await;
    }
}

/// Reads all drafts.
pub(crate) async fn read_all() {
    let drafts = match app(|app| app.database.clone()) {
        Some(database) => database.all().await,
        None => return,
    };
    send(Event::Drafts(drafts));
}
