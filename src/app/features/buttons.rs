//! What the buttons of a page do.

use leptos::web_sys::MouseEvent;

use super::{copy, lightbox, reading_progress, search, settings};
use crate::app::dom::{close, closest, target};
use crate::app::session::Session;

/// Handles a click on one of the page's own buttons, or on a dialog.
pub(crate) fn click(session: Session, event: &MouseEvent) {
    let Some(target) = target(event) else { return };
    let held = event.ctrl_key() || event.meta_key() || event.shift_key();
    let site = session.site();
    if let Some(button) = closest(&target, "[data-act]") {
        match button.get_attribute("data-act").unwrap_or_default().as_str() {
            "search" => _ = search::open(&site),
            "tag" => search::filter(session, &button),
            "more" => search::more(session),
            "theme" => settings::next_theme(&site),
            "settings" => settings::prepare_panel(&site, &button),
            "reset" => settings::reset(&site),
            "forget" => reading_progress::forget(session, &button),
            "resume" => reading_progress::resume(session),
            "back" => lightbox::step(-1),
            "on" => lightbox::step(1),
            _ => close(),
        }
    } else if let Some(button) = closest(&target, "button.copy") {
        copy::code(session, button);
    } else if closest(&target, "dialog.lightbox").is_some()
        || closest(&target, "dialog.search a").filter(|_| !held).is_some()
        || target.matches("dialog.search") == Ok(true)
    {
        // A click on the picture, on a hit that opens in this tab, or on the backdrop of the search.
        close();
    }
}
