//! The contents list follows the reader: the section on the screen is marked in it.

use leptos::prelude::document;
use leptos::web_sys::Element;

use crate::app::dom::{all, find, screen};

/// How near to the top of the screen, as a part of it, a heading must be for its section to be the one being read:
/// below where a link to it puts it, and above what a section of two lines ends at.
const LINE: f64 = 0.1;

/// Marks the section that is being read. It changes the document only where another section begins.
pub(crate) fn follow() {
    let links = all(".contents a");
    if links.is_empty() {
        return;
    }
    let line = screen() * LINE;
    // The headings stand in the order of the list, so few of them need to be looked at.
    let above = links.partition_point(|link| top(link).is_some_and(|top| top <= line));
    let current = above.checked_sub(1).map(|last| &links[last]);
    let marked = find(".contents [aria-current]");
    if marked.as_ref() != current {
        let _ = marked.map(|link| link.remove_attribute("aria-current"));
        let _ = current.map(|link| link.set_attribute("aria-current", "true"));
    }
}

/// Where the heading of an entry is, below the top of the screen, in CSS pixels.
fn top(link: &Element) -> Option<f64> {
    let href = link.get_attribute("href")?;
    let heading = document().get_element_by_id(href.strip_prefix('#')?)?;
    Some(heading.get_bounding_client_rect().top())
}
