//! Marks the section on the screen in the contents list.

use leptos::prelude::document;
use leptos::web_sys::Element;

use crate::app::dom::{all_in_page, find_in_page, window_height};

/// How near to the top of the screen, as a fraction of its height, a heading must be for its section to be current:
/// below where a link scrolls it to, and above the end of a section of two lines.
const LINE: f64 = 0.1;

/// Marks the current section. Changes the document only if another section is current.
pub(crate) fn follow() {
    let links = all_in_page(".contents a");
    if links.is_empty() {
        return;
    }
    let line = window_height() * LINE;
    // The headings are in the order of the list, so a binary search suffices.
    let above = links.partition_point(|link| top(link).is_some_and(|top| top <= line));
    let current = above.checked_sub(1).map(|last| &links[last]);
    let marked = find_in_page(".contents [aria-current]");
    if marked.as_ref() != current {
        let _ = marked.map(|link| link.remove_attribute("aria-current"));
        let _ = current.map(|link| link.set_attribute("aria-current", "true"));
    }
}

/// Distance of an entry's heading from the top of the screen, in CSS pixels.
fn top(link: &Element) -> Option<f64> {
    let href = link.get_attribute("href")?;
    let heading = document().get_element_by_id(href.strip_prefix('#')?)?;
    Some(heading.get_bounding_client_rect().top())
}
