//! Maps clicks on the buttons of a page to their actions.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, MouseEvent};

use super::{copy, lightbox, reading_progress, search, settings};
use crate::app::dom::{close_dialog, closest, target};
use crate::app::session::Session;
use crate::view::Action;
use crate::view::contract::attributes;

/// Handles a click on one of the page's own buttons, or on a dialog.
pub(crate) fn click(session: Session, event: &MouseEvent) {
    let Some(target) = target(event) else { return };
    let held = event.ctrl_key() || event.meta_key() || event.shift_key();
    let site = session.site();
    if let Some(button) = closest(&target, "[data-act]") {
        let Some(action) = Action::from_name(&button.get_attribute(attributes::ACT).unwrap_or_default()) else {
            return;
        };
        match action {
            Action::Search => _ = search::open(&site),
            Action::FilterByTag => search::toggle_tag(session, &button),
            Action::MoreHits => search::hits::more(session),
            Action::NextTheme => settings::next_theme(&site),
            Action::Settings => settings::prepare_panel(&site, &button),
            Action::ResetSettings => settings::reset(&site),
            Action::ForgetProgress => reading_progress::forget(session, &button),
            Action::Resume => reading_progress::resume(session),
            Action::PreviousPicture => lightbox::step(-1),
            Action::NextPicture => lightbox::step(1),
            Action::Close => close_dialog(),
        }
    } else if let Some(button) = closest(&target, "button.copy") {
        copy::code(session, button);
    } else if let Some(summary) = closest(&target, ".embed :not([open]) > summary") {
        // The card opens, and the link in it loads its frame: without the program, a reader follows the link.
        let link = summary.next_element_sibling().and_then(|link| link.dyn_into::<HtmlElement>().ok());
        let _ = link.map(|link| link.click());
    } else if closest(&target, "dialog.lightbox").is_some()
        || !held && closest(&target, "dialog.search a").is_some()
        || target.matches("dialog.search") == Ok(true)
    {
        // A click on the picture, on a hit that opens in this tab, or on the backdrop of the search.
        close_dialog();
    }
}
