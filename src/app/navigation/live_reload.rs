//! Live reload: when a source has changed, the current page is drawn again in place.

use leptos::prelude::*;

use super::navigate::{Arrival, go};
use crate::app::session::Session;
use crate::view::contract::SITE_CHANGED;

/// Listens for the event of the local server's script. `preventDefault` tells the script that the page handles it.
pub(crate) fn begin(session: Session) {
    let listener = window_event_listener_untyped(SITE_CHANGED, move |event| {
        event.prevent_default();
        session.pages.clear();
        let route = session.route.get_untracked();
        go(session, route, Arrival::Anew, Box::new(|| true));
    });
    on_cleanup(move || listener.remove());
}
