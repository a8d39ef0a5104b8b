//! A page as an element, with its values for the document's head.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlTemplateElement};

use crate::app::dom::{self, head};
use crate::content::{Head, Page, Route, Site};
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
    /// Renders a page.
    pub(crate) fn new(site: &Site, page: &Page) -> Self {
        let html = view::page_element(&view::page(site, page));
        Self { head: Head::new(site, page), route: page.route.clone(), element: parse(&html), size: html.len() }
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
