//! What this browser keeps between visits. Where it refuses to (a private window, a full disk), only the memory is lost.

use leptos::prelude::window;
use leptos::web_sys::Storage;

/// What was kept under a name; nothing where nothing was. Projects of one host share their storage, so the base is in every key.
pub(crate) fn read(base: &str, name: &str) -> String {
    storage().and_then(|storage| storage.get_item(&key(base, name)).ok()?).unwrap_or_default()
}

/// Keeps a text, or nothing any more if it is empty.
pub(crate) fn write(base: &str, name: &str, text: &str) {
    let key = key(base, name);
    let _ = storage().map(|storage| match text.is_empty() {
        true => storage.remove_item(&key),
        false => storage.set_item(&key, text),
    });
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

fn key(base: &str, name: &str) -> String {
    ["personal-page:", base, ":", name].concat()
}
