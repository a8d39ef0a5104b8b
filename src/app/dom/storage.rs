//! Stores data in this browser between visits. Where the browser refuses (a private window, a full disk), it is lost.

use leptos::prelude::window;
use leptos::web_sys::Storage;

use crate::view::contract::storage::key;

/// The text stored under a name, or an empty one.
pub(crate) fn read(base: &str, name: &str) -> String {
    storage().and_then(|storage| storage.get_item(&key(base, name)).ok()?).unwrap_or_default()
}

/// Stores a text, or removes it if it is empty.
pub(crate) fn write(base: &str, name: &str, text: &str) {
    let key = key(base, name);
    let Some(storage) = storage() else { return };
    let _ = if text.is_empty() { storage.remove_item(&key) } else { storage.set_item(&key, text) };
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
