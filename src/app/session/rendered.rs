//! A page as an element, with its values for the document's head.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlTemplateElement};

use crate::app::dom::{self, head};
use crate::content::{Head, Message, Route, Site};
use crate::view;

/// A page that can be shown.
pub(crate) struct RenderedPage {
    pub(crate) head: Head,
    pub(crate) route: Route,
    /// Outside the document until the page is shown or staged, and again when it is left, so that it comes back as it
    /// was left. `None` only if the browser cannot parse HTML.
    pub(crate) element: Option<Element>,
    /// The length of its HTML, in bytes.
    pub(crate) size: usize,
}

impl RenderedPage {
    /// A page with this HTML inside.
    pub(crate) fn new(head: Head, route: Route, html: &str) -> Self {
        let html = view::page_element(html);
        Self { head, route, element: parse(&html), size: html.len() }
    }

    /// The page shown in place of one that could not be loaded.
    pub(crate) fn unreachable(site: &Site, route: Route) -> Self {
        let head = Head::new(site, &route, site.words.get(Message::Unreachable), "");
        let html = view::unreachable(site, &route).into_string();
        Self::new(head, route, &html)
    }

    /// The page of the loaded document.
    pub(super) fn of_document(route: Route) -> Self {
        Self { head: head::read(), route, element: dom::page(), size: 0 }
    }
}

/// Parses the HTML of one element. In a template, so that its pictures are not loaded before it is used.
fn parse(html: &str) -> Option<Element> {
    let template: HtmlTemplateElement = document().create_element("template").ok()?.unchecked_into();
    template.set_inner_html(html);
    template.content().first_element_child()
}
