//! The author's loop: when a source has changed, the page on show is drawn anew where it stands.

use leptos::prelude::*;

use super::navigate::{Arrival, go};
use crate::app::session::Session;

/// Begins to listen for the event that the local server's script sends. Preventing it says that the page takes care of itself.
pub(crate) fn begin(session: Session) {
    let listener = window_event_listener_untyped("site:changed", move |event| {
        event.prevent_default();
        session.pages.clear();
        let route = session.current_page.read_untracked().route.clone();
        go(session, route, Arrival::Anew, Box::new(|| ()));
    });
    on_cleanup(move || listener.remove());
}
