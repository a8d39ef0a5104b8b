//! Updates the document's head for the current page. Changes the elements of the static page and adds none.

use leptos::prelude::*;

use super::find;
use crate::content::Head;

const DESCRIPTION: (&str, &str) = ("meta[name=description]", "content");
const CANONICAL: (&str, &str) = ("link[rel=canonical]", "href");

/// Reads the head of the document.
pub(crate) fn read() -> Head {
    let value = |(selector, attribute)| find(selector).and_then(|el| el.get_attribute(attribute)).unwrap_or_default();
    Head { title: document().title(), description: value(DESCRIPTION), canonical: value(CANONICAL) }
}

/// Writes the head of a page into the document.
pub(crate) fn write(head: &Head) {
    document().set_title(&head.title);
    for ((selector, attribute), value) in [(DESCRIPTION, &head.description), (CANONICAL, &head.canonical)] {
        let _ = find(selector).map(|element| element.set_attribute(attribute, value));
    }
}
