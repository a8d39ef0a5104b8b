//! Stores data in this browser between visits. Where the browser refuses (a private window, a full disk), it is lost.

use leptos::prelude::window;
use leptos::web_sys::Storage;

/// The text stored under a name, or an empty one. Sites on the same host share storage, so the base is in every key.
pub(crate) fn read(base: &str, name: &str) -> String {
    storage().and_then(|storage| storage.get_item(&key(base, name)).ok()?).unwrap_or_default()
}

/// Stores a text, or removes it if it is empty.
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
