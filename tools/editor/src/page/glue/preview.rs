//! The preview: a document of its own in a frame, with the style of the site's pages. So its width, not the window's, is
//! what the style adapts to, and no script runs in it, whatever the text is.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlIFrameElement, MouseEvent};

use super::{dom, listen, patch};
use crate::browser::js;
use crate::page::pieces::Pieces;
use crate::page::view::ids;

thread_local! {
    /// The page in the document.
    static SHOWN: RefCell<Pieces> = RefCell::default();
}

/// The frame.
pub(crate) fn frame() -> Option<HtmlIFrameElement> {
    dom::by_id(ids::PREVIEW)
}

/// The document in the frame, once it is there.
pub(crate) fn document() -> Option<Document> {
    let document = frame()?.content_document()?;
    document.get_element_by_id("main").is_some().then_some(document)
}

/// Puts the document into the frame, with the styles of this one. `then` is called once it is there.
pub(crate) fn begin(language: &str, then: impl FnOnce() + 'static) {
    SHOWN.take();
    let Some(frame) = frame() else { return };
    let Some(root) = dom::document().document_element() else { return };
    let mut html = String::from("<!doctype html><html");
    for name in root.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if name.starts_with("data-") && name != "data-writing" {
            html.extend([" ", &name, "=\"", &dom::attribute(&root, &name).replace('"', ""), "\""]);
        }
    }
    html.extend([" lang=\"", &language.replace('"', ""), "\"><head><meta charset=\"utf-8\">"]);
    if let Ok(styles) = dom::document().query_selector_all("style, link[rel=stylesheet]") {
        for style in dom::list(&styles) {
            html.push_str(&style.unchecked_into::<Element>().outer_html());
        }
    }
    html.push_str("</head><body class=\"write-shown\"><div id=\"app\"><main id=\"main\"></main></div></body></html>");
    let mut then = Some(then);
    // Some browsers tell that the empty document has loaded first.
    let loaded = js::callback(move |_| {
        if let (Some(document), Some(then)) = (document(), then.take_if(|_| document().is_some())) {
            let clicked = js::callback(|event| clicked(event.unchecked_ref()));
            let _ = document.add_event_listener_with_callback("click", &clicked);
            listen::begin_preview(&document);
            then();
        }
    });
    frame.set_onload(Some(&loaded));
    frame.set_srcdoc(&html);
}

/// Shows a page. Only what differs from the one that is shown is parsed and compared: a long text has thousands of nodes.
pub(crate) fn show(page: Pieces) {
    let Some(main) = document().and_then(|document| document.get_element_by_id("main")) else { return };
    let old = SHOWN.take();
    let change = page.change_from(&old);
    // Where the browser reads the HTML otherwise than it was written, the whole page is compared.
    let text = text().filter(|text| change.as_ref().is_some_and(|change| change.children == count(text)));
    match (text, change) {
        (Some(text), Some(change)) => patch::children_of(&text, change.range, change.html),
        _ => patch::patch(&main, page.html()),
    }
    SHOWN.set(page);
}

/// The element of the text.
fn text() -> Option<Element> {
    document()?.query_selector(".prose, .text").ok().flatten()
}

fn count(element: &Element) -> usize {
    element.child_element_count() as usize
}

/// The blocks of the text, in the order of their positions in the file.
pub(crate) fn blocks() -> Vec<Element> {
    let Some(text) = text() else { return Vec::new() };
    let blocks = text.children();
    (0..blocks.length()).filter_map(|index| blocks.item(index)).collect()
}

/// Copies the reader's settings, when they have changed.
pub(crate) fn follow_settings() {
    let (Some(from), Some(to)) =
        (dom::document().document_element(), document().and_then(|document| document.document_element()))
    else {
        return;
    };
    for name in ["data-theme", "data-size", "data-measure", "data-leading", "data-face"] {
        let _ = match from.get_attribute(name) {
            Some(value) => to.set_attribute(name, &value),
            None => to.remove_attribute(name),
        };
    }
}

/// A link to a place in the text leads there; any other opens a page of its own, so that the editor stays.
fn clicked(event: &Event) {
    let Some(link) = dom::target(event).and_then(|target| dom::closest(&target, "a[href]")) else { return };
    event.prevent_default();
    let href = dom::attribute(&link, "href");
    if let Some(id) = href.strip_prefix('#') {
        let id = js_sys::decode_uri_component(id).map_or_else(|_| id.to_owned(), String::from);
        if let Some(place) = document().and_then(|document| document.get_element_by_id(&id)) {
            place.scroll_into_view();
        }
        return;
    }
    let is_main = event.unchecked_ref::<MouseEvent>().button() < 2;
    let address = js::text(&link, "href");
    if is_main && ["http:", "https:", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
        let _ = dom::window().open_with_url_and_target_and_features(&address, "_blank", "noopener,noreferrer");
    }
}
