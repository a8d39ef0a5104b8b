//! The head of the document, kept in step with the page on show. The static page's own elements are changed, none is added.

use leptos::prelude::*;

use super::find;
use crate::content::Head;

const DESCRIPTION: (&str, &str) = ("meta[name=description]", "content");
const CANONICAL: (&str, &str) = ("link[rel=canonical]", "href");

/// The head that the document has.
pub(crate) fn read() -> Head {
    let value = |(selector, attribute)| find(selector).and_then(|el| el.get_attribute(attribute)).unwrap_or_default();
    Head { title: document().title(), description: value(DESCRIPTION), canonical: value(CANONICAL) }
}

/// Makes the document's head the page's.
pub(crate) fn write(head: &Head) {
    document().set_title(&head.title);
    for ((selector, attribute), value) in [(DESCRIPTION, &head.description), (CANONICAL, &head.canonical)] {
        let _ = find(selector).map(|element| element.set_attribute(attribute, value));
    }
}
