//! The head of the document, kept in step with the page on show. The static page's own elements are changed, none is added.

use leptos::prelude::*;

use crate::content::{Head, Page, Site};

/// Makes the document's head the page's.
pub(super) fn update(site: &Site, page: &Page) {
    let head = Head::new(site, page);
    document().set_title(&head.title);
    set("meta[name=description]", "content", &head.description);
    set("link[rel=canonical]", "href", &head.canonical);
    set("html", "lang", &head.language);
}

fn set(selector: &str, attribute: &str, value: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.set_attribute(attribute, value);
    }
}
