//! Draws pages from their data. In releases its code is a file of its own, which is loaded once the program has taken
//! over (`cli/toolchain/split.rs`): only the exported function below may lead to it.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::wasm_bindgen::prelude::*;

use super::fetch::Failure;
use super::json;
use super::rendered::RenderedPage;
use crate::content::{Head, Page, Route, SCHEMA, Site};
use crate::view;

thread_local! {
    static SITE: RefCell<Arc<Site>> = RefCell::default();
    /// The pages drawn whose request has not taken them yet.
    static DRAWN: RefCell<Vec<RenderedPage>> = const { RefCell::new(Vec::new()) };
}

// Defined in `bundle/output/document/start.js`.
#[wasm_bindgen]
extern "C" {
    /// Loads the code of [`draw`], once. Fails after a limit of time, and goes on loading.
    #[wasm_bindgen(catch, js_name = loadDrawing)]
    async fn load_drawing() -> Result<JsValue, JsValue>;

    /// Calls [`draw`].
    #[wasm_bindgen(js_name = drawPage)]
    fn draw_page(data: &str, path: &str) -> bool;
}

/// Keeps the site, whose pages are drawn.
pub(super) fn begin(site: &Arc<Site>) {
    SITE.set(Arc::clone(site));
}

/// Draws a page from its data, if the data has the known form and is of this page.
pub(super) async fn drawn(data: &str, route: &Route) -> Result<RenderedPage, Failure> {
    // The network has just answered, so the code is gone, as after a deploy, or takes too long.
    load_drawing().await.map_err(|_| Failure::Foreign)?;
    let is_drawn = draw_page(data, &route.path());
    let page = DRAWN.with_borrow_mut(|pages| if is_drawn { pages.pop() } else { None });
    page.ok_or(Failure::Foreign)
}

/// Draws a page from its data. Returns whether the data has the known form and is of the page at this path.
#[wasm_bindgen(js_name = draw)]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
pub fn draw(data: &str, path: &str) -> bool {
    let page = json::read(data).filter(|page: &Page| page.schema == SCHEMA && page.route == Route::parse(path));
    let Some(page) = page else { return false };
    let site = SITE.with_borrow(Arc::clone);
    let head = Head::new(&site, &page.route, &page.title, &page.description);
    let rendered = RenderedPage::new(head, page.route.clone(), &view::page(&site, &page));
    DRAWN.with_borrow_mut(|pages| pages.push(rendered));
    true
}
