//! The text field. Its value is read once a frame, and changed only where it differs, which keeps its scroll position.

use web_sys::HtmlTextAreaElement;

use super::dom;
use crate::browser::js;
use crate::page::view::ids;
use crate::text::edit::{Edit, common_ends};
use crate::text::field::{selection, shown, units};
use crate::text::selection::Selection;

/// The property of a field that has the text.
const FILLED: &str = "filled";

/// The field, if a text is open.
pub(crate) fn field() -> Option<HtmlTextAreaElement> {
    dom::by_id(ids::TEXT)
}

/// What the field shows.
pub(crate) fn value() -> Option<String> {
    field().map(|field| field.value())
}

/// What is selected, in units of the field.
pub(crate) fn selected() -> (u32, u32) {
    let Some(field) = field() else { return (0, 0) };
    let at = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or_default();
    (at(field.selection_start()), at(field.selection_end()))
}

/// What is selected, in bytes of the text.
pub(crate) fn selection_in(text: &str) -> Selection {
    let (start, end) = selected();
    selection(text, start, end)
}

/// Shows a whole text, such as that of a file that is opened.
pub(crate) fn open(text: &str, selected: Selection) {
    let Some(field) = field() else { return };
    field.set_value(&shown(text));
    js::set(&field, FILLED, &true.into());
    select(text, selected);
}

/// Whether the field has the text. Not if it has been drawn anew: what it has then was typed by nobody.
pub(crate) fn is_filled() -> bool {
    field().is_some_and(|field| js::get(&field, FILLED).is_truthy())
}

/// Shows the text that an edit leads to, and selects what it says.
pub(crate) fn show(text: &str, selected: Selection) {
    let Some(field) = field() else { return };
    let (before, now) = (field.value(), shown(text));
    if before != now {
        let (start, end) = common_ends(&before, &now);
        let unit = |bytes: usize| before[..bytes].encode_utf16().count() as u32;
        let (first, last) = (unit(start), unit(before.len() - end));
        let new = &now[start..now.len() - end];
        let _ = field.set_range_text_with_start_and_end(new, first, last);
    }
    select(text, selected);
}

/// Selects a range, and brings it into view.
pub(crate) fn select(text: &str, selected: Selection) {
    let Some(field) = field() else { return };
    let (start, end) = units(text, selected);
    let _ = field.set_selection_range(start, end);
}

/// The edit that was typed since the text was last read. `None` if nothing was.
pub(crate) fn typed(text: &str) -> Option<Edit> {
    crate::text::field::typed(text, &value()?, selected().1)
}
