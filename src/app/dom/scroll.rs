//! Scroll positions. The state of each history entry is the height, in CSS pixels, at which its page was left.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::History;

/// How long the page must not scroll before its height is saved. Safari refuses more than 100 changes of the history
/// in 30 s.
const STILL: Duration = Duration::from_millis(200);

thread_local! {
    /// The timer that [`when_still`] started. It is for the current history entry, and is cancelled before another one.
    static PENDING: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Whether the current history entry is new and the page has not scrolled in it: no height was saved yet.
pub(crate) fn is_new() -> bool {
    saved_height().is_none() && window().scroll_y() == Ok(0.0) && location().hash().is_ok_and(|hash| hash.is_empty())
}

/// Scrolls to the saved height, unless the browser already did: it did not if the page is at its top, or at the heading
/// that the address names.
pub(crate) fn restore_height() {
    let unrestored = window().scroll_y() == Ok(0.0) || location().hash().is_ok_and(|hash| !hash.is_empty());
    if unrestored && let Some(height) = saved_height() {
        scroll_to(height);
    }
}

/// The height saved in the current history entry.
fn saved_height() -> Option<f64> {
    window().history().and_then(|history| history.state()).ok()?.as_f64()
}

/// Adds a history entry for a page about to be shown, and saves the height in the one before. Returns whether the browser
/// added it: WebKit refuses after 100 changes in 30 s.
pub(crate) fn push(address: &str) -> bool {
    cancel();
    save_height();
    history(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)))
}

/// Calls a function once the page has not scrolled for a while. Each call restarts the timer.
pub(crate) fn when_still(then: impl FnOnce() + 'static) {
    cancel();
    PENDING.set(set_timeout_with_handle(then, STILL).ok());
}

/// Stops the timer of [`when_still`].
pub(crate) fn cancel() {
    if let Some(timer) = PENDING.take() {
        timer.clear();
    }
}

/// Saves the current height in the current history entry.
pub(crate) fn save_height() {
    let height = window().scroll_y().unwrap_or_default();
    // The browser counts a change that changes nothing.
    if saved_height() == Some(height) {
        return;
    }
    history(|history| history.replace_state(&JsValue::from_f64(height), ""));
}

/// Scrolls to a height, in CSS pixels.
pub(crate) fn scroll_to(height: f64) {
    window().scroll_to_with_x_and_y(0.0, height);
}

/// Changes the history. Returns whether the browser did: it may not in a sandboxed frame, or after too many changes.
pub(crate) fn history(change: impl FnOnce(&History) -> Result<(), JsValue>) -> bool {
    window().history().and_then(|history| change(&history)).is_ok()
}
